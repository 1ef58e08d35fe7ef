export { type Graph, graphAt } from "./graph/ask.ts";
export { operations } from "./pages.ts";
export { plain, type Settings } from "./settings.ts";
export { type Making, site, type Site } from "./site.ts";
