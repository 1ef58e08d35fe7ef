import { type Id, Ref, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type Action, Core, startedOf } from "./action.ts";
import { unblocked } from "./lifecycle.ts";
import { move } from "./move.ts";
import type { Owner } from "./owner.ts";
import { begin, type RaiseFacts } from "./raise.ts";
import { isSameLink } from "./record.ts";
import { assertReason, Reasoned } from "./stamp.ts";

/** Where an edge of a graph of actions leads: what supersedes an action, or what it depends on. */
export type Edges = (id: Id) => readonly Id[];

/** Whether a graph leads from some of its actions to another. Ends whatever the graph. */
export function reaches(from: readonly Id[], target: Id, edges: Edges): boolean {
  const visited = new Set(from);
  for (const id of visited) for (const next of edges(id)) visited.add(next);
  return visited.has(target);
}

/** The actions that stand at the end of an action's lineage: itself, unless others took its place. */
export function heirsOf(id: Id, supersededBy: Edges): Id[] {
  const visited = new Set([id]);
  for (const one of visited) for (const next of supersededBy(one)) visited.add(next);
  return [...visited].filter((one) => supersededBy(one).length === 0);
}

/** The actions that take the place of one, and why. */
export const SupersedeFacts = Reasoned.extend({ successors: z.array(Ref) });
export type SupersedeFacts = Readonly<z.input<typeof SupersedeFacts>>;

/** Others take its place. `supersededBy` tells the lineage of the actions that there are. */
export const supersede = (
  action: Action,
  { successors, ...reason }: SupersedeFacts,
  supersededBy: Edges,
): Action =>
  move(action, "supersede", (before) => {
    if (successors.length === 0) {
      const message = "Name the action that takes its place, or withdraw it.";
      throw new Refusal("SUCCESSOR_MISSING", message, { path: ["successors"] });
    }
    const ids = successors.map(({ id }) => id);
    if (reaches(ids, action.id, supersededBy)) {
      const message = "An action cannot take the place of what took its own.";
      throw new Refusal("INV-A16", message, { path: ["successors"] });
    }
    return superseded(before, successors, reason);
  });

function superseded(action: Action, successors: readonly Ref[], reason: Reasoned) {
  assertReason(reason.reason);
  return {
    started: startedOf(action),
    closure: { kind: "superseded", successors, ...reason },
    ...unblocked(action, reason),
  };
}

const Part = Core.pick({
  id: true,
  reference: true,
  number: true,
  text: true,
  owners: true,
  due: true,
}).partial({
  owners: true,
  due: true,
});
/** What is new in each part of an action; the rest is as the action has it. */
export const SplitFacts = Reasoned.extend({ parts: z.array(Part) });
export type SplitFacts = Readonly<z.input<typeof SplitFacts>>;

/** One sentence that asks for several things becomes several actions, which take its place. */
export function split(
  action: Action,
  { parts, ...reason }: SplitFacts,
  taken: Iterable<string>,
): { readonly action: Action; readonly parts: Action[] } {
  if (parts.length < 2) {
    throw new Refusal("PARTS_MISSING", "Split it into two parts or more.", { path: ["parts"] });
  }
  const references = new Set(taken);
  const begun = parts.map((part) => {
    const one = begin("open", partOf(action, part), references);
    references.add(one.reference);
    return one;
  });
  const whole = move(action, "split", (before) => superseded(before, begun.map(refOf), reason));
  return { action: whole, parts: begun };
}

const partOf = (action: Action, { owners, due, ...part }: z.input<typeof Part>): RaiseFacts => ({
  ...part,
  group: action.group,
  wording: "summary",
  kind: action.kind,
  owners: owners ?? action.owners.map(asked),
  ownerNotStated: action.ownerNotStated && owners === undefined,
  beneficiaries: action.beneficiaries,
  completion: action.completion,
  due: due ?? action.due,
  raisedAt: action.raisedAt,
  dependsOn: action.dependsOn,
  links: action.links,
  followUps: action.followUps,
  access: action.access,
  source: action.source,
});

/** An owner who has said nothing yet. */
const asked = ({ agent, role, assignments }: Owner): z.input<typeof Owner> => ({
  agent,
  role,
  assignments: assignments?.map((each) => ({ agent: each.agent })) ?? null,
});

/** An action that was recorded twice goes on as one, with the links, updates and reviews of all. */
export function merge(
  survivor: Action,
  duplicates: readonly Action[],
  reason: Reasoned,
  supersededBy: Edges,
): { readonly action: Action; readonly duplicates: Action[] } {
  if (duplicates.length === 0) {
    throw new Refusal("DUPLICATE_MISSING", "Name an action to merge into this one.");
  }
  const stranger = duplicates.find(({ group }) => group.id !== survivor.group.id);
  if (stranger !== undefined) {
    const message = `${stranger.reference} is ${stranger.group.label}'s: transfer it to ${survivor.group.label} first.`;
    throw new Refusal("INV-A20", message, { params: { reference: stranger.reference } });
  }
  const other = duplicates.find(({ access }) => access !== survivor.access);
  if (other !== undefined) {
    const message = `${other.reference} is not seen by the same people as ${survivor.reference}.`;
    throw new Refusal("ACCESS_DIFFERS", message, { path: ["duplicates"] });
  }
  const successors = [refOf(survivor)];
  return {
    action: move(survivor, "merge", (before) => union(before, duplicates)),
    duplicates: duplicates.map((one) => supersede(one, { ...reason, successors }, supersededBy)),
  };
}

/** What the first says stands; the others add what it does not have. */
const union = (survivor: Action, duplicates: readonly Action[]) => {
  const all = [survivor, ...duplicates];
  return {
    links: firsts(
      all.flatMap(({ links }) => links),
      isSameLink,
    ),
    updates: firsts(
      all.flatMap(({ updates }) => updates),
      (one, other) => one.id === other.id,
    ).toSorted(byDay),
    reviews: firsts(
      all.flatMap(({ reviews }) => reviews),
      (one, other) => one.meeting.id === other.meeting.id,
    ).toSorted(byDay),
  };
};

const firsts = <Item>(items: readonly Item[], same: (one: Item, other: Item) => boolean): Item[] =>
  items.filter((item, index) => items.findIndex((earlier) => same(earlier, item)) === index);

const byDay = (one: { readonly on: string }, other: { readonly on: string }) =>
  one.on.localeCompare(other.on);

/** How others point at an action. */
export const refOf = ({ id, reference }: Pick<Action, "id" | "reference">): Ref => ({
  type: "Action",
  id,
  label: reference,
});
