import { keepers, Note, refTo, Wording } from "@remit/kernel";
import { CommitmentKind } from "../commitment.ts";
import { CitationInput, noPeriod, PeriodInput } from "../input.ts";
import { Code } from "../mission.ts";
import { commitmentMaker } from "../verb.ts";
import { assertCodeFree, begunIn } from "../within.ts";

/** A new promise of a mission. */
export const makeCommitment = commitmentMaker("make", {
  says: "Records that a mission promises something.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission that makes the promise."),
    code: Code.describe("The commitment's name within the mission, such as dropped-kerbs."),
    statement: Note.describe("The promise, in its source's own words where they are known."),
    wording: Wording.describe("Whether the statement is its source's own or a summary."),
    kind: CommitmentKind.describe("What sort of thing is promised."),
    period: PeriodInput.optional().describe("The time for which the promise is made."),
    source: CitationInput.describe("The publication that makes the promise."),
  },
  needs: ["newId", "place"],
  refuses: ["CODE_TAKEN"],
  step: ({ mission, code, statement, wording, kind, period, source, place, ...said }) => {
    assertCodeFree(code, place, "commitment", ", or restate that one");
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      position: place.position,
      code,
      statement,
      wording,
      kind,
      period: period ?? noPeriod,
      source,
      restatements: [],
      status: "made",
    };
  },
});
