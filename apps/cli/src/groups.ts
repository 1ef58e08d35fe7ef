import { type Db, type Entry, type Tx, writeEntries } from "@remit/database";
import { surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import type { PublicProfile } from "@remit/groups";
import { changeProfile, changeZone } from "@remit/groups/store";
import { Refusal, Zone } from "@remit/kernel";
import { withDatabase } from "./database.ts";

/** Hangs the calendar of a group in another time zone. */
export const zoneCommand = (gateway: Gateway, slug: string, text: string): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const zone = Zone.safeParse(text);
    if (!zone.success)
      throw new Refusal("ZONE_UNKNOWN", zone.error.issues[0]?.message ?? "This is no time zone.");
    const id = await idOf(db, "groups.group", slug);
    await change(db, "setGroupZone", (tx, at) => changeZone(tx, id, zone.data, at));
  });

/** Shows a person to the public by name or by role alone. */
export const profileCommand = (
  gateway: Gateway,
  slug: string,
  profile: PublicProfile,
): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const id = await idOf(db, "groups.person", slug);
    await change(db, "setPublicProfile", (tx, at) => changeProfile(tx, id, profile, at));
  });

async function idOf(db: Db, table: "groups.group" | "groups.person", slug: string) {
  const found = await db.selectFrom(table).select("id").where("slug", "=", slug).execute();
  if (found[0] !== undefined) return found[0].id;
  const message = `There is no ${table === "groups.group" ? "group" : "person"} ${slug}.`;
  throw new Refusal("NOT_FOUND", message);
}

type Told = Omit<Entry, "actor" | "requestId" | "verb">;

/** Makes a change with its entries in the journal, in one transaction, and says whether anything changed. */
async function change(
  db: Db,
  verb: string,
  run: (tx: Tx, at: string) => Promise<readonly Told[]>,
): Promise<void> {
  const at = surroundings.now().toISOString();
  const by = { verb, actor: { name: "remit", person: null }, requestId: surroundings.newId() };
  const entries = await db.transaction().execute(async (tx) => {
    const told = await run(tx, at);
    await writeEntries(
      tx,
      told.map((entry) => ({ ...entry, ...by })),
      at,
    );
    return told;
  });
  process.stderr.write(entries.length === 0 ? "It is so already.\n" : "Done.\n");
}
