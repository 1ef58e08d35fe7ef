import { serve, type Serving } from "./serve.ts";
import { readSettings } from "./settings.ts";

/** Milliseconds that an end may take. Requests have four seconds of them; a statement that hangs would take for ever. */
const longest = 4_500;

/** Serves until the process is told to end: Remit's own composition, or a directorate's. What it is and where is said on standard output. */
export async function run(environment: NodeJS.ProcessEnv, serving?: Serving): Promise<void> {
  const settings = readSettings(environment);
  // Listened to from the first moment, and more than once: a terminal's Ctrl-C comes directly and through pnpm.
  const told = new Promise<void>((tell) => {
    process.on("SIGINT", () => tell());
    process.on("SIGTERM", () => tell());
  });
  void told.then(() => setTimeout(cutOff, longest).unref());
  const served = await serve(
    settings,
    (line) => {
      process.stdout.write(`${line}\n`);
    },
    serving,
  );
  await told;
  await served.close();
}

function cutOff(): never {
  process.stderr.write("remit: The database did not let go in time, and was cut off.\n");
  process.exit(1);
}
