import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "@remit/graphql";
import { type Asked, BadRequest } from "./body.ts";

/** Operations that a gateway knows by heart, by the SHA-256 of their texts. */
export type Stored = ReadonlyMap<string, string>;

/** Keeps operations by their ids, which whoever has their texts can work out. */
export const storedBy = (texts: readonly string[]): Stored =>
  new Map(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]));

/**
 * The operation that an address asks for, by its text or by its id, as `id` or as clients of Apollo send it. Null for a
 * browser, which is shown GraphiQL, and for whatever is for the full server to judge. Refuses with
 * `PERSISTED_QUERY_NOT_FOUND` an id that is not kept.
 */
export function askedAt({ url = "", headers }: IncomingMessage, stored: Stored): Asked | null {
  const given = URL.parse(url, "http://localhost")?.searchParams;
  if (given === undefined || headers.accept?.includes("text/html")) return null;
  const variables = objectIn(given.get("variables"));
  const extensions = objectIn(given.get("extensions"));
  if (variables === undefined || extensions === undefined) return null;
  const id = given.get("id") ?? hashIn(extensions);
  const query = given.get("query") ?? (id === null ? null : textOf(id, stored));
  return query === null
    ? null
    : { query, variables, operationName: given.get("operationName") || null };
}

/** The address at which the full server finds an operation that was asked for by its id. */
export const addressOf = ({ query, variables, operationName }: Asked): string =>
  `/graphql?${new URLSearchParams({
    query,
    ...(variables !== null && { variables: JSON.stringify(variables) }),
    ...(operationName !== null && { operationName }),
  }).toString()}`;

function textOf(id: string, stored: Stored): string {
  const text = stored.get(id);
  if (text !== undefined) return text;
  const message = "No operation is kept under this id. Send its text as query.";
  throw new BadRequest(404, message, "PERSISTED_QUERY_NOT_FOUND");
}

function hashIn(extensions: Readonly<Record<string, unknown>> | null): string | null {
  const hash = Object(extensions?.["persistedQuery"]).sha256Hash;
  return typeof hash === "string" ? hash : null;
}

/** The object that a parameter holds, null for none, undefined for what is no object. */
function objectIn(text: string | null): Readonly<Record<string, unknown>> | null | undefined {
  if (text === null || text === "") return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The tag of an answer, by whatever it is an answer of. */
export const tagOf = (of: readonly unknown[]): string =>
  `"${createHash("sha256").update(JSON.stringify(of)).digest("base64url").slice(0, 27)}"`;

/** Whether a client has what a tag is of. One that sends `*` has no answer to show, and is given one. */
export const hasAlready = ({ headers }: Pick<IncomingMessage, "headers">, tag: string): boolean =>
  headers["if-none-match"]?.split(",").some((each) => each.trim().replace(/^W\//u, "") === tag) ===
  true;

/** Says how long an answer may be kept: by anybody where anybody was told it, and never without asking whether it is the same still. */
export function mayKeep(response: ServerResponse, tag: string, { viewer }: Context): void {
  response.setHeader("etag", tag);
  response.setHeader(
    "cache-control",
    `${viewer.session === null ? "public" : "private"}, no-cache`,
  );
  response.appendHeader("vary", "Authorization, Accept");
}
