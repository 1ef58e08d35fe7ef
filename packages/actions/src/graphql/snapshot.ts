import {
  type Builder,
  byAccess,
  type Composed,
  historyOf,
  readableJson,
  recordFields,
  recordType,
  seesEverybody,
} from "@remit/graphql";
import { sql } from "kysely";
import { ActionLogSnapshot, SnapshotEntry } from "../snapshot.ts";
import type { defineActionTypes } from "./action.ts";
export type {} from "../store.ts";

const shown = readableJson("record");

/** A group's action log as it was taken for a meeting, and as a later one agrees it. */
export function defineSnapshots(
  builder: Builder,
  { Action }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
  { Entry: History, Reference }: Composed,
) {
  builder.objectField(recordType(builder, SnapshotEntry), "action", (t) =>
    t.one(Action, {
      made: true,
      from: (_row, _args, _eb, viewer, { json }) =>
        sql`actions.at_version((${json} ->> 'action')::uuid, (${json} ->> 'version')::int, ${sql.lit(!seesEverybody(viewer))})`,
      description: "The action at the version that was taken; null where you may not see it.",
    }),
  );
  const Snapshot = builder.table("actions.log_snapshot", {
    name: "ActionLogSnapshot",
    key: "id",
    description: "An action log as it was taken for a meeting. It never changes.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  builder.objectFields(Snapshot, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the log: 1 as it was taken, 2 once it is agreed.",
    }),
    history: t.page(History, {
      ...historyOf("ActionLogSnapshot", "the log"),
      description: "The entries of the journal: that the log was taken, and agreed.",
    }),
    takenOn: t.expose("taken_on", {
      type: "Date",
      description: "The day on which the log was taken.",
    }),
    ...recordFields(builder, t, {
      schema: ActionLogSnapshot,
      json: shown,
      members: ["meeting", "entries", "contentHash"],
    }),
    agreedIn: t.embedded(
      Reference,
      (...given) => ({ json: sql`${shown(...given)} #> '{agreed,meeting}'` }),
      {
        when: (...given) => sql<boolean>`jsonb_typeof(${shown(...given)} -> 'agreed') = 'object'`,
        description: "The later meeting that agreed the log; null where none has.",
      },
    ),
  }));
  return { ActionLogSnapshot: Snapshot };
}
