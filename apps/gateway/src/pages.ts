import type { RequestListener } from "node:http";
import type { Ask } from "@remit/gateway";

/** The website of the record, which stands at every address but the graph's: its name, colours, words and pages are settled here. */
export async function pages(graph: Ask): Promise<RequestListener> {
  // A command that serves nothing loads no site.
  const { site } = await import("@remit/site");
  return site({
    graph,
    revision: graph.revision,
    graphAddress: "/graphql",
    complain: (error) => void process.stderr.write(`site: ${String(error)}\n`),
  }).listener;
}

/** The questions of the website, which the gateway knows by heart: a client may ask them by the hash of their texts. */
export async function stored(): Promise<readonly string[]> {
  const { operations } = await import("@remit/site");
  return operations.map(({ text }) => text);
}
