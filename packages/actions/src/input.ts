import {
  AgentInput,
  type AgentRef,
  Day,
  Decimal,
  Duration,
  exactlyOne,
  later,
  Note,
  PartialDate,
  type Pointed,
  Quantity,
  refTo,
  withSettled,
} from "@remit/kernel";
import * as z from "zod";
import { CompletionPolicy } from "./completion.ts";
import { Due } from "./due.ts";
import { OwnerRole } from "./owner.ts";
import { FollowUpKind } from "./update.ts";

/** A member of an input that is true or left out. */
const flag = (description: string) => z.literal(true).describe(description);

/** Documents that show something. */
export const evidence = z
  .array(refTo("Document"))
  .max(50)
  .optional()
  .describe("The ids of documents that show it.");

/** What sort of action it is, in words of the directorate's own. */
export const ActionKind = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z-]*$/u, { error: "Small letters and hyphens: information-request." });

/** Whoever an action is for. */
export const OwnerInput = z
  .strictObject({
    agent: AgentInput.describe("The person, organisation, group or crowd."),
    role: OwnerRole.optional().describe("The owner's role; not stated if left out."),
  })
  .meta({ id: "OwnerInput", description: "Whoever an action is for." });

const Within = z
  .strictObject({
    duration: Duration.describe("Whole days, weeks, months or years: P14D, P3M."),
    from: Day.describe("The day from which the time counts."),
  })
  .meta({ id: "WithinInput", description: "A time that counts from a day." });

const Standing = z
  .strictObject({
    reviewEvery: Duration.optional().describe("How often the group looks at it, such as P3M."),
  })
  .meta({ id: "StandingInput", description: "An action that goes on until the group ends it." });

const dueShape = {
  date: PartialDate.describe("The day, month or year by which it is due."),
  byMeeting: refTo("Meeting").describe("The id of the meeting by which it is due."),
  byNextMeeting: flag("True: it is due by the next meeting, whenever that is."),
  within: Within.describe("The time within which it is due."),
  standing: Standing.describe("The action has no end of its own."),
  asap: flag("True: it is due as soon as it can be done."),
  asWritten: Note.describe("Words of the source that name no day."),
  notStated: flag("True: nobody said when it is due."),
};
type DueGiven = {
  readonly [Key in keyof typeof dueShape]?: z.output<(typeof dueShape)[Key]> | undefined;
};

/** When an action is due, as a caller says it. */
export const DueInput = withSettled(
  exactlyOne(dueShape)
    .transform((given) => later(given, dueOf))
    .meta({
      id: "DueInput",
      description: "One way to say when an action is due.",
      minProperties: 1,
      maxProperties: 1,
    }),
  Due,
);

function dueOf({
  date,
  byMeeting,
  byNextMeeting,
  within,
  standing,
  asap,
  asWritten,
}: DueGiven): Due {
  const text = null;
  if (date) return { kind: "date", on: date, text };
  if (byMeeting)
    return { kind: "by-meeting", meeting: refOf(byMeeting), on: byMeeting.on ?? null, text };
  if (byNextMeeting) return { kind: "by-meeting", meeting: "next", on: null, text };
  if (within) return { kind: "within", ...within, text };
  if (standing) return { kind: "standing", reviewEvery: standing.reviewEvery ?? null, text };
  if (asap) return { kind: "asap", text };
  return asWritten ? { kind: "as-written", text: asWritten } : { kind: "not-stated" };
}

const refOf = ({ type, id, label }: Pointed) => ({ type, id, label });

/** Whose word makes an action done, as a caller says it. */
export const CompletionInput = withSettled(
  exactlyOne({
    any: flag("True: the word of any owner is enough."),
    all: flag("True: every owner has to say so."),
    lead: flag("True: the word of the lead is enough."),
    byGroup: flag("True: no owner's word is enough; the group closes it."),
    atLeast: z.int().positive().describe("The number of owners who have to say so."),
  })
    .transform(({ any, all, lead, atLeast }): CompletionPolicy => {
      if (atLeast) return { kind: "at-least", count: atLeast };
      return { kind: any ? "any" : all ? "all" : lead ? "lead" : "by-group" };
    })
    .meta({
      id: "CompletionInput",
      description: "Whose word makes an action done.",
      minProperties: 1,
      maxProperties: 1,
    }),
  CompletionPolicy,
);

/** How much, as a caller says it. */
export const QuantityInput = withSettled(
  exactlyOne({
    exact: z
      .strictObject({
        value: Decimal.max(100).describe("The number, exact at any size."),
        unit: Note.describe("What is counted, such as beds."),
      })
      .meta({ id: "ExactQuantityInput", description: "A number with its unit." })
      .describe("A number with its unit."),
    qualitative: Note.describe("The amount in words, such as most of them."),
    notStated: flag("True: nobody said how much."),
  })
    .transform(({ exact, qualitative }): Quantity => {
      if (exact) return { kind: "exact", ...exact };
      return qualitative ? { kind: "qualitative", text: qualitative } : { kind: "not-stated" };
    })
    .meta({
      id: "QuantityInput",
      description: "How much, no more exactly than it was said.",
      minProperties: 1,
      maxProperties: 1,
    }),
  Quantity,
);

/** What is to come back to the group. */
export const FollowUpInput = z
  .strictObject({
    kind: FollowUpKind.describe("In what form it comes back."),
    meeting: refTo("Meeting").optional().describe("The id of the meeting to which it comes back."),
    text: Note.describe("What is to come back."),
  })
  .meta({ id: "FollowUpInput", description: "What is to come back to the group." });

/** A crowd that was named on a day. */
export const crowdOn = (agent: AgentRef, asOf: Day): AgentRef =>
  agent.kind === "collective" ? { ...agent, asOf } : agent;
