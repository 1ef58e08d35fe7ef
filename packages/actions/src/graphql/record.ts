import {
  type Builder,
  byAccess,
  byAccessAndDraft,
  type Columns,
  type Composed,
  conceptOf,
  enumOf,
  historyOf,
  recordFor,
  recordFields,
  recordType,
  seesEverybody,
} from "@remit/graphql";
import type { Access } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import { Action as ActionRecord } from "../action.ts";
import { Closure as ClosureRecord } from "../closure.ts";
import { CompletionKind, policyOf } from "../completion.ts";
import { type ActionVerbs, movesFor } from "../permission.ts";
import { carriedForward, isNeverReviewed } from "../reviews.ts";
import { Review, Update } from "../update.ts";
import { keptActions } from "../upcast.ts";
import { type defineActionTypes, dueRow, referenceOrder, shownRecord } from "./action.ts";
import { defineChanges, isObject } from "./change.ts";
import { defineMoves } from "./moves.ts";

type Types = ReturnType<typeof defineActionTypes>;
type Reader = Parameters<typeof shownRecord>[3];
type Kept = Columns<{ record: unknown; for_public: unknown }>;

/** A record is kept, read and parsed whole, whatever is asked of it. */
const readingRecord = { own: 20 };

/** A member of the record, as the viewer may read it. */
const shown =
  (member: string) =>
  (row: Kept, args: unknown, eb: unknown, viewer: Reader): Expression<unknown> =>
    sql`${shownRecord(row, args, eb, viewer)} -> ${sql.lit(member)}`;

const kindIn = (row: Kept, args: unknown, eb: unknown, viewer: Reader) =>
  sql<string | null>`${shownRecord(row, args, eb, viewer)} ->> 'kind'`;

/** The changes of one sort; what took the place of the one at `place`, counted from 1, is what the next one replaced, or what stands now. */
const changes = (record: Expression<unknown>, verb: string) =>
  sql`actions.changes_of(${record}, ${sql.lit(verb)})`;

/** What has happened to an action: as it stands, and as it stood at other times. */
export function defineRecord(
  builder: Builder,
  types: Types,
  { Concept, Entry }: Composed,
  verbs: ActionVerbs,
): void {
  const { Action, Due } = types;
  const Closure = recordType(builder, ClosureRecord);
  const { Revision, Rewording } = defineChanges(builder, Due, Closure);
  builder.objectFields(Action, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the action, which every verb raises by one.",
    }),
    ...recordFields(builder, t, {
      schema: ActionRecord,
      json: shownRecord,
      members: ["beneficiaries", "links", "followUps", "changes", "started", "block", "done"],
    }),
    kind: t.embedded(Concept, (...given) => conceptOf("ActionKind", kindIn(...given)), {
      when: (...given) => sql<boolean>`${kindIn(...given)} is not null`,
      description:
        "What sort of action it is, in the directorate's own words, such as task; null where nobody said.",
    }),
    closure: t.embedded(Closure, (...given) => ({ json: shown("closure")(...given) }), {
      when: (...given) => isObject(shown("closure")(...given)),
      description: "How the action ended; null where it has not.",
    }),
    updates: t.elements(recordType(builder, Update), shown("updates"), {
      row: ({ element }) => ({ json: element }),
      where: ({ element }, _args, _eb, viewer, { group_id }) => {
        const seen = byAccess({ access: sql<Access>`${element} ->> 'access'`, group_id }, viewer);
        return seen === true ? null : seen;
      },
      description: "Every report on the action that you may see, the first one first.",
    }),
    reviews: t.elements(recordType(builder, Review), shown("reviews"), {
      row: ({ element }) => ({ json: element }),
      where: ({ element }, _args, _eb, viewer, { group_id }) => {
        const access = sql<Access>`coalesce(${element} ->> 'access', 'public')`;
        const draft = sql<boolean>`(${element} -> 'draft' is not null)`;
        const seen = byAccessAndDraft({ access, group_id, draft }, viewer);
        return seen === true ? null : seen;
      },
      description:
        "What meetings made of the action when they reviewed it and you may see, the first one first.",
    }),
    originalText: t.expression(
      "String",
      (...given) => {
        const record = shownRecord(...given);
        return sql<string>`coalesce(${changes(record, "reword")} #>> '{0,was,text}', ${record} ->> 'text')`;
      },
      { notNull: true, description: "The sentence of the action as it was minuted." },
    ),
    originalDue: t.embedded(
      Due,
      (...given) => {
        const record = shownRecord(...given);
        return dueRow(sql`coalesce(${changes(record, "revise")} #> '{0,was}', ${record} -> 'due')`);
      },
      { description: "When the action was due at first." },
    ),
    dueRevisions: t.elements(Revision, (...given) => changes(shownRecord(...given), "revise"), {
      row: ({ element, place }, args, eb, viewer, action) => {
        const record = shownRecord(action, args, eb, viewer);
        const next = sql`${changes(record, "revise")} -> (${place})::int -> 'was'`;
        return {
          json: element,
          from: sql`${element} -> 'was'`,
          to: sql`coalesce(${next}, ${record} -> 'due')`,
        };
      },
      description: "Every change of the due with its reason, the first one first.",
    }),
    rewordings: t.elements(Rewording, (...given) => changes(shownRecord(...given), "reword"), {
      row: ({ element, place }, args, eb, viewer, action) => {
        const record = shownRecord(action, args, eb, viewer);
        const next = sql`${changes(record, "reword")} -> (${place})::int -> 'was'`;
        return {
          json: element,
          from: sql`${element} -> 'was'`,
          to: sql`coalesce(${next}, ${record})`,
        };
      },
      description: "Every change of the words with its reason, the first one first.",
    }),
    completion: t.computed(
      enumOf(builder, CompletionKind),
      ["record"],
      ({ record }) => policyOf(keptActions.read(record)).kind,
      { description: "Whose word makes the action done.", cost: readingRecord },
    ),
    carriedForward: t.computed(
      "Int",
      ["record"],
      ({ record }) => carriedForward(keptActions.read(record)),
      {
        description: "The number of meetings that have carried the action forward.",
        cost: readingRecord,
      },
    ),
    neverReviewed: t.computed(
      "Boolean",
      ["record"],
      ({ record }) => isNeverReviewed(keptActions.read(record)),
      {
        description: "Whether no meeting after the one that raised the action has come to it.",
        cost: readingRecord,
      },
    ),
    moves: t.computed(
      [defineMoves(builder, verbs)],
      ["record", "group_id", "for_public"],
      // A reason may quote the record.
      (row, { viewer, caller }) =>
        movesFor(caller, keptActions.read(recordFor(viewer, row)), verbs),
      {
        nullable: true,
        kept: true,
        description:
          "Every verb, and whether you may do it to the action now; null for an action as it was.",
        cost: { own: 25, size: 25 },
      },
    ),
    waitsFor: t.many(Action, {
      where: ({ id }, _args, _eb, _viewer, { record }) =>
        isAmong(id, sql`${record} -> 'dependsOn'`),
      order: [{ by: referenceOrder }],
      size: 1,
      description: "The actions, as they stand now, that have to be finished before this one.",
    }),
    successors: t.many(Action, {
      where: ({ id }, _args, _eb, _viewer, { record }) =>
        isAmong(id, sql`${record} #> '{closure,successors}'`),
      order: [{ by: referenceOrder }],
      size: 1,
      description: "The actions, as they stand now, that took its place.",
    }),
    history: t.page(Entry, historyOf("Action", "the action")),
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
    t.one(Action, {
      made: true,
      from: (_row, _args, _eb, viewer, { after, after_for_public }) =>
        sql`actions.as_recorded(${after}, ${seesEverybody(viewer) ? sql`null` : after_for_public})`,
      where: (_row, _args, eb, _viewer, { subject_type }) => eb(subject_type, "=", "Action"),
      description:
        "The action as it was after the change; null where the change is of something else, or took the action out.",
    }),
  );
}

const isAmong = (id: Expression<string>, refs: Expression<unknown>) =>
  sql<boolean>`${id} = any(actions.ids_in(${refs}))`;
