import { digest, type Reminder, remindersDue } from "@remit/actions";
import { listActions, reminderKeys, writeReminders } from "@remit/actions/store";
import { atOneMoment, surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { listGroups } from "@remit/groups/store";
import { Day, dayAt, Refusal, type Ref, foldSlug } from "@remit/kernel";
import type { Db } from "@remit/database";
import { printed, withDatabase } from "./database.ts";

interface Options {
  readonly group: string;
  readonly on?: string;
  /** Whether persons who are shown by role alone are named. */
  readonly names?: boolean;
}

/** Prints what a group has to chase, in Markdown: as anybody may read it, since a digest is sent around. */
export const digestCommand = (gateway: Gateway, options: Options): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const { group, on } = await asked(db, options, surroundings.now());
    const actions = await listActions(db, group.id, options.names !== true);
    process.stdout.write(digest(group, actions, on));
  });

/** When a group's actions are reminded of. */
const rules = [
  { id: "two weeks before", when: "before-due", days: 14 },
  { id: "a day late", when: "overdue", days: 1 },
  { id: "time to look again", when: "standing-review", days: 0 },
] as const;

/** Writes the reminders that are due, each once for ever, and prints those that are new. */
export const remindCommand = (
  gateway: Gateway,
  { json, ...options }: Options & { json?: boolean },
): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const { now } = atOneMoment(surroundings);
    const { group, on } = await asked(db, options, now());
    await db.transaction().execute(async (tx) => {
      const actions = await listActions(tx, group.id);
      const due = remindersDue(actions, rules, on, await reminderKeys(tx, group.id));
      const written = await writeReminders(tx, due, now().toISOString());
      // What is kept of a reminder names everybody; what is printed may be sent around.
      const shown = await listActions(tx, group.id, options.names !== true);
      const told = new Map(
        remindersDue(shown, rules, on, new Set()).map((each) => [each.key, each]),
      );
      // Printed before they are kept as written: what is cut off on the way is printed again the next time.
      await printed(
        json,
        written.map((each) => told.get(each.key) ?? each),
        line,
      );
    });
  });

const line = ({ action, rule, due, to }: Reminder): string =>
  `${action.label}: ${rule}, ${due}; ${to.map(({ label }) => label).join(", ") || "nobody named"}`;

async function asked(
  db: Db,
  { group: slug, on }: Options,
  now: Date,
): Promise<{ group: Ref; on: string }> {
  if (on !== undefined && !Day.safeParse(on).success)
    throw new Refusal("DAY_UNKNOWN", `${on} is no day: write it as 2026-12-31.`);
  const groups = await listGroups(db);
  const found = groups.find((group) => group.slug === foldSlug(slug));
  if (found !== undefined) {
    const today = dayAt(now.toISOString(), found.zone);
    return { group: { type: "Group", id: found.id, label: found.name }, on: on ?? today };
  }
  const known = groups.map((group) => group.slug).join(", ") || "none";
  throw new Refusal("NOT_FOUND", `There is no group ${slug}. There are: ${known}.`);
}
