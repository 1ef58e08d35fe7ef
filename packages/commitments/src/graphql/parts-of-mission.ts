import type { Builder, Composed, TableRef } from "@remit/graphql";
import { ContextFactor, Involvement } from "../circumstance.ts";
import {
  Deliverable,
  DeliverableStatus,
  Milestone,
  MilestoneStatus,
  slippageOf,
} from "../delivery.ts";
import { Outcome } from "../framework.ts";
import { PartStanding } from "../part.ts";
import { Report, ReportStatus } from "../report.ts";
import { Standard, StandardAssessment } from "../standard.ts";
import { commands } from "../store.ts";
import * as done from "../verbs.ts";
import { type Changes, cost, needs, reading } from "./kept.ts";
import { definePart } from "./part.ts";

type Types = Builder["$inferSchemaTypes"];

/** What the parts of a mission lead to and share. */
export interface Whole {
  readonly Mission: TableRef<Types, "commitments.mission">;
  readonly Commitment: TableRef<Types, "commitments.commitment">;
  readonly MoveNow: Changes["MoveNow"];
}

/** A list of a commitment. */
const serving = (what: string) =>
  ({
    on: { commitment_id: "id" },
    order: ["position"],
    size: 2,
    description: `The ${what} of the commitment, in the order of its record.`,
  }) as const;

/** What belongs to a mission beside its promises: what it wants, reports, steps, standards, circumstances. */
export function definePartsOfMission(
  builder: Builder,
  composed: Pick<Composed, "Entry" | "directory">,
  { Mission, Commitment, MoveNow }: Whole,
) {
  const around = { composed, Mission, MoveNow };
  const ReportType = definePart(builder, around, {
    name: "Report",
    table: "commitments.report",
    noun: "report",
    description: "What a mission says of itself for a time. Once settled, what it says stays.",
    schema: Report,
    hasDrafts: true,
    status: ReportStatus,
    members: [
      "series",
      "title",
      "ordinal",
      "covers",
      "foreword",
      "contact",
      "statements",
      "snapshot",
      "frozenOn",
      "publishedOn",
      "source",
      "errata",
      "successor",
      "ended",
    ],
    verbs: done.reportVerbs,
    commands: commands.reports,
    list: {
      field: "reports",
      description: "What the mission has said of itself, in the order of its record.",
    },
  });
  const OutcomeType = definePart(builder, around, {
    name: "Outcome",
    table: "commitments.outcome",
    noun: "outcome",
    description: "Something that a mission wants to come about.",
    schema: Outcome,
    status: PartStanding,
    members: ["code", "title", "kind", "framework", "source", "ended"],
    verbs: done.outcomeVerbs,
    commands: commands.outcomes,
    list: {
      field: "outcomes",
      description: "What the mission wants to come about, in the order of its record.",
    },
  });
  const MilestoneType = definePart(builder, around, {
    name: "Milestone",
    table: "commitments.milestone",
    noun: "milestone",
    description: "A step on the way to keeping a commitment.",
    schema: Milestone,
    status: MilestoneStatus,
    members: ["title", "due", "revisions", "forecast", "actual", "source", "ended"],
    verbs: done.milestoneVerbs,
    commands: commands.milestones,
    list: {
      field: "milestones",
      description: "The steps on the way to what the mission promises, in the order of its record.",
    },
  });
  const DeliverableType = definePart(builder, around, {
    name: "Deliverable",
    table: "commitments.deliverable",
    noun: "deliverable",
    description: "Something that comes of a mission, such as a plan, a service or a body.",
    schema: Deliverable,
    status: DeliverableStatus,
    members: ["title", "kind", "producedBy", "deliveredOn", "document", "source", "ended"],
    verbs: done.deliverableVerbs,
    commands: commands.deliverables,
    list: {
      field: "deliverables",
      description: "What comes of the mission, in the order of its record.",
    },
  });
  const StandardType = definePart(builder, around, {
    name: "Standard",
    table: "commitments.standard",
    noun: "standard",
    description: "What the work of a mission is held against in each area.",
    schema: Standard,
    status: PartStanding,
    members: ["code", "title", "issuedBy", "issuedOn", "source", "ended"],
    verbs: done.standardVerbs,
    commands: commands.standards,
    list: {
      field: "standards",
      description: "The standards against which the mission's work is held, in order.",
    },
  });
  const AssessedType = definePart(builder, around, {
    name: "StandardAssessment",
    table: "commitments.standard_assessment",
    noun: "assessment of a standard",
    description: "How an area meets a standard, in the word of one assessor for one time.",
    schema: StandardAssessment,
    status: PartStanding,
    members: [
      "area",
      "areaScheme",
      "period",
      "scale",
      "scaleVersion",
      "value",
      "assessor",
      "source",
      "ended",
    ],
    verbs: done.standardAssessmentVerbs,
    commands: commands.standardAssessments,
    list: {
      field: "standardAssessments",
      description: "How areas meet the standards of the mission, in the order of the record.",
    },
  });
  const ContextType = definePart(builder, around, {
    name: "ContextFactor",
    table: "commitments.context_factor",
    noun: "circumstance",
    description: "A circumstance in which a mission works.",
    schema: ContextFactor,
    status: PartStanding,
    members: ["title", "kind", "statement", "wording", "since", "until", "source", "ended"],
    verbs: done.contextVerbs,
    commands: commands.contextFactors,
    list: {
      field: "contextFactors",
      description: "The circumstances in which the mission works, in the order of its record.",
    },
  });
  const InvolvementType = definePart(builder, around, {
    name: "Involvement",
    table: "commitments.involvement",
    noun: "involvement",
    description: "What part people had in a mission who know the matter from their own life.",
    schema: Involvement,
    status: PartStanding,
    members: ["who", "how", "effect", "source", "ended"],
    verbs: done.involvementVerbs,
    commands: commands.involvements,
    list: {
      field: "involvement",
      description: "What part people had who know the matter from their own life, in order.",
    },
  });

  const milestoneIn = reading(Milestone);
  builder.objectField(MilestoneType, "slippage", (t) =>
    t.computed("Int", needs, (row, context) => slippageOf(milestoneIn(row, context)), {
      nullable: true,
      description:
        "The days by which it is later than it was due at first; null where either day is unknown.",
      cost,
    }),
  );
  const commitment = {
    on: { id: "commitment_id" },
    description: "The commitment that it serves; null where it serves none that you may see.",
  } as const;
  for (const [Ref, field, what] of [
    [MilestoneType, "milestones", "milestones"],
    [DeliverableType, "deliverables", "deliverables"],
    [InvolvementType, "involvement", "involvement of people"],
  ] as const) {
    builder.objectField(Ref, "commitment", (t) => t.one(Commitment, commitment));
    builder.objectField(Commitment, field, (t) => t.many(Ref, serving(what)));
  }
  builder.objectFields(OutcomeType, (t) => ({
    parent: t.one(OutcomeType, {
      on: { id: "parent_id" },
      description: "The outcome that it is a part of; null where it is part of none.",
    }),
    parts: t.many(OutcomeType, {
      on: { parent_id: "id" },
      order: ["position"],
      size: 2,
      description: "The outcomes that are parts of it, in the order of the record.",
    }),
    commitments: t.many(Commitment, {
      via: {
        table: "commitments.alignment",
        from: { outcome_id: "id" },
        to: { commitment_id: "id" },
      },
      order: ["position", "id"],
      size: 3,
      description: "The commitments by which the outcome is worked for.",
    }),
  }));
  builder.objectField(Commitment, "outcomes", (t) =>
    t.many(OutcomeType, {
      via: {
        table: "commitments.alignment",
        from: { commitment_id: "id" },
        to: { outcome_id: "id" },
      },
      order: ["position", "id"],
      size: 2,
      description: "The outcomes for which the commitment works.",
    }),
  );
  builder.objectField(AssessedType, "standard", (t) =>
    t.one(StandardType, {
      on: { id: "parent_id" },
      description: "The standard that was assessed; null where you may not see it.",
    }),
  );
  builder.objectField(StandardType, "assessments", (t) =>
    t.many(AssessedType, {
      on: { parent_id: "id" },
      order: ["position"],
      size: 5,
      description: "How areas meet the standard, in the order of the record.",
    }),
  );
  return {
    Report: ReportType,
    Outcome: OutcomeType,
    Milestone: MilestoneType,
    Deliverable: DeliverableType,
    Standard: StandardType,
    StandardAssessment: AssessedType,
    ContextFactor: ContextType,
    Involvement: InvolvementType,
  };
}
