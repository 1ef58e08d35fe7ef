import type { Reading, Warning } from "../../reading.ts";
import { looksLikeName } from "../facts/names.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/** What is odd about a reading: a gap in the count of items, an unlikely name, a label that gave no fact. */
export const doubtsOf = (facts: Facts): Warning[] => [
  ...gapsIn(facts),
  ...unlikelyNames(facts),
  ...labelsWithoutFact(facts),
];

/** Items 1, 2 and 4: the line of the third became none. */
function gapsIn({ items }: Facts): Warning[] {
  const numbered = items.flatMap(({ number, span }) =>
    number !== null && /^\d{1,2}$/u.test(number) ? [{ value: Number(number), span }] : [],
  );
  return numbered.flatMap(({ value, span }, at) => {
    const before = numbered[at - 1]?.value;
    if (before === undefined || value <= before + 1 || value > before + 4) return [];
    const missing =
      value === before + 2 ? `Item ${before + 1}` : `Items ${before + 1} to ${value - 1}`;
    return [
      {
        code: "ITEM_NOT_FOUND" as const,
        message: `${missing} stands before this one in the count, and was not found.`,
        span,
      },
    ];
  });
}

const isBare = (name: string): boolean => /^[^\s[]+$/u.test(name);

/** A role that holds names, a list in which one entry is a bare word and the others are not. */
function unlikelyNames({ attendance }: Facts): Warning[] {
  const full = attendance.filter(({ name }) => looksLikeName(name)).length;
  const alike = new Map<number, number>();
  for (const { name, section } of attendance)
    if (isBare(name)) alike.set(section, (alike.get(section) ?? 0) + 1);
  return attendance.flatMap(({ name, role, section, span }) => {
    const bare = isBare(name) && alike.get(section) === 1 && full * 2 > attendance.length;
    const parts = (role ?? "").split(/, | and /u);
    const names = parts.filter((part) => looksLikeName(part)).length;
    if (!bare && names < 2) return [];
    const message = bare
      ? `"${name}" is one word where the others are full names.`
      : `The role of ${name} holds names: it may be more than one person.`;
    return [{ code: "NAME_DOUBTFUL" as const, message, span }];
  });
}

const labels: readonly (readonly [RegExp, (facts: Facts) => boolean, string])[] = [
  [
    /^\W*(?:new )?actions?\b[^.:]{0,25}[:–—-]|\[action\b|\baction point\b/iu,
    ({ actions }) => actions.length === 0,
    "action",
  ],
  [
    /^\W*(?:decision|resolution|resolved|it was resolved)\b/iu,
    ({ decisions }) => decisions.length === 0,
    "decision",
  ],
  [
    /\bapologies\b[^.]{0,60}\bfrom \p{Lu}/iu,
    ({ attendance }) => !attendance.some(({ category }) => category === "apologies"),
    "apologies",
  ],
];

/** The word stands in the text, and no fact of its kind was found. */
function labelsWithoutFact(facts: Facts): Warning[] {
  const said = [...facts.unplaced, ...facts.items.flatMap(({ contributions }) => contributions)];
  return labels.flatMap(([label, isLost, word]) => {
    if (!isLost(facts)) return [];
    const found = said.find(({ text }) => text.length < 2000 && label.test(text));
    if (found === undefined) return [];
    const message = `The text speaks of ${word === "apologies" ? word : `${/^[ao]/u.test(word) ? "an" : "a"} ${word}`}, and none was found.`;
    return [{ code: "LABEL_WITHOUT_FACT" as const, message, span: found.span }];
  });
}
