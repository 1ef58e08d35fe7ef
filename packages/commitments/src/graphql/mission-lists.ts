import { type Builder, byLevel, enumOf, type TableRef } from "@remit/graphql";
import { FundingKind, MissionLinkKind, PartyRole } from "../mission.ts";
import { citationOf, missionOf, periodOf, type Parts } from "./parts.ts";

type MissionRef = TableRef<Builder["$inferSchemaTypes"], "commitments.mission">;

/** What stands in the lists of a mission and leads back to it: its money, its links and its parties. */
export function defineMissionLists(builder: Builder, parts: Parts, Mission: MissionRef) {
  const Funding = defineFunding(builder, parts);
  const Total = defineFundingTotal(builder);
  const Link = defineLink(builder);
  const Party = defineParty(builder);
  builder.objectField(Funding, "mission", (t) => t.one(Mission, missionOf("money")));
  builder.objectField(Link, "mission", (t) => t.one(Mission, missionOf("link")));
  builder.objectField(Total, "mission", (t) => t.one(Mission, missionOf("sum")));
  builder.objectField(Party, "mission", (t) => t.one(Mission, missionOf("party")));
  return { Funding, Link, Party, Total };
}

function defineFunding(builder: Builder, { Period, Citation }: Parts) {
  const Funding = builder.table("commitments.funding_envelope", {
    name: "FundingEnvelope",
    key: "id",
    description:
      "Money that is said to be there for a mission. Its kinds are different promises and never add up.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  builder.objectFields(Funding, (t) => ({
    statement: t.text("statement", { description: "The promise of the money in a sentence." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the statement of the money is its source's own or a summary.",
    }),
    kind: t.expose("kind", {
      type: enumOf(builder, FundingKind),
      description: "How firmly the money is promised.",
    }),
    amount: t.expose("amount", {
      type: "Decimal",
      description: "The amount in whole units of its currency, such as 250000000.",
    }),
    currency: t.word("currency", "unit", {
      description: "The ISO 4217 code of the currency, such as GBP.",
    }),
    additional: t.exposeBoolean("additional", {
      nullable: true,
      description:
        "Whether the money comes on top of what there was; null where its source does not say.",
    }),
    period: t.embedded(Period, periodOf, {
      description: "The time for which the money is promised.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that promises the money.",
    }),
  }));
  return Funding;
}

function defineFundingTotal(builder: Builder) {
  const Total = builder.table("commitments.funding_total", {
    name: "FundingTotal",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} [0-9a-f]{32}$/u,
    description:
      "The money of one kind, one currency and one time for a mission. Kinds are never added up.",
    visible: byLevel,
  });
  builder.objectFields(Total, (t) => ({
    kind: t.expose("kind", {
      type: enumOf(builder, FundingKind),
      description: "How firmly the money is promised.",
    }),
    currency: t.word("currency", "unit", {
      description: "The ISO 4217 code of the currency, such as GBP.",
    }),
    amount: t.expose("amount", {
      type: "Decimal",
      description: "The sum in whole units of its currency.",
    }),
    start: t.expose("period_start", {
      type: "PartialDate",
      nullable: true,
      description: "The first day for which the money is promised; null where none was said.",
    }),
    end: t.expose("period_end", {
      type: "PartialDate",
      nullable: true,
      description: "The last day for which the money is promised; null where none was said.",
    }),
    envelopes: t.exposeInt("envelopes", { description: "How many promises make up the sum." }),
  }));
  return Total;
}

function defineLink(builder: Builder) {
  const Link = builder.table("commitments.mission_link", {
    name: "MissionLink",
    key: "id",
    description: "What a mission is to another mission, plan or programme.",
    visible: byLevel,
  });
  builder.objectFields(Link, (t) => ({
    title: t.text("title", { description: "The title of the other mission, plan or programme." }),
    url: t.text("url", {
      nullable: true,
      description: "The address at which the other can be read; null where none is known.",
    }),
    kind: t.expose("kind", {
      type: enumOf(builder, MissionLinkKind),
      description: "What the mission is to the other.",
    }),
    statement: t.text("statement", { description: "The link in a sentence." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the link's statement is its source's own or a summary.",
    }),
  }));
  return Link;
}

function defineParty(builder: Builder) {
  const Party = builder.table("commitments.party", {
    name: "Party",
    key: "id",
    description: "A person, post or body that answers for a mission or oversees it.",
    visible: byLevel,
  });
  builder.objectFields(Party, (t) => ({
    name: t.text("label", { description: "The party's name as the source writes it." }),
    role: t.expose("role", {
      type: enumOf(builder, PartyRole),
      description: "Whether the party answers for the mission or oversees it.",
    }),
  }));
  return Party;
}
