import { keepers, refTo, Refusal, Stepped } from "@remit/kernel";
import * as z from "zod";
import { type Action, refOf } from "../action.ts";
import { reason, reasonOf } from "../reason.ts";
import { live } from "../status.ts";
import { isSameLink } from "../update.ts";
import { actionVerb } from "../verb.ts";
import { supersede } from "./supersede.ts";

/** An action that was recorded twice goes on as one, with the links, updates and reviews of all. */
export const merge = actionVerb("merge", {
  says: "Lets what was recorded twice go on as one action, with the links, reports and reviews of all.",
  from: live,
  to: "same",
  by: keepers,
  input: {
    duplicates: z
      .array(refTo("Action"))
      .max(50)
      .describe("The ids of the actions that end in this one."),
    ...reason,
  },
  needs: ["duplicates", "supersededBy"],
  refuses: ["ACCESS_DIFFERS", "DUPLICATE_MISSING", "INV-A16", "INV-A20", "REASON_MISSING"],
  step: (survivor, { duplicates, supersededBy, ...said }) => {
    assertDuplicates(survivor, duplicates);
    const why = { ...reasonOf(said, survivor.group.id), supersededBy };
    const successors = [refOf(survivor)];
    const changed = duplicates.map((before) => ({
      before,
      after: supersede(before, { ...said, ...why, successors, agreedIn: said.agreedIn }),
    }));
    return new Stepped<Action>(union(survivor, duplicates), { changed });
  },
});

function assertDuplicates(survivor: Action, duplicates: readonly Action[]): void {
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
