export { example, loadExample } from "./example.ts";
export { gateway } from "./gateway.ts";
export { pages, stored } from "./pages.ts";
