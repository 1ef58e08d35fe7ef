import { type Builder, byLevel, type Composed, enumOf, type TableRef } from "@remit/graphql";
import { sql } from "kysely";
import { FundingLine, FundingLineKind, FundingProfile } from "../funding.ts";
import { PartStanding } from "../part.ts";
import { commands } from "../store.ts";
import { fundingVerbs, profileVerbs } from "../verbs.ts";
import { definePart } from "./part.ts";
import type { Whole } from "./parts-of-mission.ts";
import { missionOf } from "./parts.ts";

type Types = Builder["$inferSchemaTypes"];

/** The money of a mission, line by line and kind by kind. */
export function defineMoney(
  builder: Builder,
  composed: Pick<Composed, "Entry" | "directory">,
  {
    Mission,
    MoveNow,
    Funding,
  }: Whole & { readonly Funding: TableRef<Types, "commitments.funding_envelope"> },
) {
  const around = { composed, Mission, MoveNow };
  const Line = definePart(builder, around, {
    name: "FundingLine",
    table: "commitments.funding_line",
    noun: "funding line",
    description: "A part of the money of one envelope, for a year at most.",
    schema: FundingLine,
    status: PartStanding,
    members: [
      "kind",
      "amount",
      "currency",
      "period",
      "firmness",
      "recipient",
      "purpose",
      "source",
      "ended",
    ],
    verbs: fundingVerbs,
    commands: commands.fundingLines,
    known: ({ parent_id }) =>
      sql`jsonb_build_object('isComplete', commitments.is_complete(${parent_id}))`,
    list: {
      field: "fundingLines",
      description: "The mission's money, line by line, in the order of its record.",
    },
  });
  const Profile = definePart(builder, around, {
    name: "FundingProfile",
    table: "commitments.funding_profile",
    noun: "funding profile",
    description: "That the budget lines of an envelope are all there, and make up its amount.",
    schema: FundingProfile,
    status: PartStanding,
    members: ["amount", "source", "ended"],
    verbs: profileVerbs,
    commands: commands.fundingProfiles,
    list: {
      field: "fundingProfiles",
      description: "Of which envelopes all the budget lines were declared to be there, in order.",
    },
  });
  for (const Ref of [Line, Profile])
    builder.objectField(Ref, "envelope", (t) =>
      t.one(Funding, {
        on: { id: "parent_id" },
        description: "The envelope that the money is from; null where you may not see it.",
      }),
    );
  const within = { on: { parent_id: "id" }, order: ["position"], size: 3 } as const;
  builder.objectFields(Funding, (t) => ({
    lines: t.many(Line, {
      ...within,
      description: "The parts of the envelope's money, in the order of its record.",
    }),
    profiles: t.many(Profile, {
      ...within,
      description:
        "That the budget lines of the envelope were declared to be all, and what was taken back.",
    }),
  }));

  const Total = builder.table("commitments.funding_line_total", {
    name: "FundingLineTotal",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} [0-9a-f]{32}$/u,
    description:
      "The lines of one kind, one currency and one time for a mission. Kinds are never added up.",
    visible: byLevel,
  });
  builder.objectFields(Total, (t) => ({
    mission: t.one(Mission, missionOf("sum")),
    kind: t.expose("kind", {
      type: enumOf(builder, FundingLineKind),
      description: "What is said of the money.",
    }),
    currency: t.word("currency", "unit", {
      description: "The ISO 4217 code of the currency, such as GBP.",
    }),
    amount: t.expose("amount", {
      type: "Decimal",
      description: "The sum of the lines in whole units of its currency.",
    }),
    start: t.expose("period_start", {
      type: "PartialDate",
      description: "The first day of the time that the lines are for.",
    }),
    end: t.expose("period_end", {
      type: "PartialDate",
      description: "The last day of the time that the lines are for.",
    }),
    lines: t.exposeInt("lines", { description: "How many lines make up the sum." }),
  }));
  builder.objectField(Mission, "fundingByYear", (t) =>
    t.many(Total, {
      on: { mission_id: "id" },
      order: ["period_start", "kind", "currency", "id"],
      size: 5,
      description: "The mission's money by time, by kind and by currency; kinds never add up.",
    }),
  );
  return { FundingLine: Line, FundingProfile: Profile };
}
