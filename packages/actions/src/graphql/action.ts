import {
  type Asking,
  type Builder,
  byAccessAndDraft,
  type Columns,
  enumValues,
  type Late,
  readable,
  todayIn,
} from "@remit/graphql";
import { AgentRef, Selector } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import { Due as DueSchema } from "../due.ts";
import { ActionStatus, live } from "../status.ts";
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

export function defineActionTypes(builder: Builder) {
  const Action = builder.table("actions.action", {
    name: "Action",
    key: "id",
    description: "Something that a group agreed somebody would do.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  const Owner = builder.table("actions.owner", {
    name: "Owner",
    key: "id",
    unique: [["action_id", "place"]],
    description: "Whoever an action is for.",
    visible: { through: Action, column: "action_id" },
  });
  const Status = builder.enumType("ActionStatus", {
    description: "How far an action has come.",
    values: enumValues<ActionStatus>({
      draft: "Found in a document and not yet confirmed.",
      open: "To be done.",
      "in-progress": "Under way.",
      blocked: "Held up by something.",
      done: "Its owner says that it is done.",
      closed: "The group agrees that it is closed.",
      superseded: "Another action took its place.",
      withdrawn: "The group no longer asks for it.",
      transferred: "Another group has taken it over.",
    }),
  });
  const Kind = builder.enumType("AgentKind", {
    description: "What sort of agent is meant; UNRESOLVED for a name that nobody has placed yet.",
    values: enumValues<AgentRef["kind"]>({
      person: "A person.",
      organisation: "An organisation.",
      post: "Whoever holds a post.",
      group: "A group.",
      collective: "A crowd named by what it has in common.",
      unresolved: "A name that nobody has placed yet.",
    }),
  });
  const SelectorType = builder.enumType("Selector", {
    description: "What the people of a crowd have in common.",
    values: enumValues<Selector>({
      members: "The members of the group.",
      officials: "The officials who work with it.",
      attendees: "Those who were at the meeting.",
      secretariat: "Its secretariat.",
      everyone: "Everybody whom the meeting could mean.",
    }),
  });
  const DueKind = builder.enumType("DueKind", {
    description: "What sort of due date an action has.",
    values: enumValues<DueSchema["kind"]>({
      date: "A day.",
      "by-meeting": "A meeting.",
      within: "A time from a day on.",
      standing: "It goes on until the group ends it.",
      asap: "As soon as it can be.",
      "as-written": "Words that name no day.",
      "not-stated": "The source does not say.",
    }),
  });
  const Due = builder.embedded<{
    due_kind: DueSchema["kind"];
    due_on: string | null;
    due_text: string | null;
  }>("Due", { description: "When an action is to be done." });

  builder.objectFields(Due, (t) => ({
    kind: t.expose("due_kind", { type: DueKind, description: "What sort of due date it is." }),
    on: t.expose("due_on", { type: "Date", nullable: true, description: "The day, for a date." }),
    text: t.exposeString("due_text", {
      nullable: true,
      description: "The words of the source; null where it says nothing.",
    }),
  }));
  builder.objectFields(Owner, (t) => ({
    name: t.text("label", {
      description: "As written in the minutes.",
    }),
    kind: t.expose("kind", { type: Kind, description: "What sort of agent it is." }),
    selector: t.expose("selector", {
      type: SelectorType,
      nullable: true,
      description: "For a crowd: what its people have in common.",
    }),
    asOf: t.expose("as_of", {
      type: "Date",
      nullable: true,
      description: "For a crowd: the day of which its people are asked.",
    }),
  }));
  builder.objectFields(Action, (t) => ({
    reference: t.word("reference", "code", {
      description: "What people quote, such as NDMIG-2021-12-A3.",
    }),
    text: t.text("text", {
      description: "What is to be done, as it reads today.",
    }),
    wording: t.expose("wording", { type: builder.Wording, description: "Whose words they are." }),
    status: t.expose("status", { type: Status, description: "How far it has come." }),
    due: t.embedded(
      Due,
      (row, args, eb, viewer) => ({
        due_kind: row.due_kind,
        due_on: row.due_on,
        due_text: readable("due_text")(row, args, eb, viewer),
      }),
      { description: "When it is to be done." },
    ),
    overdue: t.expression("Boolean", (row, _args, _eb, viewer) => isOverdue(row, viewer), {
      notNull: true,
      description: "Whether it is open and its day has passed, by the calendar of its group.",
    }),
    owners: t.many(Owner, {
      on: { action_id: "id" },
      order: ["place"],
      size: 2,
      description: "Whoever it is for, in the order of the minutes; empty where they name nobody.",
    }),
    access: t.expose("access", { type: builder.Access, description: "Who may see it." }),
  }));

  const ActionBy = builder.inputType("ActionBy", {
    isOneOf: true,
    description: "One way to name an action.",
    fields: (t) => ({
      id: t.id({ description: "The id, as the graph gives it." }),
      reference: t.string({ description: "Its reference, such as NDMIG-2021-12-A3." }),
    }),
  });
  return { Action, Owner, Status, Kind, Selector: SelectorType, DueKind, ActionBy };
}
