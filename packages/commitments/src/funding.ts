import {
  AgentRef,
  addDays,
  Decimal,
  firstDay,
  Id,
  lastDay,
  PartialDate,
  vocabulary,
} from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { sum } from "./decimal.ts";
import { Time } from "./kept.ts";
import { partOf } from "./part.ts";

/** What has become of a part of a mission's money. */
export const FundingLineKind = vocabulary(
  "FundingLineKind",
  "What is said of a part of the money: these are different things and never add up.",
  {
    budget: "The money is planned for a year.",
    allocation: "The money is set aside for somebody.",
    commitment: "Somebody is bound to pay it.",
    disbursement: "The money was handed on.",
    spend: "The money was spent.",
  },
);
export type FundingLineKind = z.infer<typeof FundingLineKind>;

/** How firm an amount is. */
export const FundingFirmness = vocabulary("FundingFirmness", "How firm an amount of money is.", {
  indicative: "The amount may still change.",
  formal: "The amount was decided on.",
});
export type FundingFirmness = z.infer<typeof FundingFirmness>;

const text = z.string().min(1);

/** A part of the money of one envelope, for a year at most (INV-C15). */
export const FundingLine = partOf({
  envelope: Id,
  kind: FundingLineKind.describe("What is said of the money."),
  amount: Decimal.describe("The amount in whole units of its currency."),
  currency: text.describe("The ISO 4217 code of the currency, such as GBP."),
  period: Time.describe("The time for which it is, at most a year."),
  firmness: FundingFirmness.describe("How firm the amount is."),
  recipient: AgentRef.nullable().describe("Whoever gets it; null where nobody says."),
  purpose: text.nullable().describe("What the money is for; null where nobody says."),
  source: Citation.describe("The publication that gives the amount."),
});
export type FundingLine = Readonly<z.infer<typeof FundingLine>>;

/** That the budget lines of an envelope are all that there are (INV-C13). */
export const FundingProfile = partOf({
  envelope: Id,
  amount: Decimal.describe("The sum of the budget lines, which is the amount of the envelope."),
  source: Citation.describe("The publication that gives the lines."),
});
export type FundingProfile = Readonly<z.infer<typeof FundingProfile>>;

/** INV-C14: the sum of lines of one kind in one currency; of other kinds nothing is added. */
export const totalOf = (
  lines: readonly Pick<FundingLine, "kind" | "amount" | "currency" | "status">[],
  kind: FundingLineKind,
  currency: string,
): Decimal =>
  sum(
    lines
      .filter(
        (line) => line.status === "standing" && line.kind === kind && line.currency === currency,
      )
      .map(({ amount }) => amount),
  );

/** INV-C15: whether a time is a year at most, counted from its first day. */
export function isWithinYear({
  start,
  end,
}: {
  readonly start: PartialDate;
  readonly end: PartialDate;
}): boolean {
  const first = firstDay(start);
  const year = String(Number(first.slice(0, 4)) + 1).padStart(4, "0");
  const again = `${year}${first.slice(4)}`.replace("-02-29", "-03-01");
  return lastDay(end) <= addDays(again, -1);
}
