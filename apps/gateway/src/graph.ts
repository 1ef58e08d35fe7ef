import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { useEngine } from "@envelop/core";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import type { Db } from "@remit/database";
import { type Context, nobody } from "@remit/graphql";
import { type DocumentNode, type GraphQLSchema, Source } from "graphql";
import { createYoga } from "graphql-yoga";
import { BadRequest, askedIn, bodyOf } from "./graph/body.ts";
import { Documents } from "./graph/documents.ts";
import { write } from "./graph/write.ts";
import { queries } from "./queries.ts";
import { createSchema } from "./schema.ts";
import type { Settings } from "./settings.ts";

type Options = Pick<Settings, "corsOrigins">;

/**
 * Answers GraphQL requests. One that PostgreSQL can answer whole is written straight through; every other goes to Yoga,
 * which also shows GraphiQL to a browser. Both take operations from one place, where limits and validation are.
 */
export function graph(db: Db, options: Options): RequestListener {
  const schema = createSchema();
  const documents = new Documents(schema);
  const context: Context = { db, viewer: nobody };
  const yoga = server(schema, documents, context, options);

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.method !== "POST") return yoga(request, response);
    const body = await bodyOf(request);
    const asked = askedIn(body);
    // Pages of other origins need their headers, which Yoga knows how to write.
    if (asked !== null && request.headers.origin === undefined) {
      const { way } = await write(schema, documents, request, response, asked, context);
      if (way === "written") return;
    }
    response.setHeader("remit-way", "executed");
    // The stream is read: Yoga takes the text from here.
    await yoga(Object.assign(request, { body }), response);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  };
}

function server(schema: GraphQLSchema, documents: Documents, context: Context, options: Options) {
  const { corsOrigins } = options;
  const parse = (source: string | Source): DocumentNode =>
    documents.prepare(source instanceof Source ? source.body : source).document;
  const validate = (_: GraphQLSchema, document: DocumentNode) => documents.errorsOf(document);
  return createYoga({
    schema,
    context,
    plugins: [useEngine({ parse, validate })],
    parserAndValidationCache: false,
    // Bytes are limited before Yoga.
    maxRequestBodySize: false,
    multipart: false,
    landingPage: false,
    cors: corsOrigins.length > 0 && { origin: [...corsOrigins], credentials: false },
    // From the installation and not from a content network, so that it works without one.
    renderGraphiQL,
    graphiql: {
      title: "Remit",
      defaultTabs: Object.values(queries).map((query) => ({ query })),
    },
  });
}

function fail(response: ServerResponse, error: unknown): void {
  const known = error instanceof BadRequest;
  if (!known) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = known ? error.message : "Unexpected error.";
  response.writeHead(known ? error.status : 500, {
    "content-type": "application/json; charset=utf-8",
    // What is left of a body that was too large is not read.
    connection: "close",
  });
  response.end(JSON.stringify({ errors: [{ message }] }));
}
