import { type Builder, byLevel, enumOf } from "@remit/graphql";
import { CommitmentStatus } from "../commitment.ts";
import type { defineCommitment } from "./commitment.ts";
import { defineMissionLists } from "./mission-lists.ts";
import { citationOf, missionOf, periodOf, type Parts } from "./parts.ts";
import type { defineSeries } from "./series.ts";

type Owned = Pick<ReturnType<typeof defineCommitment>, "Commitment" | "Target"> &
  ReturnType<typeof defineSeries>;

export function defineMission(builder: Builder, parts: Parts, owned: Owned) {
  const { Period, Citation } = parts;
  const { Commitment, Series, Target } = owned;
  const Mission = builder.table("commitments.mission", {
    name: "Mission",
    key: "id",
    description: "Something that a government sets out to change within a time.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const { Funding, Link, Party, Total } = defineMissionLists(builder, parts, Mission);
  const list = { on: { mission_id: "id" }, order: ["position"] } as const;
  builder.objectFields(Mission, (t) => ({
    slug: t.text("slug", {
      description: "The mission's name as it stands in an address, such as drugs-mission.",
    }),
    title: t.text("title", { description: "The title of the mission." }),
    statement: t.text("statement", { description: "What the mission is to achieve." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the mission's statement is its source's own or a summary.",
    }),
    announcedOn: t.expose("announced_on", {
      type: "PartialDate",
      nullable: true,
      description: "When the mission was announced; null where its source does not say.",
    }),
    period: t.embedded(Period, periodOf, { description: "The time in which the mission runs." }),
    parties: t.many(Party, {
      ...list,
      size: 3,
      description: "Who answers for the mission and who oversees it.",
    }),
    funding: t.many(Funding, {
      ...list,
      size: 2,
      description: "The money that is said to be there for the mission.",
    }),
    fundingTotals: t.many(Total, {
      on: { mission_id: "id" },
      order: ["kind", "currency", "period_start", "id"],
      size: 3,
      description: "The money by its kind, its currency and its time, kinds never added up.",
    }),
    commitments: t.many(Commitment, {
      ...list,
      size: 20,
      description: "What the mission promises, in the order of its plan.",
    }),
    commitmentCount: t.count(Commitment, {
      on: { mission_id: "id" },
      args: {
        status: t.arg({
          type: enumOf(builder, CommitmentStatus),
          description: "Only commitments in that state; all that were ever made if left out.",
        }),
      },
      where: (row, { status }, eb) => (status == null ? null : eb(row.status, "=", status)),
      description:
        "How many commitments there are that you may see, withdrawn and superseded ones included.",
    }),
    series: t.many(Series, {
      ...list,
      size: 5,
      description: "The indicators by which the mission is measured, in the order of its plan.",
    }),
    links: t.many(Link, {
      ...list,
      size: 5,
      description: "What the mission is to other missions, plans and programmes.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that sets out the mission.",
    }),
  }));
  builder.objectField(Commitment, "mission", (t) => t.one(Mission, missionOf("commitment")));
  builder.objectField(Series, "mission", (t) => t.one(Mission, missionOf("indicator")));
  builder.objectField(Target, "mission", (t) =>
    t.one(Mission, {
      via: {
        table: "commitments.commitment",
        from: { id: "commitment_id" },
        to: { mission_id: "id" },
      },
      description:
        "The mission to whose commitment the target belongs; null where you may not see it.",
    }),
  );
  const MissionBy = builder.inputType("MissionBy", {
    isOneOf: true,
    description: "One mission, named by its id or its slug.",
    fields: (t) => ({
      id: t.id({ description: "The mission's id, such as Mission:0190…." }),
      slug: t.string({ description: "The mission's name as it stands in an address." }),
    }),
  });
  return { Funding, Mission, MissionBy, Party };
}
