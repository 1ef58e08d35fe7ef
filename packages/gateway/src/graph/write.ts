import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "@remit/graphql";
import { writeThrough, type Written } from "@remit/pothos-kysely";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { mediaTypeFor } from "./accept.ts";
import type { Asked } from "./body.ts";
import { allowOrigin } from "./cors.ts";
import type { Documents } from "./documents.ts";

/** How a request was answered: written by PostgreSQL, or executed field by field, and then why. */
export type Way =
  | { readonly way: "written" }
  | { readonly way: "executed"; readonly reason: string };

/**
 * Answers with the JSON that PostgreSQL wrote, where an operation is nothing but columns and relations. Says why where
 * it is not: then nothing was sent, and the full server answers.
 */
export async function write(
  schema: GraphQLSchema,
  documents: Documents,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  { context, corsOrigins }: { context: Context; corsOrigins: readonly string[] },
): Promise<Way> {
  const mediaType = mediaTypeFor(request.headers.accept);
  if (mediaType === null) return executed("another media type is asked for");
  const written = await writtenFor(schema, documents, asked, context);
  if (written.text === undefined) return executed(written.reason);
  allowOrigin(request, response, corsOrigins);
  response.setHeader("content-type", `${mediaType}; charset=utf-8`);
  response.setHeader("remit-way", "written");
  response.end(written.text);
  return { way: "written" };
}

/** The JSON that PostgreSQL writes for an operation, or why it does not. */
export async function writtenFor(
  schema: GraphQLSchema,
  documents: Documents,
  { query, variables, operationName }: Asked,
  context: Context,
): Promise<Written> {
  const document = valid(documents, query);
  if (document === null) return { reason: "the operation is not valid" };
  return writeThrough(schema, document, { variables, operationName, context });
}

export const executed = (reason: string): Way => ({ way: "executed", reason });

function valid(documents: Documents, query: string) {
  try {
    const { document, errors } = documents.prepare(query);
    return errors.length === 0 ? document : null;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
