import { groupOf, type Passage } from "../source/passage.ts";

const name = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){1,4}";
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<name>${name}),? (?:chaired the|took the chair|(?:standing|sitting|stepping|acting) in as (?:the )?(?:acting )?chair|(?:acting )?as (?:the )?(?:acting )?chair\\b|was in the chair|acted as chair)`,
    "diu",
  ),
  new RegExp(`\\bchaired by (?:[^.;]{0,80}?, )?(?<name>${name})`, "du"),
  new RegExp(`\\bchair(?:person|man)? ?[-–—:,] ?(?<name>${name})`, "diu"),
];

/** Who is named as chair in running text: "Cecilia Dunbar chaired the meeting", "Welcome from the Chair – Kit Rowan". */
export function chairIn(
  texts: readonly Passage[],
  isListed: (name: string) => boolean,
): Passage | null {
  for (const text of texts) {
    if (!/chair/iu.test(text.plain)) continue;
    for (const pattern of patterns) {
      const found =
        new RegExp(pattern.source, pattern.flags.replace("i", "")).exec(text.plain) ??
        pattern.exec(text.plain);
      const named = found === null ? null : groupOf(text, found, "name");
      if (named !== null && isListed(named.plain)) return named;
    }
  }
  return null;
}
