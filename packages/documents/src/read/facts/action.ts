import { groupOf, type Passage } from "../source/passage.ts";
import { type Agents, ownersIn, split } from "./owner.ts";
import { perLexicon } from "../vocabulary/lexicon.ts";
import { holdsPost, imperative } from "../vocabulary/english.ts";
import { looksLikeName } from "./names.ts";

/** An action as found, before it is placed in an item. */
export interface FoundAction {
  readonly text: Passage;
  readonly owners: readonly Passage[];
  readonly number: Passage | null;
  readonly due: Passage | null;
  readonly status: Passage | null;
}

/** A label, `Action 2.1 -` or `action:`, with what it carries. */
export interface Label {
  /** Where the label starts, in the text that was searched. */
  readonly index: number;
  readonly number: Passage | null;
  readonly owner: Passage | null;
  readonly text: Passage;
}

const number =
  "(?<number>#?\\d{1,3}(?:[./-]\\d{1,4}){0,2}(?:\\([a-z]\\))?|[A-Z]{1,8}[-/ ]?\\d{1,4}(?:[-/.]\\d{1,4}){0,2}(?= ?[:–—-])|\\([a-z\\d]{1,3}\\)|[A-Z](?= ?[:–—-]))";
interface Patterns {
  readonly atStart: RegExp;
  readonly inside: RegExp;
  readonly mentioned: RegExp;
}

const patternsOf = perLexicon((words): Patterns => {
  const foreign = `(?:(?:${words.wordsFor("action")}) ?/ ?)?`;
  const label = `[*_~[]*${foreign}(?<ref>(?:[A-Z\\d]{2,12}/){1,4})?(?<word>(?:new |agreed |further |follow-up )?(?:action|ap(?= ?\\d| ?:)|${words.wordsFor("action")})s?(?: points?| items?)?)(?: ?(?:no\\.? ?)?${number})?(?: (?:for|on) (?<for>[^:.]{2,40})(?=:)| ?\\((?<owner>[^()]{2,60})\\)| (?<by>\\p{L}[\\p{L}'-]{1,5}(?:(?:, ?|/| & | and )\\p{L}[\\p{L}'-]{1,5}){0,4})(?= ?:))?[*_~]*(?:\\](?:\\([^()]{1,80}\\))?)?(?<mark>(?<=\\])(?= )| on(?= \\p{L}[^.:]{1,60}? to )| ?:| ?[-–—](?= )|\\.(?= )|,(?= )|(?= \\p{Lu}))[*_~]* *`;
  const atStart = new RegExp(`^(?:${label})`, "diu");
  const inside = new RegExp(`(?<=[.!?;)\\]"'*] |[-–—] )(?:${label})`, "dgiu");

  const mentioned = new RegExp(`action|\\bap|${words.wordsFor("action")}`, "iu");
  return { atStart, inside, mentioned };
});

/** The labels of a text in order: one at its start, and those after a sentence or a dash. */
export function labelsIn(text: Passage): Label[] {
  const { plain } = text;
  const { atStart, inside, mentioned } = patternsOf(text.sheet.words);
  if (!mentioned.test(plain)) return [];
  const first = atStart.exec(plain);
  const found = first !== null && isLabel(first, true) ? [first] : [];
  const from = first === null ? 0 : first[0].length;
  for (const match of plain.matchAll(inside)) {
    if (match.index >= from && isLabel(match, false)) found.push(match);
  }
  return found.map((match, at) => {
    const end = found[at + 1]?.index ?? plain.length;
    const ref = match.groups?.["ref"];
    const figure = unbracketed(groupOf(text, match, "number")?.without(/^#/u) ?? null);
    return {
      index: match.index,
      number:
        ref === undefined || figure === null
          ? figure
          : text.part(match.index, figure.end - text.start),
      owner:
        groupOf(text, match, "for") ?? groupOf(text, match, "owner") ?? groupOf(text, match, "by"),
      text: text
        .part(match.index + match[0].length, end)
        .without(/^[*_~ ]+/u)
        .without(/[*_~ ]+$/u),
    };
  });
}

/** "(a)" is number a; "2.1(a)" keeps its letter. */
const unbracketed = (number: Passage | null): Passage | null =>
  number?.plain.startsWith("(") === true ? number.without(/^\(/u).without(/\)$/u) : number;

/** "Action 2, the map, complete" is talk of an old action; "new action, JA to send" raises one. */
function isLabel(found: RegExpExecArray, starts: boolean): boolean {
  const { groups, input, index } = found;
  const startsUpper = /^ *\p{Lu}/u.test(
    input.slice(index + found[0].length, index + found[0].length + 3),
  );
  const { word = "", mark = "", number: figure, ref, by } = groups ?? {};
  if (by !== undefined && !isShort(by)) return false;
  if (mark === "" && input[index + found[0].trimEnd().length - 1] === "]") return starts;
  if (mark === " on") return starts;
  if (mark === "") return starts && figure !== undefined && !/s$/iu.test(word) && startsUpper;
  if (mark === ",") return /^new /iu.test(word);
  if (mark === ".") return starts && figure !== undefined;
  if (starts || mark.trim() === ":" || ref !== undefined) return true;
  return /^\p{Lu}/u.test(word);
}

/** Initials or a first name, as they stand between "Action" and its colon. */
const isShort = (by: string): boolean =>
  by
    .split(/, ?|\/| & | and /u)
    .every((each) => /^\p{Lu}{2,5}$|^\p{Lu}\p{L}?\p{Lu}\p{L}?$|^\p{Lu}\p{Ll}{2,5}$/u.test(each)) &&
  !/^(?:plan|log|list|item|from|for|and|taken|notes?|here)$/iu.test(by);

const field =
  /(?:^|(?<=[.;,)\]] ?)| [-–—] | (?=[A-Z][a-z ]{2,10}:))[([]?(?<key>Action for|Action by|Owners?|Lead|Responsible|Due(?: date)?|Deadline|By when|Status|Update)(?: ?:| [-–—]) ?/gu;
const state =
  /(?: [-–—]|,|;|\.)? ?[([]?(?<status>achieved|completed?|done|closed|on-?going|in progress|in hand|discharged|carried forward|outstanding|overdue|not started|withdrawn|cancelled|superseded|no longer (?:required|needed|relevant))[)\]]?\.?$/diu;
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const day = `(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthName}\\b(?:,? \\d{4})?|${monthName} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:, ?\\d{4})?|${monthName}\\b(?: \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|(?:the )?(?:next|following|\\d{1,3}(?:st|nd|rd|th)) (?:\\p{L}+ ){0,2}?meeting|meeting \\d{1,3}|(?:the )?(?:spring|summer|autumn|winter|new year|easter|christmas)(?: \\d{4})?|today|tomorrow|(?:mon|tues|wednes|thurs|fri)day|(?:next|this) (?:week|month|year)|(?:end of|the end of) (?:the )?(?:week|month|year|financial year))`;
const due = new RegExp(
  `(?:\\b(?:by|before|no later than|not later than|due(?: by| on| for| date)?|deadline(?: of| is)?|ahead of|in time for|until)\\b:? (?:the )?(?:w\\/[ce] |week (?:commencing|beginning|ending) )?(?<due>(?:(?:the )?(?:end|close|start|beginning|middle) of (?:play |business )?(?:on )?)?${day})|\\b(?<within>within (?:\\d{1,2}|an?|one|two|three|four|six) (?:days?|weeks?|months?)(?! (?:of|after|from)\\b(?! (?:the|this) meeting\\b))|asap|as soon as possible|immediately)\\b)`,
  "dgiu",
);

/** Takes an action's text apart: who, by when, how far, and what is to be done. */
export function actionOf(
  text: Passage,
  agents: Agents,
  given: { number: Passage | null; owner: Passage | null },
): FoundAction {
  const told = dueBeside(given.owner);
  const fields = fieldsOf(text.without(/^(?:task|what|action|new) ?: */iu));
  let task = fields.task;
  let status = fields.status;
  const ended = state.exec(task.plain);
  if (ended !== null && ended.index > 0 && status === null) {
    status = groupOf(task, ended, "status");
    task = task.part(0, ended.index);
  }
  const led = /^\[(?<owner>[^[\]]{2,60})\] ?(?=\S)/du.exec(task.plain);
  const leading = led === null ? null : groupOf(task, led, "owner");
  const isLed = leading !== null && areAgents(leading, agents);
  if (led !== null && isLed) task = task.part(led[0].length);
  const named = told.owner ?? fields.owner ?? (isLed ? leading : null);
  const dashed = dashedOwner(task, agents);
  const bracketed =
    /^.* [([](?:(?:new|action|owner|lead) (?:for|by|:) ?)?(?<owner>[^()[\]]{2,40})[)\]]\.?$/du.exec(
      task.plain,
    );
  const inBrackets = bracketed === null ? null : groupOf(task, bracketed, "owner");
  const timed = [...task.plain.matchAll(due)].at(-1) ?? null;
  let owners = named === null ? ownersIn(task, agents) : split(named, agents);
  if (dashed !== null && named === null) [owners, task] = [dashed.owners, dashed.task];
  else if (owners.length === 0 && inBrackets !== null && areAgents(inBrackets, agents))
    owners = split(inBrackets, agents);
  return {
    text: task,
    owners,
    number: given.number,
    due:
      told.due ??
      fields.due ??
      (timed === null ? null : (groupOf(task, timed, "due") ?? groupOf(task, timed, "within"))),
    status,
  };
}

/** "(Ann Bell, by 12 June)": who and by when, in one bracket. */
function dueBeside(owner: Passage | null): { owner: Passage | null; due: Passage | null } {
  const found = owner === null ? undefined : [...owner.plain.matchAll(due)].at(-1);
  if (owner === null || found === undefined) return { owner, due: null };
  const rest = owner.part(0, found.index).without(/[ ,;–—-]+$/u);
  return {
    owner: rest.isEmpty ? null : rest,
    due: groupOf(owner, found, "due") ?? groupOf(owner, found, "within"),
  };
}

/** Whether a label is followed by names and nothing else: what they are to do stands before it. */
export const namesOnly = (task: Passage, agents: Agents): boolean => {
  const named = task.without(/[.;]+$/u);
  return (
    named.plain.length < 60 &&
    split(named, agents).every(({ plain }) => agents.directory.knows(plain))
  );
};

/** "Action for: NR. Action by: Meeting 3." after the task. */
function fieldsOf(text: Passage): {
  task: Passage;
  owner: Passage | null;
  due: Passage | null;
  status: Passage | null;
} {
  const found = [...text.plain.matchAll(field)].filter(({ index }) => index > 0);
  const [first] = found;
  if (first === undefined) return { task: text, owner: null, due: null, status: null };
  const read = {
    owner: null as Passage | null,
    due: null as Passage | null,
    status: null as Passage | null,
  };
  found.forEach((match, at) => {
    const key = match.groups?.["key"]?.toLowerCase() ?? "";
    const end = found[at + 1]?.index ?? text.end - text.start;
    const value = text.part(match.index + match[0].length, end).without(/[ .;,)\]([]+$/u);
    if (value.isEmpty) return;
    if (/^(?:action for|owners?|lead|responsible)$/u.test(key)) read.owner ??= value;
    else if (/^(?:status|update)$/u.test(key))
      read.status ??= text.part(match.index, end).without(/^[([ –—-]+/u);
    else read.due ??= value;
  });
  return { task: text.part(0, first.index), ...read };
}

/** "AB – circulate the note", "Secretariat: publish the paper". */
function dashedOwner(task: Passage, agents: Agents): { owners: Passage[]; task: Passage } | null {
  const found = /^(?<who>[^:.,–—]{2,60}?)(?: [-–—] ?|: ?)(?:to )?(?<verb>[\p{L}\d]+)/u.exec(
    task.plain,
  );
  const { who, verb } = found?.groups ?? {};
  if (found === null || who === undefined || verb === undefined) return null;
  const named = task.part(0, who.length);
  if (!areAgents(named, agents) && !holdsPost.test(who)) return null;
  return { owners: split(named, agents), task: task.part(found[0].length - verb.length) };
}

const areAgents = (named: Passage, agents: Agents): boolean =>
  named.plain.length < 80 && split(named, agents).every(({ plain }) => knownAgent(plain, agents));

const knownAgent = (text: string, { directory, bodies }: Agents) =>
  directory.knows(text) ||
  bodies.has(text.toLowerCase()) ||
  looksLikeName(text) ||
  /^\p{Lu}[\p{Lu}&/-]{1,7}$/u.test(text) ||
  /^(?:(?:the )?(?:\p{L}+ )?(?:secretariat|officials|members|chair|group|board|team)|all(?: members)?|everyone)$/iu.test(
    text,
  );

const reference =
  / ?[[(]action(?: point)? ?(?<number>\d{1,3}(?:\.\d{1,3})?)?(?:(?: ?[:–-] ?| for )(?<owner>[^[\]()]{2,40}))?[\])]\.?/dgiu;

/** "CD agreed to see to it [Action 4].": the sentence before each reference. */
export function referencedIn(text: Passage, agents: Agents): FoundAction[] {
  let from = 0;
  const actions: FoundAction[] = [];
  for (const found of text.plain.matchAll(reference)) {
    const before = text.part(from, found.index);
    const boundary = [...before.plain.matchAll(/[.!?] +(?=\p{Lu})/gu)].at(-1);
    const sentence =
      boundary === undefined ? before : before.part(boundary.index + boundary[0].length);
    from = found.index + found[0].length;
    if (sentence.isEmpty) continue;
    const given = { number: groupOf(text, found, "number"), owner: groupOf(text, found, "owner") };
    actions.push(actionOf(sentence, agents, given));
  }
  return actions;
}

/** "Secretariat to publish the list.": an owner that is known, and a verb of doing. */
export function unlabelledAction(text: Passage, agents: Agents): FoundAction | null {
  const found = /^(?<who>[^.,:;]{2,60}?) to (?<verb>[\p{L}-]+) /u.exec(text.plain);
  const { who, verb } = found?.groups ?? {};
  if (who === undefined || verb === undefined || !imperative.test(verb)) return null;
  if (!areAgents(text.part(0, who.length), agents)) return null;
  return actionOf(text, agents, { number: null, owner: null });
}
