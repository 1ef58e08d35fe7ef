import { type Builder, byLevel, enumValues } from "@remit/graphql";
import { FundingEnvelope, MissionLink, Party } from "../mission.ts";
import type { defineCommitment } from "./commitment.ts";
import { citationOf, periodOf, type Parts } from "./parts.ts";
import type { defineSeries } from "./series.ts";

type Owned = Pick<ReturnType<typeof defineCommitment>, "Commitment"> &
  ReturnType<typeof defineSeries>;

export function defineMission(builder: Builder, parts: Parts, { Commitment, Series }: Owned) {
  const { Period, Citation } = parts;
  const { Funding, Link, PartyType } = defineLists(builder, parts);
  const Mission = builder.table("commitments.mission", {
    name: "Mission",
    key: "id",
    description: "Something that a government sets out to change, within a time.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const list = { on: { mission_id: "id" }, order: ["position"] } as const;
  builder.objectFields(Mission, (t) => ({
    slug: t.text("slug", { description: "Its name in an address." }),
    title: t.text("title", { description: "Its title." }),
    statement: t.text("statement", { description: "What is to be achieved." }),
    wording: t.expose("wording", { type: builder.Wording, description: "Whose words they are." }),
    announcedOn: t.expose("announced_on", {
      type: "PartialDate",
      nullable: true,
      description: "When it was announced.",
    }),
    period: t.embedded(Period, periodOf, { description: "From when to when it runs." }),
    parties: t.many(PartyType, {
      ...list,
      size: 3,
      description: "Who answers for it and who oversees it.",
    }),
    funding: t.many(Funding, {
      ...list,
      size: 2,
      description: "The money said to be there for it.",
    }),
    commitments: t.many(Commitment, { ...list, size: 20, description: "What it promises." }),
    series: t.many(Series, {
      ...list,
      size: 5,
      description: "What is counted to see how it goes.",
    }),
    links: t.many(Link, { ...list, size: 5, description: "What it is to other missions." }),
    source: t.embedded(Citation, citationOf, { description: "The publication that says so." }),
  }));
  const MissionBy = builder.inputType("MissionBy", {
    isOneOf: true,
    description: "One way to name a mission.",
    fields: (t) => ({
      id: t.id({ description: "The id, as the graph gives it." }),
      slug: t.string({ description: "The name as it stands in an address." }),
    }),
  });
  return { Mission, MissionBy };
}

function defineLists(builder: Builder, { Period, Citation }: Parts) {
  const { Wording } = builder;
  const Funding = builder.table("commitments.funding_envelope", {
    name: "FundingEnvelope",
    key: "id",
    description:
      "Money said to be there for a mission. Kinds are different promises and never add up.",
    visible: byLevel,
  });
  const FundingKind = builder.enumType("FundingKind", {
    description: "How firmly the money is promised.",
    values: enumValues<FundingEnvelope["kind"]>({
      announced: "Announced.",
      committed: "Committed.",
      allocated: "Allocated.",
    }),
  });
  builder.objectFields(Funding, (t) => ({
    statement: t.text("statement", { description: "The promise in words." }),
    wording: t.expose("wording", { type: Wording, description: "Whose words they are." }),
    kind: t.expose("kind", { type: FundingKind, description: "How firmly it is promised." }),
    amount: t.expose("amount", { type: "Decimal", description: "In whole units of the currency." }),
    currency: t.word("currency", "unit", { description: "Its ISO 4217 code, such as GBP." }),
    additional: t.exposeBoolean("additional", {
      nullable: true,
      description: "Whether it comes on top of what there was; null where nobody said.",
    }),
    period: t.embedded(Period, periodOf, { description: "The time for which it is promised." }),
    source: t.embedded(Citation, citationOf, { description: "The publication that says so." }),
  }));
  const Link = builder.table("commitments.mission_link", {
    name: "MissionLink",
    key: "id",
    description: "What a mission is to something outside it.",
    visible: byLevel,
  });
  const LinkKind = builder.enumType("MissionLinkKind", {
    description: "What the mission is to the other.",
    values: enumValues<MissionLink["kind"]>({
      supports: "It helps the other.",
      "supported-by": "The other helps it.",
      "depends-on": "It needs the other.",
      "contributes-to": "It is a part of what the other wants.",
      "aligned-with": "Both want the same.",
      duplicates: "Both do the same.",
      "conflicts-with": "They stand in the way of each other.",
      successor: "The other comes after it.",
    }),
  });
  builder.objectFields(Link, (t) => ({
    title: t.text("title", { description: "The other's title." }),
    url: t.text("url", { nullable: true, description: "Where the other can be read." }),
    kind: t.expose("kind", { type: LinkKind, description: "What this one is to it." }),
    statement: t.text("statement", { description: "The link in words." }),
    wording: t.expose("wording", { type: Wording, description: "Whose words they are." }),
  }));
  const PartyType = builder.table("commitments.party", {
    name: "Party",
    key: "id",
    description: "Who answers for a mission, or oversees it.",
    visible: byLevel,
  });
  const PartyRole = builder.enumType("PartyRole", {
    description: "What somebody is to a mission.",
    values: enumValues<Party["role"]>({
      responsible: "Answers for it.",
      governance: "Steers it or looks over it.",
    }),
  });
  builder.objectFields(PartyType, (t) => ({
    name: t.text("label", { description: "As the source writes it." }),
    role: t.expose("role", { type: PartyRole, description: "What they are to the mission." }),
  }));
  return { Funding, Link, PartyType };
}
