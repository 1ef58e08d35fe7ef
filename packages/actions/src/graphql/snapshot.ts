import {
  type Builder,
  byAccess,
  type Context,
  type defineHistory,
  readsNames,
} from "@remit/graphql";
import type { ActionLogSnapshot } from "../snapshot.ts";
import { keptLogs } from "../upcast.ts";
import type { defineActionTypes } from "./action.ts";
import type { defineParts } from "./part.ts";
export type {} from "../store.ts";

interface SnapshotRow {
  readonly record: unknown;
  readonly group_id: string;
  readonly for_public: Readonly<Record<string, string>> | null;
}

const read = ({ record, group_id, for_public }: SnapshotRow, { viewer }: Context) => {
  const forPublic = readsNames(viewer, group_id) ? undefined : for_public?.["record"];
  return keptLogs.read(forPublic === undefined ? record : JSON.parse(forPublic));
};

/** A log is kept, read and parsed whole, whatever is asked of it. */
const readingLog = { own: 100 };

/** A group's action log as it was taken for a meeting, and as a later one agrees it. */
export function defineSnapshots(
  builder: Builder,
  { Reference }: ReturnType<typeof defineParts>,
  { Status }: Pick<ReturnType<typeof defineActionTypes>, "Status">,
  { Entry: History }: ReturnType<typeof defineHistory>,
) {
  const Entry = builder.objectRef<ActionLogSnapshot["entries"][number]>("SnapshotEntry").implement({
    description: "An action as a log had it.",
    fields: (t) => ({
      reference: t.exposeString("reference", {
        description: "The reference that people quote, such as NDMIG-2021-12-A3.",
      }),
      version: t.exposeInt("version", { description: "The version of the action that was taken." }),
      text: t.exposeString("text", {
        description: "The words of the action: what was to be done.",
      }),
      status: t.expose("status", { type: Status, description: "The status of the action." }),
      due: t.expose("dueDay", {
        type: "Date",
        nullable: true,
        description: "The day by which the action was due; null where none was known.",
      }),
      owners: t.exposeString("owners", {
        description: "The names of the owners, as the log had them.",
      }),
    }),
  });
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
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "ActionLogSnapshot"),
      order: ["version"],
      description: "The entries of the journal: that the log was taken, and agreed.",
    }),
    takenOn: t.expose("taken_on", {
      type: "Date",
      description: "The day on which the log was taken.",
    }),
    meeting: t.computed(
      Reference,
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).meeting,
      {
        cost: readingLog,
        description: "The meeting for which it was taken.",
      },
    ),
    entries: t.computed(
      [Entry],
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).entries,
      {
        cost: { ...readingLog, size: 100 },
        description: "The actions of the log, by their references.",
      },
    ),
    contentHash: t.computed(
      "String",
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).contentHash,
      {
        cost: readingLog,
        description: "The SHA-256 of what was taken, in hexadecimal.",
      },
    ),
    agreedIn: t.computed(
      Reference,
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).agreed?.meeting ?? null,
      {
        nullable: true,
        description: "The later meeting that agreed the log; null where none has.",
        cost: readingLog,
      },
    ),
  }));
  return { ActionLogSnapshot: Snapshot };
}
