import type { Builder } from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { hasSlug } from "./by-slug.ts";
import type { Types } from "./types.ts";

/** Where questions about what was decided and undertaken begin. */
export function defineRegisterLists(
  builder: Builder,
  { Group, ImplementationStatus, RegisteredDecision, Undertaking, UndertakingStatus }: Types,
): void {
  const ofGroup = {
    description: "Only what a meeting of the group with this slug said, in any case.",
  };
  const from = {
    type: "Date",
    description: "Only what a meeting said on this day or later.",
  } as const;
  const to = {
    type: "Date",
    description: "Only what a meeting said on this day or before.",
  } as const;
  const UndertakingFilter = builder.inputType("UndertakingFilter", {
    description: "The undertakings that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      group: t.string(ofGroup),
      status: t.field({
        type: UndertakingStatus,
        description: "Only undertakings of which this became.",
      }),
      dueBy: t.field({
        type: "Date",
        description: "Only undertakings that are due on or before this day.",
      }),
      from: t.field(from),
      to: t.field(to),
    }),
  });
  const RegisterFilter = builder.inputType("DecisionRegisterFilter", {
    description: "The decisions that the register is to show; what is left out leaves none out.",
    fields: (t) => ({
      group: t.string(ofGroup),
      status: t.field({
        type: ImplementationStatus,
        description: "Only decisions that are carried out as far as this.",
      }),
      reviewDueBy: t.field({
        type: "Date",
        description: "Only decisions whose review is due on or before this day.",
      }),
      from: t.field(from),
      to: t.field(to),
    }),
  });
  builder.queryFields((t) => ({
    undertakings: t.page(Undertaking, {
      description:
        "What was undertaken at the meetings that you may see without an action, the latest meeting first.",
      args: {
        filter: t.arg({
          type: UndertakingFilter,
          description: "The undertakings to list; all if left out.",
        }),
      },
      where: (row, { filter }, eb, viewer) => {
        const { group, status, dueBy } = filter ?? {};
        return eb.and([
          ...(group
            ? [eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, group, viewer))]
            : []),
          ...(status ? [eb(row.status, "=", status)] : []),
          ...(dueBy ? [sql<boolean>`${row.due_on} <= ${dueBy}::date`] : []),
          ...heldWithin(row.held_on, filter),
        ]);
      },
      order: ["held_on desc", "id desc"],
    }),
    decisionRegister: t.page(RegisteredDecision, {
      description: "The decisions in the register that you may see, the latest meeting first.",
      args: {
        filter: t.arg({
          type: RegisterFilter,
          description: "The decisions to show; all if left out.",
        }),
      },
      where: (row, { filter }, eb, viewer) => {
        const { group, status, reviewDueBy } = filter ?? {};
        return eb.and([
          ...(group
            ? [eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, group, viewer))]
            : []),
          ...(status ? [eb(row.status, "=", status)] : []),
          ...(reviewDueBy ? [sql<boolean>`${row.review_on} <= ${reviewDueBy}::date`] : []),
          ...heldWithin(row.held_on, filter),
        ]);
      },
      order: ["held_on desc", "id desc"],
    }),
  }));
}

interface Period {
  readonly from?: Expression<string> | null | undefined;
  readonly to?: Expression<string> | null | undefined;
}

/** Meetings that were held within a period, for as far as that is given. */
const heldWithin = (heldOn: Expression<string>, period: Period | null | undefined) => [
  ...(period?.from ? [sql<boolean>`${heldOn} >= ${period.from}::date`] : []),
  ...(period?.to ? [sql<boolean>`${heldOn} <= ${period.to}::date`] : []),
];
