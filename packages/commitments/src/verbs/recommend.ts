import { AgentInput, Day, keepers, Note, refTo, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { CitationInput, reason } from "../input.ts";
import { Code } from "../mission.ts";
import { AnswerPosition } from "../recommendation.ts";
import { recommendationMaker, recommendationVerb } from "../verb.ts";
import { assertAllWithin, assertCodeFree, begunIn, ended, refOf } from "../within.ts";

/** What somebody recommends to a mission. */
export const recordRecommendation = recommendationMaker("record", {
  says: "Records what somebody recommends to those who answer for a mission.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission to which it is recommended."),
    code: Code.describe("The recommendation's name within the mission, such as panel-7."),
    text: Note.describe("The recommendation, in its source's own words where they are known."),
    wording: Wording.describe("Whether the text is its source's own or a summary."),
    madeBy: AgentInput.describe("The person or body who recommends it."),
    answerDue: Day.optional().describe("The day by which an answer is due; none if left out."),
    source: CitationInput.describe("The publication that recommends it."),
  },
  needs: ["newId", "place"],
  refuses: ["CODE_TAKEN"],
  step: ({ mission, code, text, wording, madeBy, answerDue, source, place, ...said }) => {
    assertCodeFree(code, place, "recommendation");
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      position: place.position,
      code,
      text,
      wording,
      madeBy,
      answerDue: answerDue ?? null,
      source,
      answers: [],
      status: "awaiting",
    };
  },
});

/** What whoever is asked says to it, and which commitments follow. The last answer stands; those before it stay. */
export const answerRecommendation = recommendationVerb("answer", {
  says: "Answers a recommendation, and names the commitments that follow from it; earlier answers stay.",
  from: ["awaiting", "answered"],
  to: "answered",
  by: keepers,
  input: {
    position: AnswerPosition.describe("What is said to the recommendation."),
    text: Note.describe("The answer in its source's own words, or a summary of them."),
    commitments: z
      .array(refTo("Commitment"))
      .max(50)
      .optional()
      .describe("The ids of commitments that follow from it."),
    source: CitationInput.optional().describe("The publication that answers it."),
  },
  refuses: ["OTHER_MISSION"],
  step: ({ answers, mission }, { position, text, commitments = [], source = null, by, on }) => {
    assertAllWithin(mission, commitments, "commitments");
    const answer = { position, text, commitments: commitments.map(refOf), by, on, source };
    return { answers: [...answers, answer] };
  },
});

/** How a recommendation can turn out. */
export const RecommendationOutcome = vocabulary(
  "RecommendationOutcome",
  "How a recommendation turned out, as the keepers of its record say.",
  {
    implemented: "The recommendation was carried out.",
    "not-implemented": "The recommendation was not carried out.",
  },
);

/** Whoever keeps the record says what became of it. */
export const settleRecommendation = recommendationVerb("settle", {
  says: "Records whether a recommendation was carried out, in the word of whoever keeps the record.",
  from: ["answered"],
  to: ["implemented", "not-implemented"],
  by: keepers,
  input: { outcome: RecommendationOutcome.describe("What became of it."), ...reason },
  step: (_, said) => ({ status: said.outcome, ...ended(said) }),
});

/** Whoever made it takes it back. */
export const withdrawRecommendation = recommendationVerb("withdraw", {
  says: "Records that a recommendation was taken back; it stays in the record.",
  from: ["awaiting", "answered"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
