import {
  type Builder,
  byAccessAndDraft,
  type Composed,
  defineCommands,
  enumOf,
  historyOf,
  readableJson,
  recordFields,
} from "@remit/graphql";
import { termsCommands } from "../store.ts";
import { TermsOfReference, TermsStatus } from "../terms.ts";
import { dayOrToday, goesOn, type GroupNouns } from "./types.ts";

const on = {
  type: "Date",
  description: "The day of which it is asked; today by the group's calendar if left out.",
} as const;

/** What groups are for and how they work, in the versions that they agreed. */
export function defineTerms(
  builder: Builder,
  { Group }: Pick<GroupNouns, "Group">,
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
) {
  const Terms = builder.table("groups.terms_of_reference", {
    name: "TermsOfReference",
    key: "id",
    description: "A version of what a group is for and how it works.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  builder.objectFields(Terms, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the terms' record, which every verb raises by one.",
    }),
    number: t.exposeInt("number", {
      description: "The number of the terms among those of their group, counted from 1.",
    }),
    status: t.expose("status", {
      type: enumOf(builder, TermsStatus),
      description: "Whether the terms are drafted, agreed, followed by others, or given up.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose terms they are.",
    }),
    ...recordFields(builder, t, {
      schema: TermsOfReference,
      json: readableJson("record"),
      members: [
        "purpose",
        "scope",
        "seats",
        "quorum",
        "meetsEveryMonths",
        "papersDueDays",
        "minutesDueDays",
        "deputiesAllowed",
        "termMonths",
        "reviewOn",
        "agreed",
        "from",
        "until",
        "ended",
      ],
    }),
    history: t.page(Entry, historyOf("TermsOfReference", "the terms")),
  }));
  builder.objectFields(Group, (t) => ({
    termsOfReference: t.one(Terms, {
      on: { group_id: "id" },
      args: { on: t.arg(on) },
      where: ({ effective_from, effective_until }, { on: given }, _, viewer, { zone }) => {
        const term = { first_day: effective_from, last_day: effective_until };
        return goesOn(term, dayOrToday(given, zone, viewer));
      },
      order: ["effective_from desc"],
      description: "The terms of reference in force at a day; null where none were.",
    }),
    allTermsOfReference: t.page(Terms, {
      on: { group_id: "id" },
      order: ["number desc"],
      description: "The terms of reference in all their versions, the latest first.",
    }),
  }));
  defineCommands(builder, Terms, termsCommands, directory);
  return { Terms };
}
