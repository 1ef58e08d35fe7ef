import type { Block } from "./blocks.ts";
import { inWords } from "./dates.ts";
import type {
  RecordedAction,
  RecordedContribution,
  RecordedItem,
  RecordedMeeting,
} from "./recorded-meeting.ts";

type Meeting = Pick<RecordedMeeting, "items" | "actions">;

/** The business of a meeting: each item with what was said, decided and raised under it, then what stands under no item. */
export function itemsOf({ items, actions }: Meeting): Block[] {
  const under = new Set(items.flatMap((item) => item.actions.map(({ reference }) => reference)));
  const others = actions.filter(({ reference }) => !under.has(reference));
  return [
    ...items.flatMap(itemBlocks),
    ...(others.length === 0 ? [] : [heading("Actions"), ...others.map(actionBlock)]),
  ];
}

const heading = (text: string, level: 3 | 4 = 3): Block => ({ kind: "heading", level, text });

function itemBlocks(item: RecordedItem): Block[] {
  const { contributions, decisions, actions, level, outcome } = item;
  const isSaid = (text: string) => contributions.some((each) => each.text.includes(text));
  const isBare = contributions.length + decisions.length + actions.length === 0;
  return [
    heading(nameOf(item), level > 1 ? 4 : 3),
    ...(isBare && outcome in outcomes
      ? [{ kind: "text", text: outcomes[outcome] ?? "" } as const]
      : []),
    ...saidOf(contributions),
    ...decisions
      .filter(({ text }) => !isSaid(text))
      .map(({ text }): Block => ({ kind: "labelled", label: "Decision", text })),
    ...actions.map(actionBlock),
  ];
}

const outcomes: Readonly<Record<string, string>> = {
  NIL: "There was none.",
  DEFERRED: "Deferred.",
  NOT_REACHED: "Not reached.",
  WITHDRAWN: "Withdrawn.",
};

/** The number and the heading of an item, with the papers that came to it. */
export function nameOf({ number, heading: text, place, papers }: RecordedItem): string {
  const name = text ?? `Item ${place}`;
  const own = papers.filter(({ title }) => title === null || title === text);
  const told = own.filter(({ number: each }) => !name.includes(each));
  const numbers = new Intl.ListFormat("en-GB").format(told.map((paper) => paper.number));
  return [
    number === null ? "" : `${number.replace(/[.)]$/u, "")}. `,
    name,
    told.length === 0 ? "" : ` (${told.length === 1 ? "paper" : "papers"} ${numbers})`,
  ].join("");
}

/** Contributions in their order; those of one list stand under the sentence that introduces it. */
function saidOf(contributions: readonly RecordedContribution[]): Block[] {
  const lists: { readonly lead: string | null; readonly items: string[] }[] = [];
  for (const { text, lead } of contributions) {
    const last = lists.at(-1);
    if (last !== undefined && last.lead === lead) last.items.push(text);
    else lists.push({ lead, items: [text] });
  }
  return lists.flatMap(({ lead, items }): Block[] =>
    lead === null
      ? items.map((text) => ({ kind: "text", text }))
      : [
          { kind: "text", text: lead },
          { kind: "list", items },
        ],
  );
}

/** An action as its sentence, with whoever it is for and its due where the sentence does not say so. */
export function actionBlock({ reference, text, status, owners, due }: RecordedAction): Block {
  const says = (words: string) => text.toLowerCase().includes(words.toLowerCase());
  const names = owners.map(({ name }) => name).filter((name) => !says(name));
  const when = due.on === null ? due.text : inWords(due.on);
  const isToldDue = when === null || says(when) || (due.text !== null && says(due.text));
  const told = [
    ...(names.length === 0 ? [] : [`Owner: ${names.join(", ")}`]),
    ...(isToldDue ? [] : [`Due: ${when}`]),
  ].join(". ");
  return {
    kind: "labelled",
    label: status === "DRAFT" ? "Draft action" : "Action",
    text: told === "" ? text : `${text} – ${told}`,
    id: reference,
  };
}
