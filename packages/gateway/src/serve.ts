import type { RequestListener } from "node:http";
import type { Db, Place } from "@remit/database";
import type { Gateway } from "@remit/graphql";
import { type Surroundings, surroundings } from "./context.ts";
import { gateway as remit } from "./gateway.ts";
import { type Ask, graph } from "./graph.ts";
import { exporter } from "./exports/serve.ts";
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

/** A record to look at, for a database that holds none. */
export interface Example {
  /** Reads it into a database that holds no document; what was read in, in words, or null where there is one. */
  readonly load: (db: Db, surroundings: Surroundings) => Promise<readonly string[] | null>;
  /** A secret with which to write in it, where there is one. `isNew` says that it was read in just now. */
  readonly secret: (
    db: Db,
    place: Place,
    isNew: boolean,
    surroundings: Surroundings,
  ) => Promise<string | null>;
}

/** What is served. */
export interface Serving {
  /** Remit's own composition, if left out. */
  readonly gateway?: Gateway | undefined;
  readonly example?: Example | undefined;
  /** Answers at every address but those of the graph, such as a website of the record: made with what asks the graph as anybody may. */
  readonly pages?: ((ask: Ask) => RequestListener | Promise<RequestListener>) | undefined;
  /** Texts of operations that anybody may ask for by the SHA-256 of each, such as those of the website. */
  readonly stored?: (() => Promise<readonly string[]>) | undefined;
}

/** Whether nothing was read in yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  const any = await db.selectFrom("documents.document").select("id").limit(1).execute();
  return any.length === 0;
}

/** Takes the port, opens the database, reads the example in where it belongs, and serves the graph and the pages. */
export async function serve(
  settings: Settings,
  say: (line: string) => void,
  { gateway = remit, example, pages, stored }: Serving = {},
): Promise<Served> {
  const server = await listen(settings.port, settings.host);
  let connection: Opened | undefined;
  const close = async () => {
    await server.close();
    await connection?.close();
  };
  try {
    const { place, timeout } = settings;
    const shown = settings.example ? example : undefined;
    connection = await openDatabase("url" in place ? { ...place, timeout } : place, { gateway });
    const { db, warnings } = connection;
    const loaded = (await shown?.load(db, surroundings)) ?? null;
    const secret = (await shown?.secret(db, place, loaded !== null, surroundings)) ?? null;
    const empty = await isEmpty(db);
    const answers = graph(db, { ...settings, gateway, stored: (await stored?.()) ?? [] });
    const exports = exporter(answers, settings.corsOrigins);
    server.ready(answers, exports, await pages?.(answers.ask));
    const up = {
      url: server.url,
      place,
      example: shown !== undefined,
      loaded,
      pages: pages !== undefined,
      secret,
      empty,
      warnings,
    };
    say(welcome(up));
    return { url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
