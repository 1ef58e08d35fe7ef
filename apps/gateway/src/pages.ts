import type { Ask } from "@remit/gateway";
import { site } from "@remit/site";

/** The website of the record, which stands at every address but the graph's: its name, colours, words and pages are settled here. */
export const pages = (graph: Ask) =>
  site({
    graph,
    graphAddress: "/graphql",
    complain: (error) => void process.stderr.write(`site: ${String(error)}\n`),
  }).listener;
