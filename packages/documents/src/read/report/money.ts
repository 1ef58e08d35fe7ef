import type { FundingKind } from "@remit/commitments";
import type { ReportFinding } from "../../report-reading.ts";
import type { Passage } from "../source/passage.ts";
import { finding } from "./finding.ts";
import { hedgeOf, hedgeWords } from "./hedges.ts";

const amount = new RegExp(
  `(?:\\b(?<hedge>${hedgeWords}) )?(?<sign>[£€$]) ?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?) ?(?<scale>million|billion|thousand|bn|m|k)?(?!\\p{L})`,
  "giu",
);
const currencies: Readonly<Record<string, string>> = { "£": "GBP", "€": "EUR", $: "USD" };
const zeros: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  million: 6,
  m: 6,
  billion: 9,
  bn: 9,
};
const period =
  /\b(?<by>(?:over|for|in|during|across) (?:the (?:lifetime|course) of )?(?:this|the|the next|each|every)?(?: \p{L}+| \d{4}){1,4}?)(?=[,.;]| and\b|$)/u;

/** £250 million is 250000000: moved by its scale, never multiplied as a float. */
export function exactOf(number: string, scale: string | undefined): string {
  const [whole = "0", part = ""] = number.replaceAll(",", "").split(".");
  const moved = zeros[scale?.toLowerCase() ?? ""] ?? 0;
  const digits = `${whole}${part.slice(0, moved).padEnd(moved, "0")}`.replace(/^0+(?=\d)/u, "");
  const rest = part.slice(moved).replace(/0+$/u, "");
  return rest === "" ? digits : `${digits}.${rest}`;
}

/** Thousands of millions are written as billions: "£35,395m" is more likely a slip, and is kept as written. */
export const isImplausible = ({ kind, text }: ReportFinding): boolean =>
  kind === "money" && /\d,\d{3}(?:\.\d+)? ?(?:m|million|bn|billion)/iu.test(text);

const firm = /\b(?<word>committ|pledg|announc|allocat|budget|set aside|earmark)/giu;
const firmness: Readonly<Record<string, FundingKind>> = {
  committ: "committed",
  pledg: "committed",
  announc: "announced",
  allocat: "allocated",
  budget: "allocated",
  "set aside": "allocated",
  earmark: "allocated",
};

/** How firmly an amount is promised: the last word before it that says so. */
const fundingOf = (before: string): FundingKind | undefined =>
  firmness[[...before.matchAll(firm)].at(-1)?.groups?.["word"]?.toLowerCase() ?? ""];

/** Every amount of money in a sentence. */
export const amountsIn = (passage: Passage): ReportFinding[] =>
  [...passage.plain.matchAll(amount)].map((found) => {
    const { sign = "", number = "", scale, hedge } = found.groups ?? {};
    const end = found.index + found[0].length;
    const near = passage.plain.slice(Math.max(0, found.index - 40), end + 20);
    const funding = fundingOf(passage.plain.slice(Math.max(0, found.index - 80), found.index));
    return finding("money", passage.part(found.index, end), {
      value: exactOf(number, scale),
      unit: currencies[sign] ?? "GBP",
      hedge: hedgeOf(hedge),
      by: period.exec(passage.plain.slice(end))?.groups?.["by"] ?? null,
      ...(funding === undefined ? {} : { funding }),
      ...(/\b(?:additional|extra|further|new)\b/iu.test(near) ? { additional: true } : {}),
    });
  });
