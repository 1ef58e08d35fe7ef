import { keepers, Note, Stepped, Wording } from "@remit/kernel";
import { type Commitment, CommitmentKind } from "../commitment.ts";
import { CitationInput, PeriodInput, reason } from "../input.ts";
import { Code } from "../mission.ts";
import { commitmentVerb } from "../verb.ts";
import { assertCodeFree, ended } from "../within.ts";

/** Another promise takes its place. It stays in the record, and counts among all that were made (INV-C20). */
export const supersedeCommitment = commitmentVerb("supersede", {
  says: "Makes another commitment in the place of one; both stay in the record.",
  from: ["made", "in-delivery"],
  to: "superseded",
  by: keepers,
  input: {
    code: Code.describe("The new commitment's name within the mission, such as dropped-kerbs-2."),
    statement: Note.describe("The new promise, in its source's own words where they are known."),
    wording: Wording.describe("Whether the statement is its source's own or a summary."),
    kind: CommitmentKind.optional().describe(
      "What sort of thing is promised; the same if left out.",
    ),
    period: PeriodInput.optional().describe("The time of the new promise; the same if left out."),
    source: CitationInput.describe("The publication that makes the new promise."),
    ...reason,
  },
  needs: ["newId", "place"],
  refuses: ["CODE_TAKEN"],
  step: (before: Commitment, said) => {
    const { code, statement, wording, kind, period, source, place, newId, by, on } = said;
    assertCodeFree(code, place, "commitment");
    const next: Commitment = {
      id: newId(),
      version: 1,
      keeper: before.keeper,
      access: before.access,
      made: { by, on },
      mission: before.mission,
      position: place.position,
      code,
      statement,
      wording,
      kind: kind ?? before.kind,
      period: period ?? before.period,
      source,
      restatements: [],
      supersedes: { type: "Commitment", id: before.id, label: before.code },
      status: "made",
    };
    const successor = { type: "Commitment", id: next.id, label: code };
    return new Stepped<Commitment>({ ...ended(said), successor }, { made: [next] });
  },
});
