import {
  type Builder,
  type Context,
  type defineHistory,
  enumOf,
  isTakenOut,
  readsNames,
} from "@remit/graphql";
import { type Actor, type Id, sees } from "@remit/kernel";
import { sql } from "kysely";
import { type Action, startedOf } from "../action.ts";
import { CompletionKind, policyOf } from "../completion.ts";
import { isDueSoon } from "../lateness.ts";
import { type MoveNow, movesFor } from "../permission.ts";
import { carriedForward, isNeverReviewed } from "../reviews.ts";
import { dueRevisions, originalDue, originalText, rewordings } from "../revision.ts";
import { keptActions } from "../upcast.ts";
import { ActionMove } from "../verbs.ts";
import { type defineActionTypes, referenceOrder } from "./action.ts";
import { defineParts } from "./part.ts";
import { todayOf } from "./today.ts";
import type { World } from "./world.ts";

/** What a viewer sees of an action's record: reports have an access of their own. */
export const seenBy = (viewer: Actor, action: Action): Action => ({
  ...action,
  updates: action.updates.filter(({ access }) => sees(viewer, access, action.group.id)),
});

/** A record of a group as a viewer may read it: `forPublic` is what is said to those who are not told of everybody. */
function readBy(
  { viewer }: Pick<Context, "viewer">,
  group: Id | null,
  record: unknown,
  forPublic: string | null | undefined,
): Action {
  const withheld = forPublic != null && !readsNames(viewer, group);
  return keptActions.read(withheld ? JSON.parse(forPublic) : record);
}

/** A record is kept, read and parsed whole, whatever is asked of it. */
const readingRecord = { own: 20 };

/** What has happened to an action: on the action itself, and as it stood at other times. */
export function defineRecord(
  builder: Builder,
  types: ReturnType<typeof defineActionTypes>,
  { Entry }: ReturnType<typeof defineHistory>,
  world: World,
): { Record: ReturnType<typeof defineActionRecord>; parts: ReturnType<typeof defineParts> } {
  const parts = defineParts(builder, types, world);
  const Record = defineActionRecord(builder, types, parts, world);
  const Move = enumOf(builder, ActionMove);
  const MoveNowType = builder.objectRef<MoveNow>("MoveNow").implement({
    description: "Whether you may do something to an action now.",
    fields: (t) => ({
      move: t.field({
        type: Move,
        description: "The verb that is spoken of.",
        resolve: ({ move }) => move,
      }),
      allowed: t.exposeBoolean("allowed", { description: "Whether you may do it." }),
      needs: t.stringList({
        description: "The fields of the input that you have to give, where you may do it.",
        resolve: (now) => (now.allowed ? [...now.needs] : []),
      }),
      code: t.string({
        nullable: true,
        description: "The code of the refusal, as a word to branch on; null where you may.",
        resolve: (now) => (now.allowed ? null : now.code),
      }),
      reason: t.string({
        nullable: true,
        description: "What stands in the way of the action; null where nothing does.",
        resolve: (now) => (now.allowed ? null : now.reason),
      }),
    }),
  });
  builder.objectFields(types.Action, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the action, which every verb raises by one.",
    }),
    record: t.computed(
      Record,
      ["record", "group_id", "for_public"],
      ({ record, group_id, for_public }, context) =>
        seenBy(context.caller, readBy(context, group_id, record, for_public?.["record"])),
      { description: "Everything that has happened to the action.", cost: readingRecord },
    ),
    moves: t.computed(
      [MoveNowType],
      ["record", "group_id", "for_public"],
      // A reason may quote the record.
      ({ record, group_id, for_public }, context) =>
        movesFor(context.caller, readBy(context, group_id, record, for_public?.["record"])),
      {
        description: "Every verb, and whether you may do it to this action now.",
        cost: { own: 25, size: 25 },
      },
    ),
    waitsFor: t.many(types.Action, {
      via: { table: "actions.dependency", from: { from_id: "id" }, to: { to_id: "id" } },
      order: [{ by: referenceOrder }],
      size: 1,
      description: "The actions that have to be finished before this one.",
    }),
    successors: t.many(types.Action, {
      via: { table: "actions.succession", from: { from_id: "id" }, to: { to_id: "id" } },
      order: [{ by: referenceOrder }],
      size: 1,
      description: "The actions that took its place.",
    }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Action"),
      order: ["version"],
      description: "Every change that was made to the action, the first one first.",
    }),
    asAt: t.one(Entry, {
      on: { subject_id: "id" },
      args: {
        at: t.arg({
          type: "DateTime",
          required: true,
          description: "The moment at which the action is looked at.",
        }),
      },
      where: ({ subject_type, at, version }, args, eb) =>
        eb.and([
          eb(subject_type, "=", "Action"),
          sql<boolean>`${at} <= ${args.at}::timestamptz`,
          // What is written down late does not bring along what had not happened yet.
          eb.not(
            eb.exists(Entry, { subject_id: "subject_id", subject_type: "subject_type" }, (later) =>
              eb.and([
                sql<boolean>`${later.version} < ${version}`,
                sql<boolean>`${later.at} > ${args.at}::timestamptz`,
              ]),
            ),
          ),
        ]),
      order: ["version desc"],
      description:
        "The last change before that moment; null where the action was not recorded yet.",
    }),
  }));
  builder.objectField(Entry, "action", (t) =>
    t.computed(
      Record,
      ["subject_type", "group_id", "after", "after_for_public"],
      ({ subject_type, group_id, after, after_for_public }, context) =>
        subject_type === "Action" && !isTakenOut({ after })
          ? seenBy(context.caller, readBy(context, group_id, after, after_for_public))
          : null,
      {
        nullable: true,
        description: "The action as it was then, where the change is of one.",
        cost: readingRecord,
      },
    ),
  );
  return { Record, parts };
}

type Types = ReturnType<typeof defineActionTypes>;

/** The type of an action with everything that had happened to it. */
export function defineActionRecord(
  builder: Builder,
  { Status }: Types,
  parts: ReturnType<typeof defineParts>,
  world: World,
) {
  return builder.objectRef<Action>("ActionRecord").implement({
    description: "An action with everything that had happened to it by then.",
    fields: (t) => ({
      reference: t.exposeString("reference", {
        description: "The reference that people quote, such as NDMIG-2021-12-A3.",
      }),
      version: t.exposeInt("version", {
        description: "The version of the action, which every verb raises by one.",
      }),
      text: t.exposeString("text", { description: "The words of the action: what is to be done." }),
      originalText: t.string({
        description: "The sentence of the action as it was minuted.",
        resolve: originalText,
      }),
      status: t.expose("status", {
        type: Status,
        description: "The status of the action at that time.",
      }),
      owners: t.field({
        type: [parts.Owner],
        description: "Whoever the action is for; empty where nobody is named.",
        resolve: ({ owners }) => [...owners],
      }),
      completion: t.field({
        type: enumOf(builder, CompletionKind),
        description: "Whose word makes the action done.",
        resolve: (action) => policyOf(action).kind,
      }),
      due: t.field({
        type: parts.Due,
        description: "When the action is due.",
        resolve: ({ due }) => due,
      }),
      originalDue: t.field({
        type: parts.Due,
        description: "When the action was due at first.",
        resolve: originalDue,
      }),
      dueRevisions: t.field({
        type: [parts.Revision],
        description: "Every change of the due with its reason, the first one first.",
        resolve: dueRevisions,
      }),
      rewordings: t.field({
        type: [parts.Rewording],
        description: "Every change of the words with its reason, the first one first.",
        resolve: rewordings,
      }),
      updates: t.field({
        type: [parts.Update],
        description: "Every report on the action that you may see, the first one first.",
        resolve: ({ updates }) => [...updates],
      }),
      reviews: t.field({
        type: [parts.Review],
        description: "What meetings made of the action when they reviewed it.",
        resolve: ({ reviews }) => [...reviews],
      }),
      carriedForward: t.int({
        description: "The number of meetings that have carried the action forward.",
        resolve: carriedForward,
      }),
      neverReviewed: t.boolean({
        description: "Whether no meeting after the one that raised the action has come to it.",
        resolve: isNeverReviewed,
      }),
      dueSoon: t.boolean({
        description: "Whether the action is due within two weeks from today.",
        resolve: async (action, _, context) =>
          isDueSoon(action, await todayOf(context, world, action.group.id)),
      }),
      started: t.field({
        type: parts.Step,
        nullable: true,
        description: "Who took the action up and when; null where nobody has.",
        resolve: startedOf,
      }),
      block: t.field({
        type: parts.Change,
        nullable: true,
        description: "What stands in the way of the action; null where nothing does.",
        resolve: (action) =>
          action.status === "blocked" ? { verb: "block" as const, ...action.block } : null,
      }),
      done: t.field({
        type: parts.Done,
        nullable: true,
        description: "The owners' word that the action is done; null where they have not said so.",
        resolve: (action) => ("done" in action ? action.done : null),
      }),
      changes: t.field({
        type: [parts.Change],
        description: "Every change of what the action says, with its reason and what it replaced.",
        resolve: ({ changes }) => [...changes],
      }),
      kind: t.exposeString("kind", {
        nullable: true,
        description: "What sort of action it is, such as task; null where nobody said.",
      }),
      beneficiaries: t.field({
        type: [parts.Agent],
        description: "Whoever the action is done for the sake of.",
        resolve: ({ beneficiaries }) => [...beneficiaries],
      }),
      followUps: t.field({
        type: [parts.FollowUp],
        description: "What is to come back to the group, and in what form.",
        resolve: ({ followUps }) => [...followUps],
      }),
      links: t.field({
        type: [parts.Link],
        description: "What the action serves: commitments, other actions, items, documents.",
        resolve: ({ links }) => [...links],
      }),
      closure: t.field({
        type: parts.Closure,
        nullable: true,
        description: "How the action ended; null where it has not.",
        resolve: (action) => ("closure" in action ? action.closure : null),
      }),
    }),
  });
}
