import {
  type Builder,
  byLevel,
  type Composed,
  defineCommands,
  enumOf,
  historyOf,
  movesFor,
  nameless,
  type Recorded,
  type TableRef,
} from "@remit/graphql";
import { Ref } from "@remit/kernel";
import { sql } from "kysely";
import { Assessment as AssessmentRecord, AssessmentKind, AssessmentStatus } from "../assessment.ts";
import { ratingIn } from "../rating.ts";
import { commands } from "../store.ts";
import { assessmentVerbs } from "../verbs.ts";
import { endedOf, hasEnded, type Parts, shownRecord } from "./parts.ts";
import { type Changes, moves, needs, reading } from "./kept.ts";
import { isGone } from "./gone.ts";

type Types = Builder["$inferSchemaTypes"];

interface Assessed {
  readonly Commitment: TableRef<Types, "commitments.commitment">;
  readonly Target: TableRef<Types, "commitments.target">;
  readonly changes: Changes;
}

const list = (noun: string) => ({
  on: { subject_id: "id" } as const,
  order: ["as_at desc", "kind", "id"] as const,
  size: 3,
  description: `What was said of how the ${noun} stands, the latest first, each beside the others.`,
});

/** What somebody, or a rule, says of commitments and targets, side by side. */
export function defineAssessment(
  builder: Builder,
  { Ended }: Parts,
  { Entry, Reference, directory }: Pick<Composed, "Entry" | "Reference" | "directory">,
  { Commitment, Target, changes: { MoveNow } }: Assessed,
) {
  const assessmentIn = reading(AssessmentRecord);
  const Assessment = builder.table("commitments.assessment", {
    name: "Assessment",
    key: "id",
    description: "How somebody, or a rule, rated a commitment or a target.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Evidence = builder.embedded<Recorded>("Evidence", {
    description: "Something that an assessment rests on, under the name that it had then.",
  });
  builder.objectFields(Evidence, (t) => ({
    of: t.embedded(Reference, ({ json }) => ({ json }), {
      description: "The thing itself; named by its type alone where you may not see it.",
    }),
    gone: t.computed(
      "Boolean",
      ["json"],
      async ({ json }, context) => isGone(directory, context, Ref.parse(json)),
      { description: "Whether the thing is there no more.", cost: { own: 5 } },
    ),
  }));
  builder.objectFields(Assessment, (t) => ({
    evidence: t.elements(Evidence, (...given) => sql`${shownRecord(...given)} -> 'evidence'`, {
      row: ({ element }) => ({ json: element }),
      description: "What the assessment rests on, in the order in which it was given.",
    }),
    version: t.exposeInt("version", {
      description: "The version of the assessment, which every verb raises by one.",
    }),
    subject: t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: { Commitment, Target },
      description: "The commitment or target that is assessed; null where you may not see it.",
    }),
    kind: t.expose("kind", {
      type: enumOf(builder, AssessmentKind),
      description: "Whose word the assessment is.",
    }),
    scale: t.word("scale", "code", {
      description: "The id of the rating scale, such as ogp-completion.",
    }),
    scaleVersion: t.word("scale_version", "code", {
      description: "The version of the rating scale.",
    }),
    value: t.word("value", "word", {
      description: "The value on the scale, such as limited.",
    }),
    says: t.computed(
      "String",
      ["scale", "scale_version", "value"],
      ({ scale: id, scale_version: version, value }) =>
        ratingIn({ scale: { id, version }, value }).label,
      { description: "The value in words, as its scale has it.", extensions: nameless("word") },
    ),
    assessor: t.text("label", {
      nullable: true,
      description: "Whoever assessed it, by name; null where a rule did.",
    }),
    rationale: t.text("rationale", {
      nullable: true,
      description: "The reason for the rating; null where a rule gave it.",
    }),
    method: t.word("method", "code", {
      nullable: true,
      description: "The rule by which it was rated; null where somebody did.",
    }),
    methodVersion: t.word("method_version", "code", {
      nullable: true,
      description: "The version of the rule by which it was rated; null where somebody did.",
    }),
    asAt: t.expose("as_at", { type: "Date", description: "The day on which it stood so." }),
    status: t.expose("status", {
      type: enumOf(builder, AssessmentStatus),
      description: "Whether the assessment stands, or was taken back.",
    }),
    ended: t.embedded(Ended, endedOf, {
      when: hasEnded,
      description: "Who took the assessment back, when and why; null where nobody has.",
    }),
    moves: t.computed(
      [MoveNow],
      needs,
      (row, context) => movesFor(assessmentVerbs, context.caller, assessmentIn(row, context)),
      moves("assessment"),
    ),
    history: t.page(Entry, historyOf("Assessment", "the assessment")),
  }));
  builder.objectField(Commitment, "assessments", (t) => t.many(Assessment, list("commitment")));
  builder.objectField(Target, "assessments", (t) => t.many(Assessment, list("target")));

  const Divergence = builder.table("commitments.divergence", {
    name: "AssessmentDivergence",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} [0-9a-f-]{36}$/u,
    description: "Two assessments of one subject on one scale that do not say the same.",
    visible: byLevel,
  });
  builder.objectFields(Divergence, (t) => ({
    one: t.one(Assessment, {
      on: { id: "one_id" },
      description: "One of the assessments; null where you may not see it.",
    }),
    other: t.one(Assessment, {
      on: { id: "other_id" },
      description: "The other of the assessments; null where you may not see it.",
    }),
  }));
  builder.queryField("divergingAssessments", (t) =>
    t.page(Divergence, {
      description: "Subjects of which the latest assessments, by whose word they are, differ.",
      order: ["id"],
    }),
  );
  defineCommands(builder, Assessment, commands.assessments, directory);
  return { Assessment };
}
