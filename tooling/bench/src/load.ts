import { Agent, request } from "node:http";
import type { Contestant } from "./contestant.ts";
import { headersOf } from "./people.ts";

/** Requests in flight at once. */
export const connections = 16;

/** Keeps so many connections open. */
export const agentFor = (maxSockets: number): Agent => new Agent({ keepAlive: true, maxSockets });

/** Sends one GraphQL request and gives the text of the answer; throws for any status but 200. */
export async function ask(contestant: Contestant, body: string, agent?: Agent): Promise<string> {
  const { status, text } = await sent(contestant, body, agent);
  if (status === 200) return text;
  throw new Error(`${status}: ${text}`);
}

/** Sends one GraphQL request and gives the text of the answer, or of the refusal. */
export const send = async (contestant: Contestant, body: string): Promise<string> =>
  (await sent(contestant, body)).text;

function sent(
  { port, viewer }: Contestant,
  body: string,
  agent?: Agent,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...headersOf(viewer),
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const options = { agent, port, host: "127.0.0.1", path: "/graphql", method: "POST", headers };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** What a client saw of a load. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** The median, in milliseconds. */
  readonly p50: number;
}

/** Asks for the bodies in turn, `connections` at once, for so long; where answers come slowly, up to three times as long for `least` of them. */
export async function load(
  contestant: Contestant,
  bodies: readonly string[],
  seconds: number,
  least = 0,
): Promise<Load> {
  // Connections of its own: one that was idle between two loads could be closed while it is used again.
  const agent = agentFor(connections);
  const times: number[] = [];
  const start = performance.now();
  let next = 0;
  const isEnough = () => {
    const lasted = (performance.now() - start) / 1000;
    return lasted >= seconds && (times.length >= least || lasted >= 3 * seconds);
  };
  const client = async () => {
    while (!isEnough()) {
      const sent = performance.now();
      await ask(contestant, bodies[next++ % bodies.length] ?? "", agent);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  const took = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds: took, p50: times[times.length >> 1] ?? 0 };
}
