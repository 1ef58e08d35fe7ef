import { exportPerson } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { printed, withDatabase } from "./database.ts";

/** Prints all that is held about a person: how much in each place, or the whole as JSON. */
export const exportCommand = (
  gateway: Gateway,
  named: string,
  { json }: { json?: boolean },
): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const { person, records, rows, texts, entries } = await exportPerson(db, named, gateway);
    if (json) return printed(true, [{ person, records, rows, texts, entries }], String);
    await printed(
      false,
      [
        `${person}: ${records.length} of groups.person`,
        ...counted("rows point at the person", rows),
        ...counted("texts hold a name", texts),
        `${entries.length} entries of the journal`,
      ],
      (line) => line,
    );
  });

function counted(what: string, held: readonly { readonly place: string }[]): string[] {
  const places = Map.groupBy(held, ({ place }) => place);
  return [
    `${held.length} ${what}`,
    ...[...places].map(([place, all]) => `  ${all.length}  ${place}`),
  ];
}
