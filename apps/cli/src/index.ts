export { program, type Served } from "./program.ts";
export { commandLine } from "./run.ts";
