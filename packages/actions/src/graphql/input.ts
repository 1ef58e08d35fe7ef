import { type Builder, enumValues, FreeText, globalId, IdempotencyKey, Said } from "@remit/graphql";
import { Day, Decimal, Duration, PartialDate, type Quantity, Selector } from "@remit/kernel";
import * as z from "zod";
import { ClosedKind } from "../closure.ts";
import type { CompletionPolicy } from "../completion.ts";
import { OwnerRole, PartStatus } from "../owner.ts";
import { FollowUp, type Link, type ReviewOutcome } from "../update.ts";
import type { defineActionTypes } from "./action.ts";

/** What sort of action it is, in words of the directorate's own. */
export const KindInput = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z-]*$/u, { error: "Small letters and hyphens: information-request." });

/** What every verb is told: which action, and how to be sure that it happens once and to what the caller read. */
export const Target = z.object({
  id: globalId("Action"),
  expectedVersion: z.int().positive().nullish(),
  idempotencyKey: IdempotencyKey.nullish(),
  on: Day.nullish(),
});

export const ReasonInput = z.object({
  reason: FreeText,
  agreedIn: globalId("Meeting").nullish(),
});

const one = (given: object) => Object.values(given).filter((value) => value != null).length === 1;
const OneOf = { error: "Say exactly one of these." };

/** Whoever acts, by the id of one, by what a crowd has in common, or by a name that nobody has placed. */
export const AgentInput = z
  .object({
    person: globalId("Person").nullish(),
    organisation: globalId("Organisation").nullish(),
    group: globalId("Group").nullish(),
    collective: z.object({ selector: Selector, label: Said }).nullish(),
    name: Said.nullish(),
  })
  .refine(one, OneOf);
export type AgentInput = z.infer<typeof AgentInput>;

export const OwnerInput = z.object({ agent: AgentInput, role: OwnerRole.nullish() });

export const DueInput = z
  .object({
    date: PartialDate.nullish(),
    byMeeting: globalId("Meeting").nullish(),
    byNextMeeting: z.literal(true).nullish(),
    within: z.object({ duration: Duration, from: Day }).nullish(),
    standing: z.object({ reviewEvery: Duration.nullish() }).nullish(),
    asap: z.literal(true).nullish(),
    asWritten: Said.nullish(),
    notStated: z.literal(true).nullish(),
  })
  .refine(one, OneOf);
export type DueInput = z.infer<typeof DueInput>;

export const CompletionInput = z
  .object({
    any: z.literal(true).nullish(),
    all: z.literal(true).nullish(),
    lead: z.literal(true).nullish(),
    byGroup: z.literal(true).nullish(),
    atLeast: z.int().positive().nullish(),
  })
  .refine(one, OneOf)
  .transform(({ any, all, lead, atLeast }): CompletionPolicy => {
    if (atLeast != null) return { kind: "at-least", count: atLeast };
    return { kind: any ? "any" : all ? "all" : lead ? "lead" : "by-group" };
  });

export const QuantityInput = z
  .object({
    exact: z.object({ value: Decimal.max(100), unit: Said }).nullish(),
    qualitative: Said.nullish(),
    notStated: z.literal(true).nullish(),
  })
  .refine(one, OneOf)
  .transform(({ exact, qualitative }): Quantity => {
    if (exact != null) return { kind: "exact", ...exact };
    if (qualitative != null) return { kind: "qualitative", text: qualitative };
    return { kind: "not-stated" };
  });

export const FollowUpInput = z.object({
  kind: FollowUp.shape.kind,
  meeting: globalId("Meeting").nullish(),
  text: Said,
});

/** The input types that verbs of actions share. */
export function defineInputs(
  builder: Builder,
  { Selector: SelectorType }: Pick<ReturnType<typeof defineActionTypes>, "Selector">,
) {
  const enums = defineEnums(builder);
  const Collective = builder.inputType("CollectiveInput", {
    description: "A crowd of the group, as it is on the day.",
    fields: (t) => ({
      selector: t.field({
        type: SelectorType,
        required: true,
        description: "What its people have in common.",
      }),
      label: t.string({ required: true, description: "What it is called, such as Members." }),
    }),
  });
  const Agent = builder.inputType("AgentInput", {
    isOneOf: true,
    description: "Whoever acts.",
    fields: (t) => ({
      person: t.id({ description: "A person, by id." }),
      organisation: t.id({ description: "An organisation, by id." }),
      group: t.id({ description: "A group, by id." }),
      collective: t.field({ type: Collective, description: "A crowd." }),
      name: t.string({ description: "A name that nobody has placed yet." }),
    }),
  });
  const Owner = builder.inputType("OwnerInput", {
    description: "Whoever an action is for.",
    fields: (t) => ({
      agent: t.field({ type: Agent, required: true, description: "Who." }),
      role: t.field({
        type: enums.Role,
        description: "Lead, co-owner or support, if that was said.",
      }),
    }),
  });
  const Within = builder.inputType("WithinInput", {
    description: "A time from a day on.",
    fields: (t) => ({
      duration: t.string({ required: true, description: "Whole days, weeks, months: P14D, P3M." }),
      from: t.field({ type: "Date", required: true, description: "The day from which it counts." }),
    }),
  });
  const Standing = builder.inputType("StandingInput", {
    description: "It goes on until the group ends it.",
    fields: (t) => ({
      reviewEvery: t.string({ description: "How often it is to be looked at: P3M." }),
    }),
  });
  const Due = builder.inputType("DueInput", {
    isOneOf: true,
    description: "When an action is to be done.",
    fields: (t) => ({
      date: t.field({ type: "PartialDate", description: "By a day, a month or a year." }),
      byMeeting: t.id({ description: "By a meeting, by its id." }),
      byNextMeeting: t.boolean({ description: "True: by the next meeting, whenever it is." }),
      within: t.field({ type: Within, description: "Within a time." }),
      standing: t.field({ type: Standing, description: "It has no end of its own." }),
      asap: t.boolean({ description: "True: as soon as it can be." }),
      asWritten: t.string({ description: "Words that name no day." }),
      notStated: t.boolean({ description: "True: nobody said." }),
    }),
  });
  const Completion = builder.inputType("CompletionInput", {
    isOneOf: true,
    description: "Whose word makes an action done.",
    fields: (t) => ({
      any: t.boolean({ description: "True: that of any owner." }),
      all: t.boolean({ description: "True: that of every owner." }),
      lead: t.boolean({ description: "True: that of the lead." }),
      byGroup: t.boolean({ description: "True: nobody's; the group closes it." }),
      atLeast: t.int({ description: "That of so many owners." }),
    }),
  });
  const Exact = builder.inputType("ExactQuantityInput", {
    description: "A number with its unit.",
    fields: (t) => ({
      value: t.field({ type: "Decimal", required: true, description: "The number." }),
      unit: t.string({ required: true, description: "In what it is counted." }),
    }),
  });
  const Quantity = builder.inputType("QuantityInput", {
    isOneOf: true,
    description: "How much, no more exactly than it was said.",
    fields: (t) => ({
      exact: t.field({ type: Exact, description: "A number." }),
      qualitative: t.string({ description: "In words, such as most of them." }),
      notStated: t.boolean({ description: "True: nobody said." }),
    }),
  });
  const FollowUp = builder.inputType("FollowUpInput", {
    description: "What is to come back to the group.",
    fields: (t) => ({
      kind: t.field({ type: enums.FollowUpKind, required: true, description: "In what form." }),
      meeting: t.id({ description: "At which of its meetings, if that was said." }),
      text: t.string({ required: true, description: "What." }),
    }),
  });
  return { ...enums, Agent, Owner, Due, Completion, Quantity, FollowUp };
}

function defineEnums(builder: Builder) {
  return {
    Role: builder.enumType("OwnerRole", {
      description: "What an owner is to an action.",
      values: enumValues<OwnerRole>({
        lead: "Answers for it.",
        "co-owner": "Shares it.",
        support: "Helps; is not asked whether it is done.",
        "not-stated": "Nobody said.",
      }),
    }),
    PartStatus: builder.enumType("PartStatus", {
      description: "What an owner says about their part.",
      values: enumValues<PartStatus>({
        pending: "They have said nothing.",
        acknowledged: "They know of it.",
        done: "Theirs is done.",
        declined: "They will not do it.",
        "not-applicable": "It does not concern them.",
      }),
    }),
    ClosedKind: builder.enumType("ClosedKind", {
      description: "How an action ended for the group.",
      values: enumValues<ClosedKind>({
        completed: "It was done.",
        "agreed-closed": "The group agreed to let it rest.",
        "no-longer-relevant": "It does not matter any more.",
      }),
    }),
    Outcome: builder.enumType("ReviewOutcome", {
      description: "What a meeting made of an action when it went through the log.",
      values: enumValues<ReviewOutcome>({
        "carried-forward": "It goes on.",
        closed: "It was closed.",
        "progress-noted": "Progress was noted.",
        escalated: "It was taken to somebody above.",
        revised: "It was changed.",
        "not-reviewed": "The meeting did not come to it.",
      }),
    }),
    FollowUpKind: builder.enumType("FollowUpKind", {
      description: "In what form something comes back to the group.",
      values: enumValues<FollowUp["kind"]>({
        "agenda-item": "As an item of its agenda.",
        "report-back": "Somebody tells it how it went.",
      }),
    }),
    Rel: builder.enumType("LinkRelation", {
      description: "What an action is to what it serves.",
      values: enumValues<Link["rel"]>({
        "contributes-to": "It contributes to it.",
        "responds-to": "It responds to it.",
        delivers: "It delivers it.",
        "evidence-for": "It is evidence for it.",
      }),
    }),
  };
}
