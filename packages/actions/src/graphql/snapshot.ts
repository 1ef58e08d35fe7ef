import {
  type Builder,
  byAccess,
  type Context,
  type defineHistory,
  defineVerb,
  globalId,
  readsNames,
  type Tx,
} from "@remit/graphql";
import { addDays, dayAt, instantOf, Refusal, sees, standsIn } from "@remit/kernel";
import * as z from "zod";
import type { Action } from "../action.ts";
import { assertKeeps } from "../permission.ts";
import { ActionLogSnapshot, agree, takeSnapshot } from "../snapshot.ts";
import {
  changeSnapshot,
  findSnapshot,
  insertSnapshot,
  listActions,
  listAsAt,
  noSuchLog,
  type Seen,
} from "../store.ts";
import { sha256 } from "../store/hash.ts";
import { keptLogs } from "../upcast.ts";
import { type Acting, actingAt } from "./acting.ts";
import { Target } from "./input.ts";
import { onceFields } from "./move.ts";
import type { defineParts } from "./part.ts";
import type { World } from "./world.ts";

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
  { Entry: History }: ReturnType<typeof defineHistory>,
  world: World,
) {
  const Entry = builder.objectRef<ActionLogSnapshot["entries"][number]>("SnapshotEntry").implement({
    description: "An action as a log had it.",
    fields: (t) => ({
      reference: t.exposeString("reference", { description: "What people quote." }),
      version: t.exposeInt("version", { description: "Which version it was." }),
      text: t.exposeString("text", { description: "What was to be done." }),
      status: t.exposeString("status", { description: "How far it had come." }),
      due: t.expose("dueDay", { type: "Date", nullable: true, description: "By when." }),
      owners: t.exposeString("owners", { description: "For whom." }),
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
    version: t.exposeInt("version", { description: "1 as it was taken, 2 once it is agreed." }),
    history: t.page(History, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "ActionLogSnapshot"),
      order: ["version"],
      description: "That it was taken, and that it was agreed.",
    }),
    takenOn: t.expose("taken_on", { type: "Date", description: "When it was taken." }),
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
        description: "The actions.",
      },
    ),
    contentHash: t.computed(
      "String",
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).contentHash,
      {
        cost: readingLog,
        description: "The hash of what was taken.",
      },
    ),
    agreedIn: t.computed(
      Reference,
      ["record", "group_id", "for_public"],
      (row, context) => read(row, context).agreed?.meeting ?? null,
      { nullable: true, description: "The later meeting that agreed it.", cost: readingLog },
    ),
  }));
  const takeInput = builder.inputType("TakeActionLogInput", {
    description: "What takeActionLog is told.",
    fields: (t) => ({
      meeting: t.id({ required: true, description: "The meeting for which it is taken." }),
      ...onceFields(t),
    }),
  });
  const keyed = Target.pick({ idempotencyKey: true, on: true }).shape;
  defineVerb(builder, "takeActionLog", {
    description: "Takes the group's action log as it stands, for a meeting to agree later.",
    subject: Snapshot,
    input: takeInput,
    schema: z.object({ meeting: globalId("Meeting"), ...keyed }),
    run: async (tx, { meeting, on }, context) => {
      const { acting, held } = await actingAt(tx, context, world, { meeting, on });
      assertKeeps(context.caller, held.group.id);
      acting.assertHeld(held);
      const taken = {
        id: context.newId(),
        group: held.group,
        meeting: held.meeting,
        takenOn: acting.stamp.on,
      };
      // A log that all of a meeting's readers see holds only what all of them see.
      const actions = (await listOn(tx, held.group.id, acting)).filter(({ access }) =>
        standsIn(access, held.access),
      );
      const snapshot = takeSnapshot(taken, actions, sha256);
      await insertSnapshot(tx, snapshot, held.access);
      return { key: snapshot.id, entries: [entryOf(null, snapshot, 1, held, acting.at(on))] };
    },
  });
  const agreeInput = builder.inputType("AgreeActionLogInput", {
    description: "What agreeActionLog is told.",
    fields: (t) => ({
      id: t.id({ required: true, description: "The log that was taken." }),
      meeting: t.id({ required: true, description: "The later meeting that agreed it." }),
      ...onceFields(t),
    }),
  });
  defineVerb(builder, "agreeActionLog", {
    description: "A later meeting agrees the log of an earlier one.",
    subject: Snapshot,
    input: agreeInput,
    schema: z.object({
      id: globalId("ActionLogSnapshot"),
      meeting: globalId("Meeting"),
      ...keyed,
    }),
    run: async (tx, { id, meeting, on }, context) => {
      const { acting, held } = await actingAt(tx, context, world, { meeting, on });
      acting.assertHeld(held);
      const assertTheirs = ({ snapshot, access }: Seen) => {
        if (!sees(context.caller, access, snapshot.group.id)) throw noSuchLog();
        if (snapshot.group.id !== held.group.id) {
          const message = "A meeting agrees the logs of its own group.";
          throw new Refusal("INV-A15", message, { path: ["meeting"] });
        }
        assertKeeps(context.caller, snapshot.group.id);
      };
      assertTheirs(await findSnapshot(tx, id.id));
      let before: ActionLogSnapshot | null = null;
      const after = await changeSnapshot(tx, id.id, (seen) => {
        assertTheirs(seen);
        const { snapshot } = seen;
        before = snapshot;
        return agree(snapshot, { meeting: held.meeting, on: held.on }, sha256);
      });
      return { key: after.id, entries: [entryOf(before, after, 2, held, acting.at(on))] };
    },
  });
  return { ActionLogSnapshot: Snapshot };
}

/** A group's actions as they stand, or as they stood when the day ended that a caller names. */
function listOn(tx: Tx, group: string, { context, stamp, zone }: Acting): Promise<Action[]> {
  const today = dayAt(context.now().toISOString(), zone);
  if (stamp.on === today) return listActions(tx, group);
  const next = Date.parse(instantOf({ local: `${addDays(stamp.on, 1)}T00:00`, zone }));
  return listAsAt(tx, group, new Date(next - 1).toISOString());
}

const entryOf = (
  before: ActionLogSnapshot | null,
  after: ActionLogSnapshot,
  version: number,
  { access, group }: { access: Action["access"]; group: { id: string } },
  at: string,
) => ({
  subject: { type: "ActionLogSnapshot", id: after.id },
  version,
  at,
  before: before && keptLogs.kept(before),
  after: keptLogs.kept(after),
  access,
  group: group.id,
});
