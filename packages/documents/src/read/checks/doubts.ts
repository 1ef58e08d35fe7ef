import type { Span } from "@remit/kernel";
import type { Reading, Warning } from "../../reading.ts";
import type { Line } from "../blocks/lines.ts";
import { looksLikeName, nameOf } from "../facts/names.ts";
import { finiteVerb, headingWord, holdsPost, postOrBody, unnamed } from "../vocabulary/english.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/** What is odd about a reading: a gap in the count of items, an unlikely name or heading, a label that gave no fact. */
export const doubtsOf = (facts: Facts, lines: readonly Line[]): Warning[] => [
  ...gapsIn(facts, lines),
  ...unlikelyHeadings(facts, lines),
  ...unlikelyNames(facts),
  ...unlikelyTasks(facts),
  ...unlikelyGroup(facts),
  ...labelsWithoutFact(facts),
];

/** Items 1, 2 and 4: the line of the third became none, and stands nowhere as a sentence of its own. */
function gapsIn({ items }: Facts, lines: readonly Line[]): Warning[] {
  const told = new Set(
    lines.flatMap(({ number, content }) =>
      number !== null && content.plain.endsWith(".") ? [number.plain] : [],
    ),
  );
  const numbered = items.flatMap(({ number, span }) =>
    number !== null && /^\d{1,2}$/u.test(number) ? [{ value: Number(number), span }] : [],
  );
  return numbered.flatMap(({ value, span }, at) => {
    const before = numbered[at - 1]?.value;
    if (before === undefined || value <= before + 1 || value > before + 4) return [];
    if (value === before + 2 && told.has(String(before + 1))) return [];
    const missing =
      value === before + 2 ? `Item ${before + 1}` : `Items ${before + 1} to ${value - 1}`;
    const message = `${missing} stands before this one in the count, and was not found.`;
    return [odd("ITEM_NOT_FOUND", message, span)];
  });
}

const odd = (code: Warning["code"], message: string, span: Span): Warning => ({
  code,
  message,
  span,
});

type Item = Facts["items"][number];

/** Headings that look like lines of accounts, values, sentences or the name of whoever signed. */
function unlikelyHeadings({ items, attendance }: Facts, lines: readonly Line[]): Warning[] {
  const plain = new Set(
    lines.flatMap(({ content, depth, marker, titled }) =>
      depth === 0 && marker === null && titled !== true ? [content.span.start] : [],
    ),
  );
  const points = new Set(
    lines.flatMap(({ content, marker }) => (marker === "bullet" ? [content.span.start] : [])),
  );
  const names = new Set(attendance.map(({ name }) => name));
  const numbered = items.filter(({ number }) => number !== null).length;
  return items.flatMap((item, at) => {
    const bare = item.number === null && item.level === 1 && plain.has(item.span.start);
    const apart = bare && numbered > 2 && numbered * 10 > items.length * 7;
    const row =
      bare && isEmpty(item) && [items[at - 1], items[at + 1]].some((each) => isBeside(each, item));
    const last = at === items.length - 1 && isEmpty(item) && isPost(item.heading);
    const strange =
      isOddHeading(item.heading) || (!points.has(item.span.start) && tells(item.heading));
    if (!apart && !row && !last && !strange && !names.has(item.heading)) return [];
    return [odd("HEADING_DOUBTFUL", `"${item.heading}" may be no heading of an item.`, item.span)];
  });
}

const isEmpty = ({ contributions, number }: Item): boolean =>
  contributions.length === 0 && number === null;

/** A line right above or below, as empty as this one. */
const isBeside = (other: Item | undefined, { span, level }: Item): boolean =>
  other !== undefined &&
  other.level === level &&
  isEmpty(other) &&
  Math.min(Math.abs(other.span.start - span.end), Math.abs(span.start - other.span.end)) < 4;

const isPost = (heading: string): boolean =>
  heading.split(" ").length < 4 && holdsPost.test(heading.split(" ").at(-1) ?? "");

const isOddHeading = (heading: string): boolean =>
  /[£$€] ?\d|:\/\/|\]\(|^\(|^\d{1,4}(?: -)?(?: \p{Lu}|$)/u.test(heading) ||
  /^(?:(?:location|details?|ref(?:erence)?(?:\. ?no)?|proposal|applicant|tel|e-?mail|phone|costs?) ?:|others?$|actions?(?:\/|$))/iu.test(
    heading,
  );

/** A sentence, by its verb. */
const tells = (heading: string): boolean =>
  heading.split(" ").length > 6 &&
  heading
    .split(" ")
    .slice(1, 6)
    .some((word) => finiteVerb.test(word) && !participle.test(word));
/** Such words stand in headings too. */
const participle = /^(?:set|let|can|may|need|needs|made|\p{L}+ed)$/iu;

const isBare = (name: string): boolean => /^[^\s[]+$/u.test(name);
const isOddRole = (role: string): boolean =>
  role.length > 110 ||
  /[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(role) ||
  / \d+ \p{Ll}+ of |\p{Lu}\. \p{Lu}\p{Ll}+:/u.test(role) ||
  role.split(/, | with | and /u).some((part) => unnamed.test(part));
/** "The Software", "JD NB", "Absent": words that are no person. */
const isOddName = (name: string): boolean => {
  const words = name.replace(/^\p{L}+\.? (?=\p{Lu})/u, "").split(" ");
  return (
    /^the /iu.test(name) ||
    words.length > 5 ||
    words.filter((word) => /^[\p{Lu}']{2,4}$/u.test(word)).length > 1 ||
    (!looksLikeName(name) &&
      name
        .split(" ")
        .some((word) => headingWord.test(word) && !/^(?:of|the|de|van|a|an)$/iu.test(word))) ||
    /\b(?:limited|ltd|inc|plc|systems|gmbh|llc|AG|council|committee|company)\b/iu.test(name)
  );
};

/** A role that holds names, a name unlike one, a list in which one entry is a bare word and the others are not. */
function unlikelyNames({ attendance }: Facts): Warning[] {
  const full = attendance.filter(({ name }) => looksLikeName(name)).length;
  const parts = new Set(attendance.flatMap(({ name }) => (isBare(name) ? [] : nameOf(name).words)));
  const alike = new Map<number, number>();
  for (const { name, section } of attendance)
    if (isBare(name)) alike.set(section, (alike.get(section) ?? 0) + 1);
  return attendance.flatMap(({ name, role, section, span, categoryBasis }) => {
    const lone = isBare(name) && alike.get(section) === 1 && full * 2 > attendance.length;
    if (lone && (categoryBasis === "inferred" || parts.has(name)))
      return [odd("NAME_DOUBTFUL", `"${name}" is one word where the others are full names.`, span)];
    if (isOddName(name)) return [odd("NAME_DOUBTFUL", `"${name}" may be no person.`, span)];
    const names = (role ?? "").split(/, | and /u).filter((part) => looksLikeName(part)).length;
    if (names < 2 && !isOddRole(role ?? "")) return [];
    const message = `The role of ${name} holds names: it may be more than one person.`;
    return [odd("NAME_DOUBTFUL", message, span)];
  });
}

/** What an action would not say, and who would not own one. */
function unlikelyTasks({ actions }: Facts): Warning[] {
  const tasks = actions.flatMap(({ text, owners, span }) => {
    const told =
      owners.length === 0 && /^[^.]{0,60}\b(?:reported|noted|was|were|had|has been)\b/u.test(text);
    const owner = owners.find(
      ({ kind, name }) =>
        kind === "unresolved" && (name.split(" ").length > 2 || !/^\p{Lu}/u.test(name)),
    );
    if (!told && text.split(" ").length > 1 && owner === undefined) return [];
    return [
      odd("ACTION_DOUBTFUL", "This may be no action, or somebody else's.", owner?.span ?? span),
    ];
  });
  return tasks;
}

const body =
  /\b(?:council|committee|board|group|forum|association|society|trust|club|panel|partnership|foundation)\b/iu;

/** "Quay Board Report": words after the name of a body that are no part of it. */
function unlikelyGroup({ group, spans }: Facts): Warning[] {
  if (group === null || spans.group === null) return [];
  const tail = group.slice((body.exec(group)?.index ?? 0) + (body.exec(group)?.[0].length ?? 0));
  const stray =
    body.test(group) &&
    /^ [-–—:]?[\p{L}\d]/u.test(tail) &&
    !/^ (?:of|for|on|in|\()/u.test(tail) &&
    !body.test(tail) &&
    !postOrBody.test(tail);
  const marks = /[#|]|\d{4}/u.test(group);
  if (!stray && !marks) return [];
  return [
    odd("GROUP_DOUBTFUL", `"${group}" may hold more than the name of the group.`, spans.group),
  ];
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
    return [odd("LABEL_WITHOUT_FACT", message, found.span)];
  });
}
