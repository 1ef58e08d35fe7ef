import type { Passage } from "../source/passage.ts";
import { type Lexicon, perLexicon } from "../vocabulary/lexicon.ts";
import { postOrBody } from "../vocabulary/english.ts";
import { datesIn } from "./dates.ts";

/** The name of a body that stands on a line of its own, where the title names none. */
export function bodyOf(titled: Passage | null, told: readonly Passage[]): Passage | null {
  if (titled !== null && aBody.test(titled.plain)) return titled;
  const own = told.slice(0, 8).find(({ sheet, plain }) => foreignBody(sheet.words).test(plain));
  if (own !== undefined) return own;
  const line = told
    .slice(0, 8)
    .find(
      ({ plain }) =>
        plain.length < 90 &&
        aBody.test(plain) &&
        !/^(?:draft |minutes|notes|meeting)|\bmeeting of\b/iu.test(plain),
    );
  return line?.without(/ (?:meeting )?(?:minutes|notes)$/iu) ?? titled;
}

const foreignBody = perLexicon(
  (words) => new RegExp(`^(?:${words.bodies}) \\p{Lu}[\\p{L}' -]{2,60}$`, "iu"),
);

const aBody =
  /^(?:town|city|village|county|township|borough|parish) of (?:\p{Lu}[\p{L}'-]* ?){1,4}$|^\p{Lu}(?:[\p{L}'&,-]+ )*(?:council|committee|board|group|forum|association|society|trust|club|panel|partnership|cabinet)(?: of \p{Lu}[\p{L} ]{3,40})?(?: \(\p{Lu}{2,8}\))?(?: (?:meeting )?(?:minutes|notes))?$/iu;

/** The group of the opening sentence, or of the title where that says more of the same. */
export const fuller = (told: Passage | null, titled: Passage | null): Passage | null => {
  if (told === null || titled === null) return told ?? titled;
  const says = titled.plain.toLowerCase().includes(told.plain.toLowerCase());
  // Either side of a stroke is the name, in its language.
  return says && !titled.plain.includes("/") ? titled : told;
};

const kindOfText =
  /[ :,–—-]*\b(?:(?:draft |final |approved )?(?:minutes?|agendas?)|meetings?|plenary session|telco|telecon(?:ference)?|call|notes?|actions? (?:note|log)|note of)\b/iu;

/** "Pier Council - Oban June 8, 2012 - Minutes": the group, and the place if there is one. */
export function groupIn(title: Passage): { group: Passage | null; location: Passage | null } {
  let rest = title.without(/['’]s? minutes\b.*$/iu);
  const [first] = datesIn(title, "1900-01-01");
  const cut = rest.without(
    /^(?:draft |adopted |approved |unapproved )?(?:meeting )?(?:minute[sd]?|notes?|agenda) (?:[-–—:] |(?:of|for|from) (?:the )?(?:meeting of )?(?:the )?|(?=\p{Lu}.* meeting\b))/iu,
  );
  let known = cut.start > rest.start;
  rest = cut;
  if (first !== undefined && first.passage.start === title.start)
    rest = rest.part(first.passage.end - rest.start).without(/^[ :,–—-]+/u);
  else if (first !== undefined && first.passage.start > rest.start) {
    rest = rest.part(0, first.passage.start - rest.start).without(/[ :,([–—-]+$/u);
    rest = rest.without(
      / (?:(?:held|which met|that met) )?on(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?$/iu,
    );
  }
  const kind = kindOfText.exec(rest.plain);
  if (kind !== null) rest = rest.part(0, kind.index);
  for (const tail of tails) rest = rest.without(tail(title.sheet.words));
  rest = rest
    .without(/[ :,([|–—-]+$/u)
    .without(/^[ :,|–—-]+/u)
    .without(/^the /iu);
  known ||= kind !== null || first !== undefined || postOrBody.test(rest.plain);
  if (!known || !/\p{Lu}.*\p{L}{2}|\p{L}{2}.*\p{Lu}/u.test(rest.plain))
    return { group: null, location: null };
  const split = / [-–—] (?<place>\p{Lu}[\p{L}' ]{2,30})$/u.exec(rest.plain);
  if (split === null || first === undefined || postOrBody.test(split[0]))
    return { group: rest, location: null };
  return {
    group: rest.part(0, split.index),
    location: rest.part(split.index).without(/^[ –—-]+/u),
  };
}

/** "Quay Board monthly" meeting, "Quay Council -January", "Quay Council Report": what is no name of the body. */
const tails: readonly ((words: Lexicon) => RegExp)[] = [
  perLexicon((words) => new RegExp(`[ ,]+[-–—]? ?(?:${words.months})$`, "iu")),
  () =>
    /(?: (?:monthly|weekly|fortnightly|bi-?weekly|quarterly|annual|regular|working|ordinary|extraordinary|special|virtual))+$/iu,
  () => / reports?$/iu,
];

export function groupInSentence(told: readonly Passage[]): Passage | null {
  for (const text of told) {
    const found =
      /\b[Mm]eeting of the (?<group>\p{Lu}[^,.]{3,90}?)(?=,| held\b| on\b| which\b| to order\b|\.|$)/du.exec(
        text.plain,
      );
    const at = found?.indices?.groups?.["group"];
    if (at !== undefined && found?.groups?.["group"]?.includes(" ") === true)
      return text.part(at[0], at[1]);
  }
  return null;
}
