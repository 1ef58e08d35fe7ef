import { keepers, Note, PartialDate, refTo, Refusal, Wording } from "@remit/kernel";
import { ContextKind, InvolvementKind } from "../circumstance.ts";
import { CitationInput, reason } from "../input.ts";
import { MissionLinkKind } from "../mission.ts";
import { contextFactors, involvements, relations } from "../verb.ts";
import { assertAllWithin, assertInOrder, begunIn, ended } from "../within.ts";

export const recordContextFactor = contextFactors.maker("record", {
  says: "Records a circumstance in which a mission works.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission on which it bears."),
    title: Note.describe("The circumstance in a few words."),
    kind: ContextKind.describe("What sort of circumstance it is."),
    statement: Note.describe("What the circumstance means for the mission."),
    wording: Wording.describe("Whether the statement is its source's own or a summary."),
    since: PartialDate.optional().describe("When the circumstance began; not stated if left out."),
    until: PartialDate.optional().describe("When the circumstance ended; not stated if left out."),
    source: CitationInput.describe("The publication that speaks of it."),
  },
  needs: ["newId", "place"],
  refuses: ["PERIOD_REVERSED"],
  step: ({ mission, title, kind, statement, wording, since, until, source, place, ...said }) => {
    assertInOrder(since, until, "until");
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      position: place.position,
      title,
      kind,
      statement,
      wording,
      since: since ?? null,
      until: until ?? null,
      source,
      status: "standing",
    };
  },
});

export const withdrawContextFactor = contextFactors.verb("withdraw", {
  says: "Takes back that a circumstance bears on a mission; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

export const recordInvolvement = involvements.maker("record", {
  says: "Records what part people had who know the matter from their own life.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission in which they had a part."),
    commitment: refTo("Commitment")
      .optional()
      .describe("The id of the commitment that it is about."),
    who: Note.describe("Who was involved, as people or as a crowd."),
    how: InvolvementKind.describe("What part they had."),
    effect: Note.optional().describe("What came of it."),
    source: CitationInput.describe("The publication that says so."),
  },
  needs: ["newId", "place"],
  refuses: ["OTHER_MISSION"],
  step: ({ mission, commitment, who, how, effect, source, place, ...said }) => {
    if (commitment !== undefined) assertAllWithin(mission.id, [commitment], "commitment");
    return {
      ...begunIn(mission, said, commitment),
      mission: mission.id,
      commitment: commitment?.id ?? null,
      position: place.position,
      who,
      how,
      effect: effect ?? null,
      source,
      status: "standing",
    };
  },
});

export const withdrawInvolvement = involvements.verb("withdraw", {
  says: "Takes back what part people had; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

/** One mission says what it is to another; the other one's word is its own (INV-C21). */
export const linkMissions = relations.maker("state", {
  says: "Records what a mission is to another of the record; the other confirms it, or does not.",
  mutation: "linkMissions",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission that says so."),
    other: refTo("Mission").describe("The id of the other mission."),
    kind: MissionLinkKind.describe("What the mission is to the other."),
    statement: Note.describe("The link of the two missions in a sentence."),
    wording: Wording.describe("Whether the statement is its source's own or a summary."),
    source: CitationInput.describe("The publication that says so."),
  },
  needs: ["newId", "place"],
  refuses: ["INV-C21"],
  step: ({ mission, other, kind, statement, wording, source, place, ...said }) => {
    if (mission.id === other.id) {
      const message = "A mission is not linked to itself. Give another mission.";
      throw new Refusal("INV-C21", message, { path: ["other"] });
    }
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      other: other.id,
      otherKeeper: other.group ?? null,
      position: place.position,
      kind,
      statement,
      wording,
      source,
      status: "stated",
    };
  },
});

export const confirmMissionLink = relations.verb("confirm", {
  says: "Confirms for the other mission what one says of both.",
  mutation: "confirmMissionLink",
  from: ["stated"],
  to: "confirmed",
  by: ["otherSecretariat", "otherChair"],
  input: {},
  step: (_, { by, on }) => ({ confirmedBy: by, confirmedOn: on }),
});

export const withdrawMissionLink = relations.verb("withdraw", {
  says: "Takes back what a mission was said to be to another; it stays in the record.",
  mutation: "withdrawMissionLink",
  from: ["stated", "confirmed"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
