import { keepers, Note, Refusal } from "@remit/kernel";
import * as z from "zod";
import { minutesVerb } from "../minutes-verb.ts";
import { assertSince } from "../part.ts";

/** Somebody asks for something to be put right. */
export const requestCorrection = minutesVerb("requestCorrection", {
  says: "Asks for something in minutes to be put right.",
  mutation: "requestCorrection",
  from: ["circulated", "agreed", "agreed-with-corrections"],
  to: "same",
  by: ["member", ...keepers],
  input: { text: Note.describe("What is wrong, and what would be right.") },
  step: ({ corrections }, { text, by, on }) => ({
    corrections: [
      ...corrections,
      { number: corrections.length + 1, by, on, text, status: "requested", reason: null },
    ],
  }),
});

/** A correction is accepted or rejected. */
export const settleCorrection = minutesVerb("settleCorrection", {
  says: "Accepts a correction that was asked for, so that it can be made, or rejects it.",
  mutation: "settleCorrection",
  from: ["circulated", "agreed", "agreed-with-corrections"],
  to: "same",
  by: keepers,
  guard: ({ corrections }) =>
    corrections.some(({ status }) => status === "requested")
      ? null
      : new Refusal("CORRECTION_UNKNOWN", "No correction waits for a word."),
  input: {
    correction: z.int().positive().describe("The number of the correction."),
    accept: z.boolean().describe("True: the correction is to be made; false: it is not."),
    reason: Note.optional().describe("The reason for which it is accepted or rejected."),
  },
  refuses: ["CORRECTION_UNKNOWN", "TOO_EARLY"],
  step: ({ corrections }, { correction, accept, reason = null, on }) => {
    const found = corrections.find(({ number }) => number === correction);
    if (found?.status !== "requested") {
      const message = `There is no correction ${correction} that waits for a word: ${corrections.length} were asked for.`;
      throw new Refusal("CORRECTION_UNKNOWN", message, { path: ["correction"] });
    }
    assertSince(found, on, "The correction was asked for");
    const settled = { ...found, reason, status: accept ? "accepted" : "rejected" } as const;
    return { corrections: corrections.map((each) => (each === found ? settled : each)) };
  },
});
