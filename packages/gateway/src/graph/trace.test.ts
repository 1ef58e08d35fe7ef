import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { createServer } from "node:http";
import {
  type Attributes,
  type Context,
  context,
  type ContextManager,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  trace,
} from "@opentelemetry/api";
import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graph } from "../graph.ts";

/** What an OpenTelemetry SDK would register: the span that is active stays so through whatever is awaited. */
const storage = new AsyncLocalStorage<Context>();
const manager: ContextManager = {
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (active, run, self, ...args) => storage.run(active, () => run.apply(self, args)),
  bind: (_, target) => target,
  enable: () => manager,
  disable: () => manager,
};

let database: TestDatabase;
beforeAll(async () => {
  context.setGlobalContextManager(manager);
  database = await embeddedDatabase("gateway");
});
afterAll(async () => {
  context.disable();
  await database.close();
});

/** What the span around a request is told, as an instrumentation of `node:http` would open one. */
async function traced(headers: Record<string, string>) {
  const attributes: Attributes = {};
  const span = Object.assign(trace.wrapSpanContext(INVALID_SPAN_CONTEXT), {
    setAttribute: (name: string, value: string) => {
      attributes[name] = value;
    },
  });
  const answers = graph(database.db, { corsOrigins: [] });
  const server = createServer((request, response) =>
    context.with(trace.setSpan(ROOT_CONTEXT, span), () => answers(request, response)),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: "{ groups { totalCount } }" }),
  });
  await answer.text();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
  return { header: answer.headers.get("remit-way"), attributes };
}

test("a trace says that the database wrote the answer", async () => {
  const { header, attributes } = await traced({});
  expect(header).toBe("written");
  expect(attributes).toEqual({ "remit.way": "written" });
});

test("a trace says that the answer was executed, and why", async () => {
  const { header, attributes } = await traced({ accept: "text/event-stream" });
  expect(header).toBe("executed");
  expect(attributes).toEqual({
    "remit.way": "executed",
    "remit.reason": "another media type is asked for",
  });
});
