import type { Passage } from "../source/passage.ts";

/** A verb with which another promise of the same sentence begins: "and increase our efforts". */
const verb =
  "(?:increase|support|deliver|publish|expand|improve|develop|establish|launch|continue|ensure|provide|strengthen|reduce|fund|invest|open|review|introduce|promote|challenge|replace|repair|train|hire)";
const promises = new RegExp(` and (?=${verb}\\b)`, "giu");
const will = /\b(?:will|intend to|plan to|aim to) /iu;

/** What lists of things have before them: "Progress has been made; the expansion of …, …, and …". */
const lead = /^[^;:,]{4,80}[;:] /u;

/** Where somebody begins to speak of themselves anew: "…, and I was appointed". */
const anew = /, and (?=(?:I|we) )/gu;

/** The parts of a sentence that are sentences by themselves; each says what it does by its own words. */
export const clausesOf = (sentence: Passage): Passage[] => {
  const clauses = sentence.split(anew);
  return clauses.every(({ plain }) => plain.split(" ").length > 5) ? clauses : [sentence];
};

/** A sentence, divided where it lists several things that were done, or makes several promises. */
export function pointsOf(sentence: Passage): Passage[] {
  const { plain } = sentence;
  const opens = lead.exec(plain);
  if (opens !== null && !will.test(plain)) {
    const rest = sentence.part(opens[0].length);
    const points = rest.split(/, (?:and )?(?=(?:the |an? )?[\p{Ll}])/gu);
    if (points.length > 2 && points.every((point) => point.plain.length > 12))
      return [sentence.part(0, opens[0].length - 2), ...points];
  }
  if (will.test(plain) && plain.includes("; ")) {
    const [first = sentence, ...more] = sentence.split(/; (?:and )?/gu);
    const points = [first, ...more.flatMap((point) => point.split(promises))];
    if (points.every((point) => point.plain.split(" ").length > 2)) return points;
  }
  return [sentence];
}
