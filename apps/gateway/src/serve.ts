import type { Connection } from "@remit/database";
import { surroundings } from "./context.ts";
import { exampleSecret, loadExample } from "./example.ts";
import { graph } from "./graph.ts";
import { openDatabase } from "./open.ts";
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
export async function serve(settings: Settings, say: (line: string) => void): Promise<Served> {
  const server = await listen(settings.port, settings.host);
  let connection: Connection | undefined;
  const close = async () => {
    await server.close();
    await connection?.close();
  };
  try {
    connection = await openDatabase(settings.place);
    const loaded = settings.example ? await loadExample(connection.db, surroundings) : null;
    const secret = settings.example
      ? await exampleSecret(connection, loaded !== null, surroundings)
      : null;
    server.ready(graph(connection.db, settings));
    say(welcome(server.url, connection, settings, loaded, secret));
    return { url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
