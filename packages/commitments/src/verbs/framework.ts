import { keepers, Note, refTo } from "@remit/kernel";
import * as z from "zod";
import { OutcomeKind } from "../framework.ts";
import { CitationInput, reason } from "../input.ts";
import { Code } from "../mission.ts";
import { outcomes } from "../verb.ts";
import { assertAllWithin, assertCodeFree, begunIn, ended, refOf } from "../within.ts";

/** Something that a mission wants to come about. */
export const setOutcome = outcomes.maker("set", {
  says: "Records what a mission wants to come about: a vision, an aim, an outcome, a part of one, a priority.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission that wants it."),
    code: Code.describe("The outcome's name within the mission, such as 4b."),
    title: Note.describe("The outcome in a few words."),
    kind: OutcomeKind.describe("Where the outcome stands among the others."),
    framework: Note.optional().describe("The version of the plan that it is from, such as 2022."),
    parent: refTo("Outcome").optional().describe("The id of the outcome that it is a part of."),
    source: CitationInput.describe("The publication that sets it out."),
  },
  needs: ["newId", "place"],
  refuses: ["CODE_TAKEN", "OTHER_MISSION"],
  step: ({ mission, code, title, kind, framework, parent, source, place, ...said }) => {
    assertCodeFree(code, place, "outcome");
    if (parent !== undefined) assertAllWithin(mission.id, [parent], "parent");
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      position: place.position,
      code,
      title,
      kind,
      framework: framework ?? null,
      parent: parent?.id ?? null,
      commitments: [],
      source,
      status: "standing",
    };
  },
});

/** By which commitments it is worked for. */
export const alignOutcome = outcomes.verb("align", {
  says: "Says by which commitments an outcome is worked for, in the place of those that were said before.",
  from: ["standing"],
  to: "same",
  by: keepers,
  input: {
    commitments: z
      .array(refTo("Commitment"))
      .max(100)
      .describe("The ids of all the commitments by which it is worked for."),
  },
  refuses: ["OTHER_MISSION"],
  step: ({ mission }, { commitments }) => {
    assertAllWithin(mission, commitments, "commitments");
    return { commitments: commitments.map(refOf) };
  },
});

export const withdrawOutcome = outcomes.verb("withdraw", {
  says: "Records that an outcome is no longer aimed at; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
