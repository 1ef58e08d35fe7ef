import { type Builder, byLevel, type Composed, enumOf, type TableRef } from "@remit/graphql";
import { inverseOf, MissionRelation, RelationInverse, RelationStatus } from "../circumstance.ts";
import { commands } from "../store.ts";
import { relationVerbs } from "../verbs.ts";
import { cost, needs, reading } from "./kept.ts";
import { definePart, type PartRef } from "./part.ts";
import type { Whole } from "./parts-of-mission.ts";
import { missionOf } from "./parts.ts";

type Types = Builder["$inferSchemaTypes"];

/** What missions are to each other, and what is asked across their parts. */
export function defineAcross(
  builder: Builder,
  composed: Pick<Composed, "Entry" | "directory">,
  {
    Mission,
    MoveNow,
    Milestone,
    Target,
  }: Whole & {
    readonly Milestone: PartRef;
    readonly Target: TableRef<Types, "commitments.target">;
  },
) {
  const Relation = definePart(
    builder,
    { composed, Mission, MoveNow },
    {
      name: "MissionRelation",
      table: "commitments.mission_relation",
      noun: "link of missions",
      description:
        "What a mission of the record is to another, in the word of one and then of both.",
      schema: MissionRelation,
      status: RelationStatus,
      members: ["kind", "statement", "wording", "source", "confirmedBy", "confirmedOn", "ended"],
      verbs: relationVerbs,
      commands: commands.relations,
      list: {
        field: "relations",
        description: "What the mission says it is to others of the record, in order.",
      },
    },
  );
  const relationIn = reading(MissionRelation);
  builder.objectFields(Relation, (t) => ({
    other: t.one(Mission, {
      on: { id: "parent_id" },
      description: "The other mission; null where you may not see it.",
    }),
    inverse: t.computed(
      enumOf(builder, RelationInverse),
      needs,
      (row, context) => inverseOf[relationIn(row, context).kind],
      { description: "What the other is to the mission, which follows from the kind.", cost },
    ),
  }));
  builder.objectField(Mission, "relatedBy", (t) =>
    t.many(Relation, {
      on: { parent_id: "id" },
      order: ["mission_id", "position"],
      size: 2,
      description: "What other missions of the record say they are to the mission.",
    }),
  );

  const Total = builder.table("commitments.standard_total", {
    name: "StandardTotal",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} [0-9a-f]{32}$/u,
    description: "How many assessments of a mission's standards have one value, for one time.",
    visible: byLevel,
  });
  builder.objectFields(Total, (t) => ({
    mission: t.one(Mission, missionOf("count")),
    scale: t.word("scale", "code", { description: "The id of the rating scale." }),
    scaleVersion: t.word("scale_version", "code", {
      description: "The version of the rating scale.",
    }),
    value: t.word("value", "word", { description: "The value on the scale, such as green." }),
    start: t.expose("period_start", {
      type: "PartialDate",
      nullable: true,
      description: "The first day of the time that was assessed; null where none was said.",
    }),
    end: t.expose("period_end", {
      type: "PartialDate",
      nullable: true,
      description: "The last day of the time that was assessed; null where none was said.",
    }),
    assessments: t.exposeInt("assessments", {
      description: "How many assessments have the value, over all standards and areas.",
    }),
  }));
  builder.objectField(Mission, "standardTotals", (t) =>
    t.many(Total, {
      on: { mission_id: "id" },
      order: ["period_start", "scale", "scale_version", "value", "id"],
      size: 5,
      description: "How many areas meet the standards how far, by time and value.",
    }),
  );

  const Revision = builder.table("commitments.date_revision", {
    name: "DateRevision",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} \d+$/u,
    description: "A change of when a target or a milestone is due.",
    visible: byLevel,
  });
  builder.objectFields(Revision, (t) => ({
    subject: t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: { Milestone, Target },
      description: "The target or milestone whose day was changed; null where you may not see it.",
    }),
    from: t.expose("due_from", {
      type: "PartialDate",
      nullable: true,
      description: "When the thing was due before; null where nobody had said.",
    }),
    to: t.expose("due_to", {
      type: "PartialDate",
      nullable: true,
      description: "When the thing is due from then on; null where nobody says.",
    }),
    on: t.expose("revised_on", {
      type: "Date",
      description: "The day on which that was changed.",
    }),
  }));
  builder.queryField("dateRevisions", (t) =>
    t.page(Revision, {
      args: {
        since: t.arg({
          type: "Date",
          description: "Only changes of that day or later; all of them if left out.",
        }),
      },
      where: (row, { since }, eb) => (since == null ? null : eb(row.revised_on, ">=", since)),
      description: "Every change of when a target or a milestone is due, the first one first.",
      order: ["revised_on", "id"],
    }),
  );
  return { MissionRelation: Relation };
}
