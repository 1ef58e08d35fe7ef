import type { Gateway } from "@remit/graphql";
import { surroundings } from "./context.ts";
import { exampleSecret, isEmpty, loadExample } from "./example.ts";
import { gateway as remit } from "./gateway.ts";
import { graph } from "./graph.ts";
import { openDatabase, type Opened } from "./open.ts";
import { listen } from "./server.ts";
import type { Settings } from "./settings.ts";
import { welcome } from "./welcome.ts";

/** A gateway that serves. */
export interface Served {
  /** Such as `http://localhost:4000`. */
  readonly url: string;
  /** Answers what is under way, closes the database and frees the port. */
  readonly close: () => Promise<void>;
}

/** Takes the port, opens the database, reads the example in where it belongs, and serves the graph. */
export async function serve(
  settings: Settings,
  say: (line: string) => void,
  gateway: Gateway = remit,
): Promise<Served> {
  const server = await listen(settings.port, settings.host);
  let connection: Opened | undefined;
  const close = async () => {
    await server.close();
    await connection?.close();
  };
  try {
    const { place, timeout, example } = settings;
    connection = await openDatabase("url" in place ? { ...place, timeout } : place, { gateway });
    const { db, warnings } = connection;
    const loaded = example ? await loadExample(db, surroundings) : null;
    const secret = example ? await exampleSecret(db, place, loaded !== null, surroundings) : null;
    const empty = await isEmpty(db);
    server.ready(graph(db, { ...settings, gateway }));
    say(welcome({ url: server.url, place, example, loaded, secret, empty, warnings }));
    return { url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
