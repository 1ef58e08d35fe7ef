import { AgentRef, Day, Id, PartialDate, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { ofMission, endedPart, partOf } from "./part.ts";
import { MissionLinkKind } from "./mission.ts";

const text = z.string().min(1);

/** What sort of circumstance bears on a mission. */
export const ContextKind = vocabulary("ContextKind", "What sort of circumstance it is.", {
  risk: "Something that may happen and would harm.",
  pressure: "Something that weighs on the work.",
  emergency: "Something that has to be met at once.",
  opportunity: "Something that may help.",
  trend: "Something that develops over years.",
});
export type ContextKind = z.infer<typeof ContextKind>;

/** A circumstance in which a mission works. */
export const ContextFactor = partOf({
  title: text.describe("The circumstance in a few words."),
  kind: ContextKind.describe("What sort of circumstance it is."),
  statement: text.describe("What the circumstance means for the mission."),
  wording: Wording.describe("Whether the statement is its source's own or a summary."),
  since: PartialDate.nullable().describe("When the circumstance began; null where nobody says."),
  until: PartialDate.nullable().describe("When the circumstance ended; null where nobody says."),
  source: Citation.describe("The publication that speaks of it."),
});
export type ContextFactor = Readonly<z.infer<typeof ContextFactor>>;

/** What part people had. */
export const InvolvementKind = vocabulary(
  "InvolvementKind",
  "What part people had who know the matter from their own life.",
  {
    member: "People belong to a group that decides or advises.",
    consulted: "People were asked what they think.",
    "co-designed": "People made something together with others.",
    led: "People led what was done.",
    represented: "Somebody else spoke for people.",
  },
);
export type InvolvementKind = z.infer<typeof InvolvementKind>;

/** What part people with lived experience had in a mission, or in one of its commitments. */
export const Involvement = partOf({
  commitment: Id.nullable(),
  who: text.describe("Who was involved, as people or as a crowd."),
  how: InvolvementKind.describe("What part they had."),
  effect: text.nullable().describe("What came of it; null where nobody says."),
  source: Citation.describe("The publication that says so."),
});
export type Involvement = Readonly<z.infer<typeof Involvement>>;

/** Whether both missions say that they are related. */
export const RelationStatus = vocabulary(
  "RelationStatus",
  "Whether the other mission says so, too.",
  {
    stated: "One mission says so alone.",
    confirmed: "The other mission says so, too.",
    withdrawn: "The link was taken back.",
  },
);
export type RelationStatus = z.infer<typeof RelationStatus>;

const relation = {
  ...ofMission,
  /** The other one. What it is to this one follows, and is not written down (INV-C21). */
  other: Id,
  otherKeeper: Id.nullable(),
  kind: MissionLinkKind.describe("What the mission is to the other."),
  statement: text.describe("The link of the two missions in a sentence."),
  wording: Wording.describe("Whether the statement is its source's own or a summary."),
  source: Citation.describe("The publication that says so."),
};

/** What a mission of the record is to another, in the word of one and then of both. */
export const MissionRelation = z.discriminatedUnion("status", [
  z.object({ ...relation, status: z.literal("stated") }),
  z.object({
    ...relation,
    status: z.literal("confirmed"),
    confirmedBy: AgentRef.describe("Who confirmed it for the other; null where nobody has."),
    confirmedOn: Day.describe("The day on which it was confirmed; null where it is not."),
  }),
  z.object({ ...relation, status: z.literal("withdrawn"), ended: endedPart }),
]);
export type MissionRelation = Readonly<z.infer<typeof MissionRelation>>;

/** What the other mission is to the one that says so. */
export const RelationInverse = vocabulary(
  "RelationInverse",
  "What the other mission is to the one that says that they are related.",
  {
    supports: "The other helps the one.",
    "supported-by": "The one helps the other.",
    "depended-on-by": "The other is needed by the one.",
    "contributed-to-by": "The one is a part of what the other wants.",
    "aligned-with": "Both want the same thing.",
    duplicates: "Both do the same thing.",
    "conflicts-with": "Each stands in the way of the other.",
    predecessor: "The one comes before the other.",
  },
);
export type RelationInverse = z.infer<typeof RelationInverse>;

/** INV-C21: it follows from what the one says, and is not written down. */
export const inverseOf: Readonly<Record<MissionLinkKind, RelationInverse>> = {
  supports: "supported-by",
  "supported-by": "supports",
  "depends-on": "depended-on-by",
  "contributes-to": "contributed-to-by",
  "aligned-with": "aligned-with",
  duplicates: "duplicates",
  "conflicts-with": "conflicts-with",
  successor: "predecessor",
};
