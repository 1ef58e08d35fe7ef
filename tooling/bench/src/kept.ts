// What a page costs whoever serves it, measured on the thread that serves: answered from its tag, drawn,
// and its own answers of the graph. `npx --yes pnpm@12 run bench:kept`, on an idle machine.
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { Worker } from "node:worker_threads";
import { gateway, loadExample, pages } from "@remit/example-gateway";
import { type Ask, graph, openDatabase, surroundings } from "@remit/gateway";
import { startPostgres } from "../../src/postgres.ts";

const postgres = await startPostgres();
const { db, close } = await openDatabase({ url: postgres.url }, { gateway });
await loadExample(db, surroundings);
const answers = graph(db, { corsOrigins: [], gateway });

/** Questions that a page asked, to be asked by themselves. */
const asked: Parameters<Ask>[0][] = [];
const noting: Ask = Object.assign(
  (question: Parameters<Ask>[0]) => {
    asked.push(question);
    return answers.ask(question);
  },
  { revision: answers.ask.revision },
);
const site = await pages(noting);

/** A client on a thread of its own, so that what it costs is not counted: asks one address so many times, one after the other. */
const client = new Worker(
  `const { Agent, request } = require("node:http");
  const { parentPort } = require("node:worker_threads");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (options) => new Promise((done, fail) => request({ ...options, agent }, (response) => {
    response.resume();
    response.on("end", () => done(response.headers.etag));
  }).on("error", fail).end());
  parentPort.on("message", async ({ times, ...options }) => {
    let tag;
    for (let count = 0; count < times; count += 1) tag = await get(options);
    parentPort.postMessage(tag);
  });`,
  { eval: true },
);

async function served(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const get = async (times: number, path: string, headers: Record<string, string> = {}) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, and no window
    client.postMessage({ times, port, path, headers });
    const [tag] = await once(client, "message");
    return String(tag);
  };
  return { get, stop: () => server.close() };
}

/** CPU time of this thread for each of so many requests, in microseconds. */
async function costOf(times: number, run: (times: number) => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await run(times);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / times;
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;

/** Interleaved, so that what else the machine does falls on both. */
async function ratioOf(
  times: number,
  one: (times: number) => Promise<unknown>,
  other: (times: number) => Promise<unknown>,
) {
  const ratios: number[] = [];
  await costOf(times, one);
  await costOf(times, other);
  for (let round = 0; round < 9; round += 1) {
    const below = await costOf(times, other);
    ratios.push((await costOf(times, one)) / below);
  }
  return median(ratios).toFixed(2);
}

const whole = await served(site);
const tag = await whole.get(1, "/");
const headers = { "if-none-match": tag };
const bare = await served((_, response) => {
  response.writeHead(304, { etag: tag, "cache-control": "public, no-cache" }).end();
});
const same = await ratioOf(
  2_000,
  (times) => whole.get(times, "/", headers),
  (times) => bare.get(times, "/", headers),
);
process.stdout.write(`answered from its tag ÷ bare node:http: ${same}\n`);

const meeting = "/meetings/national-drugs-mission-implementation-group-2021-12-22";
for (const path of ["/", meeting, "/actions", "/missions/national-mission-on-drugs"]) {
  asked.length = 0;
  await whole.get(1, path);
  const questions = [...asked];
  const alone = await served((_, response) => {
    void Promise.all(questions.map((question) => answers.ask(question))).then((texts) =>
      response.end(texts.join("")),
    );
  });
  const drawn = await ratioOf(
    40,
    (times) => whole.get(times, path),
    (times) => alone.get(times, path),
  );
  process.stdout.write(`${path}: a page ÷ its own answers of the graph: ${drawn}\n`);
  alone.stop();
}
whole.stop();
bare.stop();
await client.terminate();
await close();
await postgres.stop();
