import { type Builder, type Composed, historyOf, type TableRef } from "@remit/graphql";

type Types = Builder["$inferSchemaTypes"];

/** The parts of a meeting's record that verbs change. */
interface Parts {
  readonly Attendance: TableRef<Types, "meetings.attendance">;
  readonly Contribution: TableRef<Types, "meetings.contribution">;
  readonly Decision: TableRef<Types, "meetings.decision">;
  readonly Item: TableRef<Types, "meetings.item">;
  readonly MeetingRole: TableRef<Types, "meetings.meeting_role">;
  readonly Paper: TableRef<Types, "meetings.paper">;
}

const version = (noun: string) =>
  `The version of the ${noun}'s record: 0 as a document brought it, and one more with every change by a verb.`;
const draft = (noun: string) =>
  `Whether the ${noun} is a draft, which its keepers alone see: the secretariat and the chair.`;
const history = (type: string, noun: string) => ({
  ...historyOf(type, `the ${noun}'s record`),
  description: `Every change that a verb made to the ${noun}'s record, the first one first.`,
});

/** The versions of parts, whether they are drafts, and the changes that made them. */
export function definePartHistory(
  builder: Builder,
  { Attendance, Contribution, Decision, Item, MeetingRole, Paper }: Parts,
  { Entry }: Pick<Composed, "Entry">,
): void {
  builder.objectFields(Attendance, (t) => ({
    version: t.exposeInt("version", { description: version("attendance") }),
    draft: t.exposeBoolean("draft", { description: draft("attendance") }),
    history: t.page(Entry, history("Attendance", "attendance")),
  }));
  builder.objectFields(Contribution, (t) => ({
    version: t.exposeInt("version", { description: version("contribution") }),
    draft: t.exposeBoolean("draft", { description: draft("contribution") }),
    history: t.page(Entry, history("Contribution", "contribution")),
  }));
  builder.objectFields(Decision, (t) => ({
    version: t.exposeInt("version", { description: version("decision") }),
    draft: t.exposeBoolean("draft", { description: draft("decision") }),
    history: t.page(Entry, history("Decision", "decision")),
  }));
  builder.objectFields(Item, (t) => ({
    version: t.exposeInt("version", { description: version("item") }),
    draft: t.exposeBoolean("draft", { description: draft("item") }),
    history: t.page(Entry, history("Item", "item")),
  }));
  builder.objectFields(MeetingRole, (t) => ({
    version: t.exposeInt("version", { description: version("role") }),
    draft: t.exposeBoolean("draft", { description: draft("role") }),
    history: t.page(Entry, history("MeetingRole", "role")),
  }));
  builder.objectFields(Paper, (t) => ({
    version: t.exposeInt("version", { description: version("paper") }),
    draft: t.exposeBoolean("draft", { description: draft("paper") }),
    history: t.page(Entry, history("Paper", "paper")),
  }));
}
