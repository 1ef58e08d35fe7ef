import { commandLine } from "@remit/cli";

process.exitCode = await commandLine(() => import("./index.ts"));
