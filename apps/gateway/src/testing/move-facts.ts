import type { ActionMove } from "@remit/actions";

/** What moves point at, by global ids. */
export interface Around {
  /** An action beside the one that is moved. */
  readonly other: string;
  readonly meeting: string;
  readonly commitment: string;
  /** Another group. */
  readonly group: string;
}

/** What a caller who means well says with each move, beside what `moves` says that it needs. */
export const factsOf = (move: ActionMove, around: Around): object => {
  const { other, meeting, commitment, group } = around;
  const facts: Partial<Record<ActionMove, object>> = {
    supersede: { successors: [other] },
    split: { parts: [{ text: "One half" }, { text: "The other half" }] },
    transfer: { to: group },
    merge: { duplicates: [other] },
    reschedule: { due: { asap: true } },
    reword: { text: "In other words" },
    reassign: { owners: [{ agent: { name: "Robin" } }] },
    shareOut: { owner: { collective: { selector: "MEMBERS", label: "Members" } } },
    answer: { status: "ACKNOWLEDGED" },
    addDependency: { after: other },
    link: { relation: "CONTRIBUTES_TO", target: commitment, reason: "It helps" },
    report: { text: "Under way" },
    review: { meeting, outcome: "CARRIED_FORWARD" },
  };
  return facts[move] ?? {};
};

/** What answers each need, beside what every caller says. */
export const answersTo = (needs: readonly string[], { meeting }: Around): object => {
  const answers = {
    reason: "The group said so",
    agreedIn: meeting,
    owner: { name: "Sam" },
    override: "They told the secretariat",
    ownerNotStated: true,
  };
  return Object.fromEntries(Object.entries(answers).filter(([key]) => needs.includes(key)));
};

/** A move as the graph spells it. */
export const spelled = (move: ActionMove): string => move.replace(/[A-Z]/gu, "_$&").toUpperCase();
