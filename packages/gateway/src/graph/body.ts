import type { IncomingMessage } from "node:http";
import { isStorable } from "@remit/kernel";

/** A request that is refused before GraphQL: with an HTTP status, and words that do not repeat it. */
export class BadRequest extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, message: string, code = "BAD_REQUEST") {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const most = 256 * 1024;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The body of a POST as text. Refuses what is not JSON in UTF-8 by its headers, and what is too large. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const { "content-type": type = "", "content-encoding": encoding } = request.headers;
  if (!/^application\/json *(;|$)/iu.test(type) || encoding !== undefined)
    throw new BadRequest(415, "Send the operation as application/json, not compressed.");
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge();
  const chunks = await chunksOf(request);
  return decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
}

/** By events: what iterating over a stream sets up costs as much as the rest of a small request. */
const chunksOf = (request: IncomingMessage): Promise<Buffer[]> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return chunks.push(chunk);
      request.pause();
      return reject(tooLarge());
    });
    request.on("end", () => resolve(chunks));
    request.on("error", reject);
  });

const tooLarge = () =>
  new BadRequest(413, `The request is too large: send at most ${most / 1024} kB.`);

function decode(bytes: Uint8Array | undefined): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new BadRequest(400, "The body is not UTF-8. Send the operation as JSON in UTF-8.");
  }
}

/** What a GraphQL request may hold; null for JSON that is none. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly operationName: string | null;
}

/** Reads a body as a GraphQL request. Anything unusual is null, and for the full server to judge. */
export function askedIn(body: string): Asked | null {
  const json = parse(body);
  if (json === undefined)
    throw new BadRequest(
      400,
      "The body is not JSON. Send an object with a query, and variables where it has some.",
    );
  assertStorable(body, json);
  if (!isRecord(json)) return null;
  const { query, variables = null, operationName = null, extensions, ...rest } = json;
  if (typeof query !== "string" || (variables !== null && !isRecord(variables))) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  // Some clients always send extensions, with nothing in them.
  if (!isEmpty(extensions ?? {}) || !isEmpty(rest)) return null;
  // An empty name is none, as it is for the full server.
  return { query, variables, operationName: operationName || null };
}

/** Refuses variables in an address that hold what no text may. Whether they are JSON is for the full server to judge. */
export function assertAddress(address: string): void {
  const variables = URL.parse(address, "http://localhost")?.searchParams.get("variables");
  if (variables != null) assertStorable(variables, parse(variables));
}

/** PostgreSQL has no place for some characters: refused here, they cannot be an error there. JSON writes them as escapes only. */
function assertStorable(text: string, json: unknown): void {
  if (!text.includes("\\u") || isStorable(json)) return;
  const message =
    "Take the character NUL and halves of surrogate pairs out of the texts: no text may hold them.";
  throw new BadRequest(400, message, "BAD_TEXT");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isEmpty = (value: unknown) => isRecord(value) && Object.keys(value).length === 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
