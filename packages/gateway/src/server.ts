import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { Refusal } from "@remit/kernel";
import { exportPath } from "./exports/serve.ts";

/** The HTTP server. It listens before anything else happens, and says that it is not ready until it is given the graph, what is written out, and pages where there are some. */
export interface Listening {
  /** Where a browser on this machine finds it, such as `http://localhost:4000`. */
  readonly url: string;
  ready(graph: RequestListener, exports: RequestListener, pages?: RequestListener): void;
  /** Takes no new requests, answers those under way for up to four seconds, and frees the port. */
  close(): Promise<void>;
}

const patience = 4_000;

/** Takes the port. Refuses with `PORT_IN_USE` or `ADDRESS_NOT_USABLE`. */
export async function listen(port: number, host: string): Promise<Listening> {
  let graph: RequestListener | undefined;
  let exports: RequestListener | undefined;
  let pages: RequestListener | undefined;
  const server = createServer({
    // Slow senders hold a connection no longer than this.
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    connectionsCheckingInterval: 1_000,
  });
  server.on("request", (request, response) => route(request, response, graph, exports, pages));
  await bind(server, port, host);
  return {
    url: urlOf(server, host),
    ready: (...listeners) => {
      [graph, exports, pages] = listeners;
    },
    close: () => close(server),
  };
}

function route(
  request: IncomingMessage,
  response: ServerResponse,
  graph: RequestListener | undefined,
  exports: RequestListener | undefined,
  pages: RequestListener | undefined,
): void {
  const path = request.url?.split("?", 1)[0];
  if (path === "/health")
    say(response, graph ? 200 : 503, { status: graph ? "ready" : "starting" });
  else if (graph === undefined)
    say(response, 503, { error: "Remit is starting: ask again in a moment." });
  else if (exports && path?.startsWith(exportPath)) exports(request, response);
  else if (pages && path !== "/graphql") pages(request, response);
  else if (path === "/") response.writeHead(302, { location: "/graphql" }).end();
  else if (path !== "/graphql")
    say(response, 404, { error: "There is nothing here. The graph is at /graphql." });
  else graph(request, response);
}

function say(response: ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bind(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      const hint = `Stop the other program, or choose another port: PORT=${port + 1}`;
      throw new Refusal("PORT_IN_USE", `Port ${port} is in use. ${hint}`);
    }
    throw new Refusal(
      "ADDRESS_NOT_USABLE",
      `${host}:${port} cannot be listened on (${String(code)}). Choose others with HOST and PORT.`,
    );
  }
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host);
  const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  // A connection that is kept alive becomes idle when its request is answered, and is let go then.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(impatience);
}
