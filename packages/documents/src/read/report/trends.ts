import type { Direction } from "@remit/commitments";
import type { ReportFinding } from "../../report-reading.ts";
import type { Passage } from "../source/passage.ts";
import { finding } from "./finding.ts";

const speaks = /\btrends?\b/iu;
/** "Increased falls among walkers": of whom it is said comes last. */
const among =
  /\b(?<way>increased|increasing|rising|growing|higher|decreased|decreasing|falling|declining|reduced|lower) (?<what>\p{Ll}[^,.;]{2,50}?) (?:in|among|amongst) (?<among>[^,.;]{2,40}?)(?= and |[,.;]|$)/dgiu;
/** "The long-term increase of dark lanes": how long it has gone on comes first. */
const lasting =
  /\b(?:long[- ]term|steady|sharp|continued|continuing) (?<way>increase|rise|growth|fall|decrease|decline|reduction) (?:of|in) (?<what>[^,.;]{3,80}?)(?= and |[,.;]|$)/dgiu;
const down = /^(?:decreas|fall|declin|reduc|lower)/iu;

/** How figures develop, where a sentence says so without a number. */
export function trendsIn(passage: Passage): ReportFinding[] {
  const { plain } = passage;
  const found = [...(speaks.test(plain) ? plain.matchAll(among) : []), ...plain.matchAll(lasting)];
  return found.map((each) => {
    const { way = "", what = "", among: part } = each.groups ?? {};
    const direction: Direction = down.test(way) ? "decrease" : "increase";
    return finding("trend", passage.part(each.index, each.index + each[0].length), {
      direction,
      subject: what,
      ...(part === undefined ? {} : { among: part }),
      basis: "inferred",
      confidence: 0.7,
    });
  });
}
