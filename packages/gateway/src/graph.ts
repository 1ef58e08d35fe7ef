import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { useEngine } from "@envelop/core";
import { type Db, troubleOf } from "@remit/database";
import { anybody, type Caller, type Context, type Gateway, viewerOf } from "@remit/graphql";
import { type DocumentNode, GraphQLError, type GraphQLSchema, printSchema, Source } from "graphql";
import { createYoga, maskError } from "graphql-yoga";
import { authenticator, type Sender } from "@remit/access";
import { Refusal } from "@remit/kernel";
import { atOneMoment, type Surroundings, surroundings } from "./context.ts";
import { mediaTypeFor } from "./graph/accept.ts";
import { allowOrigin } from "./graph/cors.ts";
import { type Asked, askedIn, assertAddress, BadRequest, bodyOf } from "./graph/body.ts";
import { Documents } from "./graph/documents.ts";
import {
  addressOf,
  askedAt,
  hasAlready,
  mayKeep,
  type Stored,
  storedBy,
  tagOf,
} from "./graph/get.ts";
import { revisionOf } from "./graph/revision.ts";
import { trace } from "./graph/trace.ts";
import { variablesAsDeclared } from "./graph/variables.ts";
import { executed, write, writtenFor } from "./graph/write.ts";
import { queries } from "./queries.ts";
import { gateway as remit } from "./gateway.ts";
import type { Settings } from "./settings.ts";

interface Options extends Pick<Settings, "corsOrigins"> {
  /** What is served; Remit's own composition if left out. */
  readonly gateway?: Pick<Gateway, "schema">;
  /** Texts of operations that may be asked for by the SHA-256 of each. */
  readonly stored?: readonly string[];
}

/** Answers one operation in JSON, in this process: what whoever has no token is told, within the same limits. */
export interface Ask {
  (asked: Asked): Promise<string>;
  /** A text that stays the same for as long as every answer does. */
  readonly revision: () => Promise<string>;
}

/** What answers for the graph. */
export interface Graph {
  (request: IncomingMessage, response: ServerResponse): void;
  readonly ask: Ask;
  /** Answers as `ask` does, but what a caller may be told. */
  readonly askAs: (caller: Caller) => Ask;
  /** Who sends a request. Refuses a token that is not taken. */
  readonly callerOf: (request: IncomingMessage) => Promise<Caller>;
  /** Listens by an answer that may fail: whoever asked is told of it as by the graph. */
  readonly listening: (
    answer: Answering,
  ) => (request: IncomingMessage, response: ServerResponse) => void;
}

type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => Promise<void>;

/**
 * Answers GraphQL requests. One that PostgreSQL can answer whole is written straight through; every other goes to Yoga,
 * which also shows GraphiQL to a browser. Both take operations from one place, where limits and validation are.
 */
export function graph(
  db: Db,
  options: Options,
  around: Pick<Surroundings, "newId" | "now"> = surroundings,
): Graph {
  const { corsOrigins, gateway = remit } = options;
  const schema = gateway.schema();
  const documents = new Documents(schema);
  const yoga = server(schema, documents, options);
  const authenticate = authenticator(db);
  const revision = revisionOf(db, around.now);
  const stored: Stored = storedBy(options.stored ?? []);
  let version: string | undefined;

  /** Answers a question that an address asks: that it is the same still, or what PostgreSQL writes. False where neither can be. */
  async function got(request: IncomingMessage, response: ServerResponse, context: Context) {
    const asked = askedAt(request, stored);
    if (asked === null) return false;
    version ??= createHash("sha256").update(printSchema(schema)).digest("base64url");
    // Asked before the answer, which is then at least as new as its tag.
    const tag = tagOf([await revision.read(), version, context.viewer]);
    const mediaType = mediaTypeFor(request.headers.accept);
    if (mediaType !== null && hasAlready(request, tag)) {
      allowOrigin(request, response, corsOrigins);
      mayKeep(response, tag, context);
      response.writeHead(304).end();
      return true;
    }
    const written = mediaType && (await writtenFor(schema, documents, asked, context));
    if (!written || written.text === undefined) {
      request.url = addressOf(asked);
      return false;
    }
    allowOrigin(request, response, corsOrigins);
    mayKeep(response, tag, context);
    response.setHeader("content-type", `${mediaType}; charset=utf-8`);
    response.setHeader("remit-way", "written");
    response.end(written.text);
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string) {
    const { now, newId } = atOneMoment(around);
    const contextFor = async (options?: { anew: boolean }) => {
      const sender = await authenticate(request, now(), options).catch(refused);
      return contextOf(sender, request, { db, requestId, now, newId });
    };
    if (request.method === "POST") {
      const known = await contextFor();
      const body = await bodyOf(request);
      const asked = askedIn(body);
      const way = asked
        ? await write(schema, documents, request, response, asked, { context: known, corsOrigins })
        : executed("the request is unusual");
      trace(way);
      if (way.way === "written") return;
      response.setHeader("remit-way", "executed");
      // The stream is read: Yoga takes the request from here. Of a text it would first list every character as a key.
      Object.assign(request, { body: asked ?? body });
    } else assertAddress(request.url ?? "");
    if (request.method === "GET" && (await got(request, response, await contextFor()))) return;
    await yoga(request, response, await contextFor({ anew: true }));
    revision.forget();
  }

  const listening =
    (answering: Answering) => (request: IncomingMessage, response: ServerResponse) => {
      const requestId = around.newId();
      answering(request, response, requestId).catch((error: unknown) => {
        // Whoever has hung up in the middle of a request is told nothing, and it is no fault of ours.
        if (request.complete || !request.destroyed) fail(response, error, requestId);
      });
    };

  async function told(asked: Asked, caller: Caller, requestId: string): Promise<string> {
    const { now, newId } = atOneMoment(around);
    const body = JSON.stringify(asked);
    // Refuses what no text may hold, as it is refused where it comes over HTTP.
    askedIn(body);
    const rest = { db, requestId, now, newId };
    const context = contextOf({ caller, session: null }, { headers: {} }, rest);
    const { text } = await writtenFor(schema, documents, asked, context);
    if (text !== undefined) return text;
    const headers = { "content-type": "application/json", accept: "application/json" };
    const request = { method: "POST", headers, body };
    return (await yoga.fetch("http://localhost/graphql", request, context)).text();
  }

  const askAs = (caller: Caller): Ask => {
    const answered = (asked: Asked) => {
      const requestId = around.newId();
      return told(asked, caller, requestId).catch((error: unknown) =>
        inJson(failure(error, requestId)),
      );
    };
    return Object.assign(answered, { revision: revision.read });
  };
  const callerOf = async (request: IncomingMessage) =>
    (await authenticate(request, around.now(), { anew: true }).catch(refused)).caller;
  return Object.assign(listening(answer), { ask: askAs(anybody), askAs, callerOf, listening });
}

function contextOf(
  { caller, session }: Sender,
  { headers }: Pick<IncomingMessage, "headers">,
  rest: Pick<Context, "db" | "requestId" | "now" | "newId">,
): Context {
  const key = headers["idempotency-key"];
  return {
    ...rest,
    caller,
    viewer: viewerOf(caller, session),
    key: typeof key === "string" ? key : null,
  };
}

function server(schema: GraphQLSchema, documents: Documents, { corsOrigins }: Options) {
  const parse = (source: string | Source): DocumentNode =>
    documents.prepare(source instanceof Source ? source.body : source).document;
  const validate = (_: GraphQLSchema, document: DocumentNode) => documents.errorsOf(document);
  return createYoga<Context>({
    schema,
    plugins: [useEngine({ parse, validate }), variablesAsDeclared(schema)],
    parserAndValidationCache: false,
    // Bytes are limited before Yoga.
    maxRequestBodySize: false,
    maskedErrors: { maskError: (error, ...rest) => troubled(error) ?? maskError(error, ...rest) },
    multipart: false,
    landingPage: false,
    cors: corsOrigins.length > 0 && { origin: [...corsOrigins], credentials: false },
    // From the installation and not from a content network, so that it works without one; when a browser first asks,
    // since it is as large as all the rest.
    renderGraphiQL: async (page) => {
      const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
      return renderGraphiQL(page);
    },
    graphiql: {
      title: "Remit",
      defaultTabs: Object.values(queries).map((query) => ({ query })),
    },
  });
}

/** A token that is not taken is refused before GraphQL. */
function refused(error: unknown): never {
  throw error instanceof Refusal ? new BadRequest(401, error.message, error.code) : error;
}

/** What a caller is told of a database that did not answer, which is no bug. */
function troubled(error: unknown): GraphQLError | null {
  const trouble = troubleOf(error instanceof GraphQLError ? error.originalError : error);
  if (trouble === null) return null;
  const { code, message } = trouble;
  const at = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  return new GraphQLError(message, { ...at, extensions: { code, http: { status: 503 } } });
}

/** What a caller is told of an error. One that nobody foresaw is noted. */
function failure(error: unknown, requestId: string) {
  const trouble = troubleOf(error);
  const known = error instanceof BadRequest ? error : trouble && { ...trouble, status: 503 };
  if (known !== null) return known;
  const cause = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`request ${requestId}: ${cause}\n`);
  return {
    status: 500,
    message: `Unexpected error. It was noted as request ${requestId}.`,
    code: "INTERNAL_SERVER_ERROR",
  };
}

const inJson = ({ message, code }: { message: string; code: string }): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

function fail(response: ServerResponse, error: unknown, requestId: string): void {
  const known = failure(error, requestId);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status } = known;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    // What is left of a body that was too large is not read.
    connection: "close",
    ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
  });
  response.end(inJson(known));
}
