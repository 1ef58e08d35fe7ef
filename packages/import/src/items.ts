import type { Reading } from "@remit/documents";
import type { Assertion } from "@remit/kernel";
import type { Contribution, Decision, Item, Paper, Speaker } from "@remit/meetings";
import { type Draft, sourceOf } from "./draft.ts";

/** What was taken, said, decided and tabled. */
export interface ItemsPart {
  /** Those of the reading in its order; then, if there is one, the item without a heading. */
  readonly items: readonly Item[];
  readonly contributions: readonly Contribution[];
  readonly speakers: readonly Speaker[];
  readonly papers: readonly Paper[];
  readonly decisions: readonly Decision[];
}

type Spoken = Reading["items"][number]["contributions"][number];

export function itemsOf(draft: Draft): ItemsPart {
  const { reading, group, meeting } = draft;
  const opened = reading.unplaced.length > 0 ? [openingOf(draft)] : [];
  const headed = reading.items.map((item, index): Item => ({
    id: draft.newId(),
    meeting,
    place: opened.length + index + 1,
    level: item.level,
    number: item.number,
    heading: item.heading,
    outcome: outcomeOf(reading, item),
    access: group.access,
    source: sourceOf(draft, item.span),
  }));
  const items = [...headed, ...opened];
  const said = [...reading.items.map(({ contributions }) => contributions), reading.unplaced];
  const spoken = items.flatMap((item, index) =>
    (said[index] ?? []).map((spoke, order) => ({
      said: spoke,
      row: contributionOf(draft, spoke, item.id, order + 1),
    })),
  );
  const under = (heading: string | null) =>
    heading === null ? null : (items.find((item) => item.heading === heading)?.id ?? null);
  return {
    items,
    contributions: spoken.map(({ row }) => row),
    speakers: spoken.flatMap(({ said, row }) => speakersOf(draft, said, row.id)),
    papers: uniqueBy(reading.papers, ({ number }) => number).map((paper, index) => ({
      id: draft.newId(),
      meeting,
      item: under(paper.item),
      place: index + 1,
      number: paper.number,
      title: paper.title,
      access: group.access,
      source: sourceOf(draft, paper.span),
    })),
    decisions: reading.decisions.map((decision, index) => ({
      id: draft.newId(),
      meeting,
      item: under(decision.item),
      place: index + 1,
      kind: decision.kind,
      text: decision.text,
      wording: draft.wording,
      access: group.access,
      source: sourceOf(draft, decision.span),
    })),
  };
}

/** What was done with an item is to note it where everything decided under it was. */
function outcomeOf({ decisions }: Reading, { heading, outcome }: Reading["items"][number]) {
  const made = decisions.filter(({ item }) => item === heading);
  const isNoted = made.length > 0 && made.every(({ kind }) => kind === "noted");
  return isNoted && outcome !== "nil" ? ("noted" as const) : outcome;
}

/** What was said before the first heading, or where headings were lost. */
const openingOf = (draft: Draft): Item => ({
  id: draft.newId(),
  meeting: draft.meeting,
  place: 1,
  level: 1,
  number: null,
  heading: null,
  outcome: "discussed",
  access: draft.group.access,
  source: sourceOf(draft, null),
});

const contributionOf = (draft: Draft, said: Spoken, item: string, place: number): Contribution => ({
  id: draft.newId(),
  meeting: draft.meeting,
  item,
  place,
  kind: said.kind,
  lead: said.lead?.text ?? null,
  text: said.text,
  reporting: draft.wording,
  access: draft.group.access,
  source: sourceOf(draft, said.span),
});

const speakersOf = (draft: Draft, said: Spoken, contribution: string): Speaker[] =>
  said.speakers.map(({ mention, name, basis, confidence }, index) => ({
    id: draft.newId(),
    contribution,
    place: index + 1,
    mention,
    name: name ?? mention,
    person: name === null ? null : (draft.people.named(name)?.id ?? null),
    assertion: held(basis, confidence),
  }));

const held = (basis: "stated" | "inferred", confidence: number | null): Assertion =>
  basis === "stated" ? { basis } : { basis, confidence: confidence ?? 0.5 };

const uniqueBy = <Value>(values: readonly Value[], key: (value: Value) => string): Value[] =>
  [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
