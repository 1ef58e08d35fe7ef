import { AgentRef, Day, Ref, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Ended, kept } from "./kept.ts";
import { Code } from "./mission.ts";

/** What whoever is asked says to a recommendation. */
export const AnswerPosition = vocabulary(
  "AnswerPosition",
  "What whoever is asked says to a recommendation.",
  {
    accepted: "The recommendation will be carried out.",
    "partially-accepted": "The recommendation will be carried out in part.",
    "not-accepted": "The recommendation will not be carried out.",
    noted: "The recommendation was noted, and nothing more was said.",
    "under-consideration": "The recommendation is being thought about.",
  },
);
export type AnswerPosition = z.infer<typeof AnswerPosition>;

/** How a recommendation stands. */
export const RecommendationStatus = vocabulary(
  "RecommendationStatus",
  "How a recommendation stands, as the keepers of its record say.",
  {
    awaiting: "Nobody has answered the recommendation yet.",
    answered: "The recommendation was answered.",
    implemented: "The recommendation was carried out.",
    "not-implemented": "The recommendation was not carried out.",
    withdrawn: "Whoever made the recommendation took it back.",
  },
);
export type RecommendationStatus = z.infer<typeof RecommendationStatus>;

/** An answer to a recommendation. The last one stands (INV-C18). */
export const Answer = z.object({
  position: AnswerPosition,
  text: z.string().min(1),
  commitments: z.array(Ref),
  by: AgentRef,
  on: Day,
  source: Citation.nullable(),
});
export type Answer = Readonly<z.infer<typeof Answer>>;

const recommended = {
  ...kept,
  mission: z.uuid(),
  code: Code,
  text: z.string().min(1),
  wording: Wording,
  madeBy: AgentRef,
  /** The day by which an answer was promised or is due; null where none was said. */
  answerDue: Day.nullable(),
  source: Citation,
  answers: z.array(Answer),
};

/** What somebody recommends to those who answer for a mission. */
export const Recommendation = z.discriminatedUnion("status", [
  z.object({ ...recommended, status: RecommendationStatus.extract(["awaiting", "answered"]) }),
  z.object({
    ...recommended,
    status: RecommendationStatus.exclude(["awaiting", "answered"]),
    ended: Ended,
  }),
]);
export type Recommendation = Readonly<z.infer<typeof Recommendation>>;
