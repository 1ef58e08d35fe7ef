import { AgentInput, keepers, Note, PartialDate, refTo, Refusal, vocabulary } from "@remit/kernel";
import { DeliverableKind } from "../delivery.ts";
import { CitationInput, reason } from "../input.ts";
import { deliverables, milestones } from "../verb.ts";
import { assertAllWithin, assertHappened, begunIn, ended, missionIn } from "../within.ts";

/** A step on the way. */
export const setMilestone = milestones.maker("set", {
  says: "Records a milestone on the way to keeping a commitment.",
  by: keepers,
  within: "commitment",
  input: {
    commitment: refTo("Commitment").describe("The id of the commitment to which it leads."),
    title: Note.describe("What is to be reached."),
    due: PartialDate.optional().describe("When the milestone is due; not stated if left out."),
    source: CitationInput.describe("The publication that sets it."),
  },
  needs: ["newId", "place"],
  step: ({ commitment, title, due, source, place, ...said }) => ({
    ...begunIn(commitment, said),
    mission: missionIn(commitment),
    commitment: commitment.id,
    position: place.position,
    title,
    due: due ?? null,
    revisions: [],
    forecast: null,
    source,
    status: "not-started",
  }),
});

const open = ["not-started", "on-track", "minor-delay", "significant-delay"] as const;

/** How work on a milestone goes. */
export const MilestoneProgress = vocabulary(
  "MilestoneProgress",
  "How work on a milestone goes, while it is neither reached nor missed.",
  {
    "on-track": "The milestone will be reached in time.",
    "minor-delay": "The milestone will be reached a little late.",
    "significant-delay": "The milestone will be reached much too late.",
  },
);

export const rateMilestone = milestones.verb("rate", {
  says: "Says how work on a milestone goes, and when it is expected to be reached.",
  from: open,
  to: ["on-track", "minor-delay", "significant-delay"],
  by: keepers,
  input: {
    progress: MilestoneProgress.describe("How work on the milestone goes."),
    forecast: PartialDate.optional().describe(
      "When the milestone is expected; as said before if left out.",
    ),
  },
  step: ({ forecast }, said) => ({ status: said.progress, forecast: said.forecast ?? forecast }),
});

/** When it was due before stays, with the reason (INV-C19). */
export const rescheduleMilestone = milestones.verb("reschedule", {
  says: "Changes when a milestone is due; when it was due before stays, with the reason.",
  from: open,
  to: "same",
  by: keepers,
  input: { due: PartialDate.describe("When the milestone is due from now on."), ...reason },
  refuses: ["NOTHING_CHANGES"],
  step: ({ due, revisions }, said) => {
    if (due === said.due) {
      const message = "It is due then already. Say another day, month or year.";
      throw new Refusal("NOTHING_CHANGES", message, { path: ["due"] });
    }
    const { reason, by, on } = said;
    return {
      due: said.due,
      revisions: [...revisions, { from: due, to: said.due, reason, by, on }],
    };
  },
});

export const reachMilestone = milestones.verb("reach", {
  says: "Records that a milestone was reached.",
  from: open,
  to: "achieved",
  by: keepers,
  input: {
    actual: PartialDate.optional().describe(
      "When the milestone was reached; that of the verb if left out.",
    ),
  },
  step: (_, { actual, on }) => {
    assertHappened(actual, on, "actual");
    return { actual: actual ?? on };
  },
});

export const missMilestone = milestones.verb("miss", {
  says: "Records that a milestone was not reached.",
  from: open,
  to: "missed",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

export const withdrawMilestone = milestones.verb("withdraw", {
  says: "Records that a milestone was taken back; it stays in the record.",
  from: open,
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

/** Something that is to come of the mission. */
export const planDeliverable = deliverables.maker("plan", {
  says: "Records something that is to come of a mission, such as a plan, a service or a body.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission of which it comes."),
    commitment: refTo("Commitment").optional().describe("The id of the commitment that it serves."),
    title: Note.describe("The thing that is delivered, in a few words."),
    kind: DeliverableKind.describe("What sort of thing it is."),
    producedBy: AgentInput.describe("The person or body who delivers it."),
    source: CitationInput.describe("The publication that announces it."),
  },
  needs: ["newId", "place"],
  refuses: ["OTHER_MISSION"],
  step: ({ mission, commitment, title, kind, producedBy, source, place, ...said }) => {
    if (commitment !== undefined) assertAllWithin(mission.id, [commitment], "commitment");
    return {
      ...begunIn(mission, said, commitment),
      mission: mission.id,
      commitment: commitment?.id ?? null,
      position: place.position,
      title,
      kind,
      producedBy,
      source,
      status: "planned",
    };
  },
});

export const produceDeliverable = deliverables.verb("produce", {
  says: "Records that something a mission was to deliver is there.",
  from: ["planned"],
  to: "produced",
  by: keepers,
  input: {
    deliveredOn: PartialDate.optional().describe(
      "When the thing was there; not stated if left out.",
    ),
    document: CitationInput.optional().describe("Where the thing can be read, if it is a text."),
  },
  step: (_, { deliveredOn = null, document = null, on }) => {
    assertHappened(deliveredOn, on, "deliveredOn");
    return { deliveredOn, document };
  },
});

export const withdrawDeliverable = deliverables.verb("withdraw", {
  says: "Records that something will not be delivered, or was taken back; it stays in the record.",
  from: ["planned"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
