import type { Connection } from "@remit/database";
import { createdInWords } from "./import/counts.ts";
import type { ImportReport } from "./import/report.ts";
import { firstQuery, plainQuery } from "./queries.ts";
import type { Settings } from "./settings.ts";

/** What a person reads when the gateway is up. */
export function welcome(
  url: string,
  { kind }: Connection,
  { place, example }: Settings,
  loaded: readonly ImportReport[] | null,
  secret: string | null,
): string {
  const where = "folder" in place ? place.folder : "DATABASE_URL";
  const lines = [
    `Remit serves at ${url}/graphql`,
    "",
    ...(loaded ?? []).map(({ title, created }) => `Read in: ${title} (${createdInWords(created)})`),
    ...(loaded === null ? [] : [""]),
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
    kind === "embedded"
      ? `The database is the embedded one in ${where}. It is for trying: for a record that must last, set DATABASE_URL to a PostgreSQL server.`
      : `The database is the PostgreSQL server of ${where}.`,
    "Ctrl-C ends it.",
  ];
  return lines.join("\n");
}
