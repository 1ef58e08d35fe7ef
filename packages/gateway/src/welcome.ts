import type { Place } from "@remit/database";
import { firstQuery, plainQuery } from "./queries.ts";

/** What there is to say of a gateway that is up. */
export interface Up {
  readonly url: string;
  readonly place: Place;
  /** Whether there are pages for readers beside the graph. */
  readonly pages: boolean;
  /** Whether an example is there to look at. */
  readonly example: boolean;
  /** What was read in at this start, in words. */
  readonly loaded: readonly string[] | null;
  /** The secret of the example's secretariat. */
  readonly secret: string | null;
  /** Whether nothing was read in yet. */
  readonly empty: boolean;
  readonly warnings: readonly string[];
}

/** What a person reads when the gateway is up. */
export function welcome({
  url,
  place,
  pages,
  example,
  loaded,
  secret,
  empty,
  warnings,
}: Up): string {
  const lines = [
    ...(pages ? [`The record can be read at ${url}`] : []),
    `Remit serves at ${url}/graphql`,
    "",
    ...(loaded ?? []).map((what) => `Read in: ${what}`),
    ...(loaded === null ? [] : [""]),
    ...(empty ? [...nothingYet, ""] : []),
    "A query to paste there:",
    (example ? firstQuery : plainQuery).replace(/^/gmu, "  "),
    "",
    ...(secret === null
      ? []
      : [
          "To write as the secretariat of the example, put this under Headers in GraphiQL:",
          `  {"authorization": "Bearer ${secret}"}`,
          "",
        ]),
    "folder" in place
      ? `The database is the embedded one in ${place.folder}. It is for trying: for a record that must last, set DATABASE_URL to a PostgreSQL server.`
      : `The database is the PostgreSQL server of DATABASE_URL.`,
    ...warnings,
    "Ctrl-C ends it.",
  ];
  return lines.join("\n");
}

const nothingYet = [
  "The record is empty. To begin it, in another terminal with the same settings:",
  "  remit import FILE          reads published minutes in",
  "  remit token create NAME    makes a token with which to write",
  "To look at the example first, start on a database of its own with REMIT_EXAMPLE=on.",
];
