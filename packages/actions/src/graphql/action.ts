import {
  type Asking,
  type Builder,
  byAccessAndDraft,
  type Columns,
  type Composed,
  enumOf,
  isMade,
  type Late,
  readable,
  readableJson,
  readsAs,
  recordFields,
  todayIn,
  toldOf,
} from "@remit/graphql";
import { AgentKind, Selector } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import { Due as DueRecord, DueKind } from "../due.ts";
import { Owner as OwnerRecord } from "../owner.ts";
import { ActionStatus, live } from "../status.ts";
import { dueInWords } from "../words.ts";
export type {} from "../store.ts";

interface Dated {
  status: ActionStatus;
  due_on: string | null;
  zone: string;
}

/** The day by which an action is due, after every day where none is set: what an action log is sorted by. */
export const dueDay = ({ due_on }: Pick<Columns<Dated>, "due_on">): Expression<string> =>
  sql<string>`coalesce(${due_on}, 'infinity')`;

/** Under which a reference is sorted, A2 before A10. */
export const referenceOrder = ({
  reference,
}: {
  readonly reference: Expression<string>;
}): Expression<string> => sql<string>`actions.reference_order(${reference})`;

/** Whether somebody still has to do something. */
export const isLive = ({ status }: Pick<Columns<Dated>, "status">): Expression<boolean> =>
  sql<boolean>`${status} in (${sql.join(live)})`;

/** INV-A10: whether somebody still has to do something, and its day has passed in the time zone of its group. */
export const isOverdue = (
  row: Columns<Dated>,
  viewer: Pick<Late<Asking>, "now">,
): Expression<boolean> =>
  sql<boolean>`(${isLive(row)}
    and ${dueDay(row)} < ${todayIn(row.zone, viewer)})`;

/** Whether somebody still has to do something within two weeks from today. */
const isDueSoon = (row: Columns<Dated>, viewer: Pick<Late<Asking>, "now">): Expression<boolean> =>
  sql<boolean>`(${isLive(row)} and ${row.due_on} is not null
    and ${row.due_on} between ${todayIn(row.zone, viewer)} and ${todayIn(row.zone, viewer)} + 14)`;

/** What a due reads of the row, or of the record, in which it stands. */
export interface DueRow {
  due_kind: DueKind;
  due_on: string | null;
  due_text: string | null;
  json: unknown;
}

/** A due as a record holds it. */
export const dueRow = (json: Expression<unknown>) => ({
  due_kind: sql<DueKind>`${json} ->> 'kind'`,
  due_on: sql<string | null>`actions.due_day(${json})`,
  due_text: sql<string | null>`actions.due_text(${json})`,
  json,
});

/** The record of an action as the viewer may read it. */
export const shownRecord = readableJson("record");

/** A due as a viewer may be told it: access to its meeting may have changed since. */
export const dueTold = async (
  hidden: Composed["hidden"],
  context: Parameters<typeof toldOf>[1],
  due: DueRecord,
): Promise<DueRecord> =>
  due.kind === "by-meeting" && due.meeting !== "next"
    ? { ...due, meeting: await toldOf(hidden, context, due.meeting) }
    : due;

export function defineActionTypes(builder: Builder, hidden: Composed["hidden"]) {
  const Action = builder.table("actions.action", {
    name: "Action",
    key: "id",
    version: "version",
    description: "Something that a group agreed somebody would do.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  const Owner = builder.table("actions.owner_said", {
    name: "Owner",
    key: "id",
    unique: [["action_id", "place"]],
    description: "Whoever an action is for, with what they said about their part.",
    visible: { through: Action, column: "action_id" },
  });
  const enums = {
    Status: enumOf(builder, ActionStatus),
    Kind: enumOf(builder, AgentKind),
    Selector: enumOf(builder, Selector),
    DueKind: enumOf(builder, DueKind),
  };
  const Due = builder.embedded<DueRow>("Due", { description: "When an action is due." });
  readsAs(builder, DueRecord, Due, dueRow);

  builder.objectFields(Due, (t) => ({
    kind: t.expose("due_kind", { type: enums.DueKind, description: "What sort of due it is." }),
    on: t.expose("due_on", {
      type: "Date",
      nullable: true,
      description: "The last day in time; null where none is known.",
    }),
    text: t.exposeString("due_text", {
      nullable: true,
      description: "The words of the source; null where it says nothing.",
    }),
    inWords: t.computed(
      "String",
      ["json"],
      async ({ json }, context) =>
        dueInWords(await dueTold(hidden, context, DueRecord.parse(json))),
      { description: "The due in words, as a log has it." },
    ),
  }));
  builder.objectFields(Owner, (t) => ({
    name: t.text("label", {
      description: "The name of the owner as written in the minutes.",
    }),
    kind: t.expose("kind", { type: enums.Kind, description: "What sort of agent it is." }),
    selector: t.expose("selector", {
      type: enums.Selector,
      nullable: true,
      description: "For a crowd: what its people have in common.",
    }),
    asOf: t.expose("as_of", {
      type: "Date",
      nullable: true,
      description: "For a crowd: the day of which its people are asked.",
    }),
    ...recordFields(builder, t, {
      schema: OwnerRecord,
      json: saidBy,
      members: ["role", "status", "on", "note", "earlier", "assignments"],
    }),
  }));
  builder.objectFields(Action, (t) => ({
    reference: t.word("reference", "code", {
      description: "The reference that people quote, such as NDMIG-2021-12-A3.",
    }),
    text: t.text("text", {
      description: "The words of the action as they read today: what is to be done.",
    }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the text is the source's own or a summary.",
    }),
    status: t.expose("status", { type: enums.Status, description: "The status of the action." }),
    due: t.embedded(
      Due,
      (row, args, eb, viewer) => ({
        due_kind: row.due_kind,
        due_on: row.due_on,
        due_text: readable("due_text")(row, args, eb, viewer),
        json: sql`${shownRecord(row, args, eb, viewer)} -> 'due'`,
      }),
      { description: "When the action is due." },
    ),
    overdue: t.expression("Boolean", (row, _args, _eb, viewer) => isOverdue(row, viewer), {
      notNull: true,
      description:
        "Whether the action is open and its day has passed, by the calendar that its group has today.",
    }),
    dueSoon: t.expression("Boolean", (row, _args, _eb, viewer) => isDueSoon(row, viewer), {
      notNull: true,
      description: "Whether the action is open and due within two weeks from today.",
    }),
    owners: t.many(Owner, {
      on: { action_id: "id" },
      from: (_row, _args, _eb, _viewer, action) => (isMade(action) ? ownersIn(action) : null),
      order: ["place"],
      size: 2,
      description:
        "Whoever the action is for, in the order of the minutes; empty where they name nobody.",
    }),
    access: t.expose("access", { type: builder.Access, description: "Who may see the action." }),
  }));

  const ActionBy = builder.inputType("ActionBy", {
    isOneOf: true,
    description: "One way to name an action.",
    fields: (t) => ({
      id: t.id({ description: "The id of the action, as the graph gives it." }),
      reference: t.string({
        description: "The reference of the action, such as NDMIG-2021-12-A3.",
      }),
    }),
  });
  return { ...enums, Action, Owner, Due, ActionBy };
}

/** The owners that a record has, as rows. */
const ownersIn = ({
  id,
  group_id,
  record,
  for_public,
}: Columns<{ id: string; group_id: string; record: unknown; for_public: unknown }>) =>
  sql`actions.owners_recorded(${id}, ${group_id}, ${record}, ${for_public})`;

/** What the record has of an owner, as the viewer may read it. */
const saidBy = (
  { said, said_for_public }: Columns<{ said: unknown; said_for_public: unknown }>,
  args: unknown,
  eb: unknown,
  viewer: Parameters<typeof shownRecord>[3],
) => readableJson("said")({ said, for_public: said_for_public }, args, eb, viewer);
