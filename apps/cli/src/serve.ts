import { example, gateway } from "@remit/example-gateway";
import { run } from "@remit/gateway";

/** Serves until the process is told to end. */
export const serveCommand = (): Promise<void> => run(process.env, { gateway, example });
