import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/** Serves until the process is told to end. What it is and where is said on standard output. */
export async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  const served = await serve(readSettings(environment), (line) => {
    process.stdout.write(`${line}\n`);
  });
  // A terminal's Ctrl-C reaches the process more than once, directly and through pnpm: the first counts.
  let ending: Promise<void> | undefined;
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      ending ??= served.close().then(resolve, reject);
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
  });
}
