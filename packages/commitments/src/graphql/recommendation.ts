import {
  type Builder,
  byLevel,
  type Composed,
  defineCommands,
  enumOf,
  historyOf,
  movesFor,
  type TableRef,
} from "@remit/graphql";
import { sql } from "kysely";
import {
  AnswerPosition,
  Recommendation as RecommendationRecord,
  RecommendationStatus,
} from "../recommendation.ts";
import { commands } from "../store.ts";
import { recommendationVerbs } from "../verbs.ts";
import { type Changes, cost, moves, needs, reading } from "./kept.ts";
import { citationOf, endedOf, hasEnded, missionOf, type Parts } from "./parts.ts";

type Types = Builder["$inferSchemaTypes"];

interface Recommended {
  readonly Commitment: TableRef<Types, "commitments.commitment">;
  readonly Mission: TableRef<Types, "commitments.mission">;
  readonly changes: Changes;
}

/** What is recommended to missions, and what they answer. */
export function defineRecommendation(
  builder: Builder,
  { Citation, Ended }: Parts,
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
  { Commitment, Mission, changes: { Answer, MoveNow } }: Recommended,
) {
  const recommendationIn = reading(RecommendationRecord);
  const Recommendation = builder.table("commitments.recommendation", {
    name: "Recommendation",
    key: "id",
    description: "What somebody recommends to those who answer for a mission.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  builder.objectFields(Recommendation, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the recommendation, which every verb raises by one.",
    }),
    mission: t.one(Mission, missionOf("recommendation")),
    code: t.text("code", {
      description: "The recommendation's name within its mission, such as panel-7.",
    }),
    text: t.text("text", {
      description: "The recommendation in a sentence, or in its source's words.",
    }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the recommendation's text is its source's own or a summary.",
    }),
    madeBy: t.text("label", { description: "Whoever recommends it, by name." }),
    status: t.expose("status", {
      type: enumOf(builder, RecommendationStatus),
      description: "How the recommendation stands.",
    }),
    answerDue: t.expose("answer_due", {
      type: "Date",
      nullable: true,
      description: "The day by which an answer is due; null where none was said.",
    }),
    position: t.expose("answer_position", {
      type: enumOf(builder, AnswerPosition),
      nullable: true,
      description: "What the answer that stands says; null where nobody has answered.",
    }),
    answer: t.text("answer_text", {
      nullable: true,
      description: "The answer that stands, in words; null where nobody has answered.",
    }),
    answeredOn: t.expose("answered_on", {
      type: "Date",
      nullable: true,
      description: "The day of the answer that stands; null where nobody has answered.",
    }),
    commitments: t.many(Commitment, {
      via: {
        table: "commitments.follow_up",
        from: { recommendation_id: "id" },
        to: { commitment_id: "id" },
      },
      order: ["position", "id"],
      size: 2,
      description: "The commitments that follow from the answer that stands.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that makes the recommendation.",
    }),
    answers: t.computed(
      [Answer],
      needs,
      (row, context) => [...recommendationIn(row, context).answers],
      { description: "Every answer to it, the first one first; the last one stands.", cost },
    ),
    ended: t.embedded(Ended, endedOf, {
      when: hasEnded,
      description: "What became of the recommendation and why; null where nobody has said.",
    }),
    moves: t.computed(
      [MoveNow],
      needs,
      (row, context) =>
        movesFor(recommendationVerbs, context.caller, recommendationIn(row, context)),
      moves("recommendation"),
    ),
    history: t.page(Entry, historyOf("Recommendation", "the recommendation")),
  }));
  builder.objectField(Mission, "recommendations", (t) =>
    t.many(Recommendation, {
      on: { mission_id: "id" },
      order: ["position"],
      size: 10,
      description: "What is recommended to those who answer for the mission, in order.",
    }),
  );
  builder.objectField(Commitment, "recommendations", (t) =>
    t.many(Recommendation, {
      via: {
        table: "commitments.follow_up",
        from: { commitment_id: "id" },
        to: { recommendation_id: "id" },
      },
      order: ["position", "id"],
      size: 1,
      description: "The recommendations from whose answers the commitment follows.",
    }),
  );
  builder.queryField("unansweredRecommendations", (t) =>
    t.page(Recommendation, {
      args: {
        dueBefore: t.arg({
          type: "Date",
          description: "Only those whose answer was due before that day; all if left out.",
        }),
      },
      where: (row, { dueBefore }, eb) =>
        eb.and([
          sql<boolean>`${row.status} = 'awaiting'`,
          ...(dueBefore == null ? [] : [sql<boolean>`${row.answer_due} < ${dueBefore}::date`]),
        ]),
      description: "Recommendations that nobody has answered, in the order of their record.",
      order: ["id"],
    }),
  );
  defineCommands(builder, Recommendation, commands.recommendations, directory);
  return { Recommendation };
}
