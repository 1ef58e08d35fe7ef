import { digest, type Reminder, remindersDue } from "@remit/actions";
import { listActions, reminderKeys, writeReminders } from "@remit/actions/store";
import { atOneMoment, surroundings } from "@remit/gateway";
import { listGroups } from "@remit/groups/store";
import { Day, dayAt, Refusal, type Ref, foldSlug } from "@remit/kernel";
import type { Db } from "@remit/database";
import { printed, withDatabase } from "./database.ts";

interface Options {
  readonly group: string;
  readonly on?: string;
}

/** Prints what a group has to chase, in Markdown. */
export const digestCommand = (options: Options): Promise<void> =>
  withDatabase(async (db) => {
    const { group, on } = await asked(db, options, surroundings.now());
    process.stdout.write(digest(group, await listActions(db, group.id), on));
  });

/** When a group's actions are reminded of. */
const rules = [
  { id: "two weeks before", when: "before-due", days: 14 },
  { id: "a day late", when: "overdue", days: 1 },
  { id: "time to look again", when: "standing-review", days: 0 },
] as const;

/** Writes the reminders that are due, each once for ever, and prints those that are new. */
export const remindCommand = ({ json, ...options }: Options & { json?: boolean }): Promise<void> =>
  withDatabase(async (db) => {
    const { now } = atOneMoment(surroundings);
    const { group, on } = await asked(db, options, now());
    const written = await db.transaction().execute(async (tx) => {
      const actions = await listActions(tx, group.id);
      const due = remindersDue(actions, rules, on, await reminderKeys(tx, group.id));
      return writeReminders(tx, due, now().toISOString());
    });
    printed(json, written, line);
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
