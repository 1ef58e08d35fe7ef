import { type AnsweredFact, Fact } from "@remit/documents";
import { isAnswered, keptFact } from "@remit/documents/store";
import type { Entry } from "@remit/database";
import {
  attendanceAfter,
  contributionAfter,
  decisionAfter,
  itemAfter,
  paperAfter,
  speakerAfter,
} from "@remit/links/store";
import type { Minutes } from "@remit/meetings/store";
import { sameWords } from "./pair.ts";

/** What a new version of a document says, with the answers that were given to the version before. */
export interface Carried {
  readonly facts: readonly Fact[];
  /** Those to which somebody had answered, as they were and as they are now. */
  readonly answered: readonly { readonly before: AnsweredFact; readonly after: AnsweredFact }[];
}

/** Carries answers over to what a new version says: a fact that it says again is the fact that it was. */
export function carryAnswers(read: readonly Fact[], before: readonly AnsweredFact[]): Carried {
  const same = new Map<Fact, AnsweredFact>();
  for (const answered of before) {
    const again = read.find((fact) => !same.has(fact) && isSame(fact, answered));
    if (again !== undefined) same.set(again, answered);
  }
  const facts = read.map((fact) => {
    const answered = same.get(fact);
    return answered === undefined ? fact : carried(fact, answered);
  });
  const answered = facts.flatMap((after) => {
    const was = before.find(({ id }) => id === after.id);
    return was === undefined || !isAnswered(after) ? [] : [{ before: was, after }];
  });
  return { facts, answered };
}

/** A correction is of whatever stands there now; that something is right or wrong was said of these words alone. */
function isSame(fact: Fact, answered: AnsweredFact): boolean {
  if (fact.kind !== answered.kind) return false;
  const isOfSame = fact.subject.id === answered.subject.id;
  const saysSame = sameWords(fact.value) === sameWords(answered.value);
  if (fact.kind === "speaker" || fact.kind === "capacity")
    return (
      sameWords(fact.text) === sameWords(answered.text) &&
      (isOfSame || saysSame) &&
      (saysSame || answered.status === "corrected")
    );
  return isOfSame ? saysSame || answered.status === "corrected" : saysSame;
}

const carried = (fact: Fact, answered: AnsweredFact): Fact =>
  Fact.parse({
    ...fact,
    id: answered.id,
    version: answered.version + 1,
    basis: answered.basis,
    confidence: null,
    doubt: fact.doubt ?? answered.doubt,
    status: answered.status,
    answeredOn: answered.answeredOn,
    note: answered.note,
    ...(answered.status === "corrected" ? { correction: answered.correction } : {}),
  });

/** Minutes as the answers have them: actions keep what was said of them by themselves. */
export function withAnswers(minutes: Minutes, { answered }: Carried): Minutes {
  return answered.reduce((now, { after }) => withAnswer(now, after), minutes);
}

function withAnswer(minutes: Minutes, fact: AnsweredFact): Minutes {
  const { id } = fact.subject;
  const settled = <Part extends { readonly id: string }>(
    parts: readonly Part[],
    step: (part: Part) => Part | null,
  ): Part[] => parts.flatMap((part) => (part.id === id ? (step(part) ?? []) : part));
  switch (fact.kind) {
    case "attendee":
    case "capacity": {
      const attendance = settled(minutes.attendance, (it) => attendanceAfter(fact, it));
      return { ...minutes, attendance };
    }
    case "item":
      return { ...minutes, items: settled(minutes.items, (it) => itemAfter(fact, it)) };
    case "contribution": {
      const contributions = settled(minutes.contributions, (it) => contributionAfter(fact, it));
      const there = new Set(contributions.map((it) => it.id));
      const speakers = minutes.speakers.filter(({ contribution }) => there.has(contribution));
      return { ...minutes, contributions, speakers };
    }
    case "speaker": {
      const speakers = minutes.speakers.map((it) =>
        it.contribution === id && it.mention === fact.text
          ? speakerAfter(fact, it, minutes.attendance)
          : it,
      );
      return { ...minutes, speakers };
    }
    case "decision":
      return { ...minutes, decisions: settled(minutes.decisions, (it) => decisionAfter(fact, it)) };
    case "paper":
      return { ...minutes, papers: settled(minutes.papers, (it) => paperAfter(fact, it)) };
    default:
      // An action keeps by itself what was said of it.
      return minutes;
  }
}

/** What the journal is to say of facts that a new version of their document says again. */
export const entriesOfAnswers = (
  { answered }: Carried,
  at: string,
): Omit<Entry, "actor" | "requestId" | "verb">[] =>
  answered.map(({ before, after }) => ({
    subject: { type: "Fact", id: after.id },
    version: after.version,
    at,
    before: keptFact(before),
    after: keptFact(after),
    access: after.access,
    group: after.group,
  }));
