import {
  type Builder,
  type Composed,
  isMade,
  nameless,
  readsNames,
  seesEverybody,
} from "@remit/graphql";
import { dayAt } from "@remit/kernel";
import { sql } from "kysely";
import { printLog } from "../log.ts";
import { seesAction } from "../permission.ts";
import { listActions, listAsAt } from "../store.ts";
import { type defineActionTypes, dueTold, referenceOrder } from "./action.ts";

/** Whose log it is, and of which moment; null for now. */
export interface LogRow {
  group_id: string;
  zone: string;
  at: string | null;
}

/** A group's action log, as it stands and as it stood. */
export function defineLog(
  builder: Builder,
  { Action }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
  { hidden }: Composed,
) {
  const ActionLog = builder.embedded<LogRow>("ActionLog", {
    description: "Every action of a group at one moment, drafts left out.",
  });
  builder.objectFields(ActionLog, (t) => ({
    on: t.expression(
      "Date",
      ({ at, zone }, _args, _eb, { now }) =>
        sql<string>`(coalesce(${at}, ${now.as("timestamptz")}) at time zone ${zone})::date`,
      { notNull: true, description: "The day of which the log speaks." },
    ),
    actions: t.many(Action, {
      on: { group_id: "group_id" },
      made: true,
      from: (_row, _args, _eb, viewer, log) =>
        isMade(log)
          ? sql`actions.log_as_at(${log.group_id}, ${log.at}, ${sql.lit(!seesEverybody(viewer))})`
          : null,
      where: ({ draft }, _args, eb) => eb.not(draft),
      order: [{ by: referenceOrder }],
      size: 100,
      description: "The actions of the log, by their references.",
    }),
    markdown: t.computed(
      "String",
      ["group_id", "zone", "at"],
      async ({ group_id, zone, at }, context) => {
        const { db, caller, viewer, now } = context;
        const withheld = !readsNames(viewer, group_id);
        const all = await (at === null
          ? listActions(db, group_id, withheld)
          : listAsAt(db, group_id, at, withheld));
        const told = all
          .filter((action) => seesAction(caller, action))
          .map(async (action) => ({
            ...action,
            due: await dueTold(hidden, context, action.due),
          }));
        return printLog(
          await Promise.all(told),
          dayAt((at === null ? now() : new Date(at)).toISOString(), zone),
        );
      },
      {
        description: "The log as a table in Markdown.",
        extensions: nameless("made"),
        // All actions of the group are read.
        cost: { own: 500 },
      },
    ),
  }));
  return ActionLog;
}
