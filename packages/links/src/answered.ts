import type { AnsweredFact } from "@remit/documents";
import { Refusal } from "@remit/kernel";
import {
  type Attendance,
  Capacity,
  type Contribution,
  type Decision,
  type Item,
  type Paper,
  type Speaker,
} from "@remit/meetings";

const edited = { assertion: { basis: "edited" } } as const;

/** An attendance as an answer to a fact of it has it; null where nobody was meant. */
export function attendanceAfter<It extends Attendance>(fact: AnsweredFact, before: It): It | null {
  if (fact.kind === "attendee") {
    if (fact.status === "rejected") return null;
    return fact.status === "corrected" ? { ...before, name: fact.correction } : before;
  }
  if (fact.status === "rejected") return { ...before, capacity: "not-stated", ...edited };
  if (fact.status === "corrected")
    return { ...before, capacity: capacityOf(fact.correction), ...edited };
  // What a list says under its heading makes members: that stays where somebody says the same.
  return before.assertion.basis === "inferred" ? { ...before, ...edited } : before;
}

function capacityOf(word: string): Capacity {
  const read = Capacity.safeParse(word.toLowerCase().replaceAll(/[\s_]+/gu, "-"));
  if (read.success) return read.data;
  const message = `"${word}" is no capacity. Give one of: ${Capacity.options.join(", ")}.`;
  throw new Refusal("CAPACITY_UNKNOWN", message, { path: ["value"] });
}

/** A speaker as an answer has them; `listed` are those whom the lists of the meeting name. */
export function speakerAfter<It extends Speaker>(
  fact: AnsweredFact,
  before: It,
  listed: readonly Pick<Attendance, "name" | "person">[],
): It {
  if (fact.status === "confirmed")
    return before.assertion.basis === "inferred" ? { ...before, ...edited } : before;
  const name = fact.status === "corrected" ? fact.correction : before.mention;
  const named = listed.filter((each) => each.name === name);
  const person = fact.status === "corrected" && named.length === 1 ? named[0]?.person : null;
  return { ...before, name, person: person ?? null, ...edited };
}

/** An item as an answer has it: what is no heading is none. */
export function itemAfter<It extends Item>(fact: AnsweredFact, before: It): It {
  if (fact.status === "confirmed") return before;
  return { ...before, heading: fact.status === "corrected" ? fact.correction : null };
}

/** A contribution as an answer has it; null where nothing of the kind was said. Other words than the document's are a summary. */
export function contributionAfter<It extends Contribution>(
  fact: AnsweredFact,
  before: It,
): It | null {
  if (fact.status === "rejected") return null;
  if (fact.status === "confirmed") return before;
  return { ...before, text: fact.correction, reporting: "summary" };
}

/** A decision as an answer has it; null where none was made. */
export function decisionAfter<It extends Decision>(fact: AnsweredFact, before: It): It | null {
  if (fact.status === "rejected") return null;
  return fact.status === "confirmed"
    ? before
    : { ...before, text: fact.correction, wording: "summary" };
}

/** A paper as an answer has it; null where there was none. */
export function paperAfter<It extends Paper>(fact: AnsweredFact, before: It): It | null {
  if (fact.status === "rejected") return null;
  return fact.status === "confirmed" ? before : { ...before, title: fact.correction };
}
