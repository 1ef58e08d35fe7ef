import { type Builder, ownFilter } from "@remit/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import { sql } from "kysely";
import { hasSlug } from "./by-slug.ts";

const mission = (what: string) => ({
  description: `The slug of the mission whose ${what} to list; those of every mission if left out.`,
});

/** Where questions about what was promised, and how it is measured, begin. */
export function defineCommitmentLists(
  builder: Builder,
  { Commitment, commitmentFields, CommitmentKind, Mission, Series, Target }: CommitmentTypes,
): void {
  const own = ownFilter(builder, "commitments", commitmentFields);
  const Filter = builder.inputType("CommitmentFilter", {
    description: "The commitments that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      mission: t.string(mission("commitments")),
      kind: t.field({
        type: CommitmentKind,
        description: "The kind that the commitments must have; any if left out.",
      }),
      ...own.members(t),
    }),
  });
  builder.queryFields((t) => ({
    commitments: t.page(Commitment, {
      description:
        "The commitments that you may see, mission by mission, in the order of each mission's plan.",
      args: {
        filter: t.arg({ type: Filter, description: "The commitments to list; all if left out." }),
      },
      where: (row, { filter }, eb, viewer) => {
        const { mission: slug, kind } = filter ?? {};
        return eb.and([
          ...(slug
            ? [eb.exists(Mission, { id: "mission_id" }, (found) => hasSlug(found, slug, viewer))]
            : []),
          ...(kind ? [eb(row.kind, "=", kind)] : []),
          ...own.holds(sql`${row.record} -> 'own'`, filter),
        ]);
      },
      order: ["mission_id", "position", "id"],
    }),
    indicators: t.page(Series, {
      description:
        "The indicators that you may see, mission by mission, in the order of each mission's plan.",
      args: { mission: t.arg.string(mission("indicators")) },
      where: (_, { mission: slug }, eb, viewer) =>
        slug
          ? eb.exists(Mission, { id: "mission_id" }, (found) => hasSlug(found, slug, viewer))
          : null,
      order: ["mission_id", "position", "id"],
    }),
    targetsWithoutBaseline: t.page(Target, {
      description:
        "Targets that are a number, and of which nobody says where they start from, in the order of their record.",
      where: (row) =>
        sql<boolean>`${row.baseline_kind} = 'not-stated'
          and ${row.spec_kind} not in ('milestone', 'qualitative', 'unspecified')`,
      order: ["id"],
    }),
  }));
}
