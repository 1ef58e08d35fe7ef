import { createServer } from "node:http";
import { graphAt } from "./graph/ask.ts";
import { site } from "./site.ts";

// The site alone, before a gateway that is somewhere else: GRAPH_URL says where.
const { GRAPH_URL: url, PORT: port = "4001", HOST: host = "127.0.0.1" } = process.env;

if (url === undefined || !URL.canParse(url)) {
  process.stderr.write(
    "site: Set GRAPH_URL to the address of a graph, such as http://localhost:4000/graphql.\n",
  );
  process.exitCode = 1;
} else {
  const { listener } = site({
    graph: graphAt(url),
    graphAddress: url,
    complain: (error) => void process.stderr.write(`site: ${String(error)}\n`),
  });
  createServer(listener).listen(Number(port), host, () =>
    process.stdout.write(`The record of ${url} can be read at http://${host}:${port}\n`),
  );
}
