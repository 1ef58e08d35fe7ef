import { groupOf, type Passage } from "../source/passage.ts";

const name = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){1,4}";
const forms: readonly RegExp[] = [
  new RegExp(
    `(?<name>${name}),? (?:chaired the|took the chair|(?:standing|sitting|stepping|acting) in as (?:the )?(?:acting )?chair|(?:acting )?as (?:the )?(?:acting )?chair\\b|was in the chair|acted as chair)`,
    "diu",
  ),
  new RegExp(
    `\\bcalled to order\\b.{0,40}?\\bby (?:the )?(?:\\p{L}+ ){0,3}?(?:chair(?:man|woman|person)?|president|mayor|convener|supervisor)?,? ?(?<name>${name})`,
    "du",
  ),
  new RegExp(`(?<name>${name}) (?:called|brought) the (?:\\p{L}+ ){0,2}meeting to order`, "du"),
  new RegExp(
    `(?:\\bchaired|\\b(?:meeting|call|session) (?:was )?(?:led|presided over)) by (?:[^.;]{0,80}?, )?(?<name>${name})`,
    "du",
  ),
  new RegExp(`\\bchair(?:person|man)? ?[-–—:,] ?(?<name>${name})`, "diu"),
];

const office = /^(?:(?:vice|deputy)[- ]chair|secretary|treasurer) ?: \p{Lu}/iu;

/** Each form as it is written first, then in any case. */
const patterns = forms.map((form) => [new RegExp(form.source, form.flags.replace("i", "")), form]);

/** Who is named as chair in running text: "Cecilia Dunbar chaired the meeting", "Welcome from the Chair – Kit Rowan". */
export function chairIn(
  texts: readonly Passage[],
  isListed: (name: string) => boolean,
): Passage | null {
  const elected = texts.some(({ plain }) => office.test(plain));
  for (const text of texts) {
    if (!/chair|to order|\b(?:led|presided)\b/iu.test(text.plain)) continue;
    // "Chair: …" beside "Secretary: …" tells who was elected.
    for (const [exact, loose] of elected ? patterns.slice(0, -1) : patterns) {
      const found = exact?.exec(text.plain) ?? loose?.exec(text.plain) ?? null;
      const named = found === null ? null : groupOf(text, found, "name");
      const listed = named === null ? null : listedIn(named, isListed);
      if (listed !== null) return listed;
    }
  }
  return null;
}

/** "Board Chairman Ann Bell": without the words before the name. */
function listedIn(named: Passage, isListed: (name: string) => boolean): Passage | null {
  for (let left = named.without(/\.$/u); / /u.test(left.plain); left = left.without(/^\S+ /u))
    if (isListed(left.plain)) return left;
  return null;
}
