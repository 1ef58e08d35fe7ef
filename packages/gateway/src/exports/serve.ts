import type { IncomingMessage, RequestListener } from "node:http";
import { writersVersion } from "@remit/documents/write";
import { foldSlug, Refusal } from "@remit/kernel";
import { allowOrigin } from "../graph/cors.ts";
import { BadRequest } from "../graph/body.ts";
import type { Graph } from "../graph.ts";
import { hasAlready, tagOf } from "../graph/get.ts";
import { askFor } from "./output.ts";
import { formatOf, outputNamed, outputs } from "./outputs.ts";

/** Where outputs have their addresses, such as `/export/meetings/SLUG/minutes.html`. */
export const exportPath = "/export/";

/** A page that is written out runs nothing and loads nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Answers for outputs, as whoever sends the request may read them. A browser that has one already is told so. */
export function exporter(graph: Graph, corsOrigins: readonly string[]): RequestListener {
  const version = writersVersion();
  return graph.listening(async (request, response) => {
    const { output, slug, format } = askedIn(request);
    const ask = graph.askAs(await graph.callerOf(request));
    const answer = await askFor(output, slug, ask).catch(refused);
    const isAnybody = request.headers.authorization === undefined;
    allowOrigin(request, response, corsOrigins);
    response.appendHeader("vary", "Authorization");
    response.setHeader("cache-control", isAnybody ? "no-cache" : "private, no-cache");
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("content-security-policy", policy);
    // Of what is asked, and not of what is written: some formats hold the moment at which they were.
    const etag = tagOf([version, output.name, format, answer]);
    if (hasAlready(request, etag)) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const bytes = await output.write(format, answer).catch(refused);
    response.setHeader("etag", etag);
    response.setHeader("content-type", output.formats[format] ?? "application/octet-stream");
    response.setHeader("content-length", bytes.length);
    response.setHeader("content-disposition", dispositionOf(`${slug}-${output.name}.${format}`));
    response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
  });
}

function askedIn(request: IncomingMessage) {
  if (request.method !== "GET" && request.method !== "HEAD")
    throw new BadRequest(
      405,
      "What is written out is only read: send a GET.",
      "METHOD_NOT_ALLOWED",
    );
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  const found =
    /^\/export\/(?<of>[a-z]+)\/(?<slug>[^/]+)\/(?<name>[a-z-]+)\.(?<format>[a-z]+)$/u.exec(
      pathname,
    );
  const { of, slug, name, format } = found?.groups ?? {};
  const among = outputs.filter((each) => each.of === of);
  if (slug === undefined || name === undefined || format === undefined || among.length === 0)
    throw new BadRequest(
      404,
      "Nothing is written out at this address. One is made like /export/meetings/SLUG/minutes.html.",
      "NOT_FOUND",
    );
  try {
    const output = outputNamed(name, among);
    return { output, slug: foldSlug(decoded(slug)), format: formatOf(output, format) };
  } catch (error) {
    return refused(error);
  }
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    throw new BadRequest(400, "The address is not in UTF-8.");
  }
}

const statuses: Readonly<Record<string, number>> = {
  BAD_TEXT: 400,
  BUSY: 503,
  INTERNAL_SERVER_ERROR: 500,
  MINUTES_WITHDRAWN: 410,
  OUTPUT_TOO_LONG: 422,
  TOO_SLOW: 503,
  UNAVAILABLE: 503,
};

/** A refusal is an answer: mostly, that what is asked for is not there. */
function refused(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  throw new BadRequest(statuses[error.code] ?? 404, error.message, error.code);
}

const dispositionOf = (name: string): string =>
  `inline; filename="${name.replaceAll(/[^\w.-]/gu, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;
