import { AgentInput, Decimal, keepers, Note, refTo, Refusal } from "@remit/kernel";
import { compared } from "../decimal.ts";
import { FundingFirmness, FundingLineKind, isWithinYear, totalOf } from "../funding.ts";
import { CitationInput, ObservedPeriodInput, reason } from "../input.ts";
import { fundingLines, fundingProfiles } from "../verb.ts";
import { begunIn, ended, missionIn } from "../within.ts";

const envelope = refTo("FundingEnvelope");

/** A part of an envelope's money. A budget line more would belie that all are there (INV-C13). */
export const recordFundingLine = fundingLines.maker("record", {
  says: "Records a part of the money of an envelope, for a year at most.",
  by: keepers,
  within: "envelope",
  input: {
    envelope: envelope.describe("The id of the envelope that the money is from."),
    kind: FundingLineKind.describe("What is said of the money."),
    amount: Decimal.describe("The amount as text, in the currency of the envelope."),
    period: ObservedPeriodInput.describe("The time for which it is, at most a year."),
    firmness: FundingFirmness.describe("How firm the amount is."),
    recipient: AgentInput.optional().describe("The person or body who gets it."),
    purpose: Note.optional().describe("What the money is for."),
    source: CitationInput.describe("The publication that gives the amount."),
  },
  needs: ["newId", "place", "money", "isComplete"],
  refuses: ["INV-C13", "INV-C15"],
  step: (told) => {
    const { kind, amount, period, firmness, recipient, purpose, source, place, money } = told;
    if (!isWithinYear(period)) {
      const message = "A line is for a year at most. Record one for each year.";
      throw new Refusal("INV-C15", message, { path: ["period"] });
    }
    if (told.isComplete && kind === "budget") {
      const message = "The budget of this envelope was declared complete. Take that back first.";
      throw new Refusal("INV-C13", message, { path: ["kind"] });
    }
    return {
      ...begunIn(told.envelope, told),
      mission: missionIn(told.envelope),
      envelope: told.envelope.id,
      position: place.position,
      kind,
      amount,
      currency: money.currency,
      period,
      firmness,
      recipient: recipient ?? null,
      purpose: purpose ?? null,
      source,
      status: "standing",
    };
  },
});

export const withdrawFundingLine = fundingLines.verb("withdraw", {
  says: "Records that a part of the money was taken back; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  guard: ({ kind }, { isComplete = false }) => {
    if (!isComplete || kind !== "budget") return null;
    const message = "The budget of its envelope was declared complete. Take that back first.";
    return new Refusal("INV-C13", message);
  },
  input: reason,
  needs: ["isComplete"],
  refuses: ["INV-C13"],
  step: (_, said) => ended(said),
});

/** INV-C13: all the budget lines are there, and make up the envelope. */
export const declareFundingProfile = fundingProfiles.maker("declare", {
  says: "Declares that the budget lines of an envelope are all there; refused where they are not its amount.",
  by: keepers,
  within: "envelope",
  input: {
    envelope: envelope.describe("The id of the envelope."),
    source: CitationInput.describe("The publication that gives the lines."),
  },
  needs: ["newId", "place", "money", "isComplete"],
  refuses: ["INV-C13"],
  step: (told) => {
    const { source, place, money } = told;
    const sum = totalOf(money.lines, "budget", money.currency);
    if (told.isComplete) {
      const message = "The budget of this envelope was declared complete already.";
      throw new Refusal("INV-C13", message, { path: ["envelope"] });
    }
    if (compared(sum, money.amount) !== 0) {
      const message = `The budget lines come to ${sum} ${money.currency}, and the envelope to ${money.amount}. Record what is missing first.`;
      throw new Refusal("INV-C13", message, { path: ["envelope"], params: { sum } });
    }
    return {
      ...begunIn(told.envelope, told),
      mission: missionIn(told.envelope),
      envelope: told.envelope.id,
      position: place.position,
      amount: sum,
      source,
      status: "standing",
    };
  },
});

export const withdrawFundingProfile = fundingProfiles.verb("withdraw", {
  says: "Takes back that the budget lines of an envelope are all there.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
