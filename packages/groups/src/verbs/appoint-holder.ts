import { keepers, lastDay, PartialDate, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { assertTerm } from "../fitting.ts";
import { isOn } from "../membership.ts";
import { assertHolds, type PostHolding } from "../post.ts";
import { holdingMaker, holdingVerb } from "../post-verb.ts";

/** A person comes into an office. */
export const appointHolder = holdingMaker("appointHolder", {
  says: "Records that a person holds a post from a date on, or acts in it for whoever is to hold it.",
  mutation: "appointHolder",
  by: keepers,
  within: "post",
  input: {
    post: refTo("Post").describe("The id of the post."),
    person: refTo("Person").describe("The id of the person."),
    acting: z
      .boolean()
      .optional()
      .describe("Whether the person stands in for whoever is to hold the post; no if left out."),
    from: PartialDate.optional().describe(
      "The day, month or year in which the person came into the post; the day on which it is said if left out.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year in which the person leaves the post, where that is known.",
    ),
  },
  needs: ["post", "holdings", "newId"],
  refuses: ["TERM_REVERSED", "POST_FULL", "HOLDS_ALREADY", "POST_ENDED"],
  step: ({ post, person, acting = false, from, to = null, ...said }) => {
    const holding: PostHolding = {
      id: said.newId(),
      version: 1,
      group: post.group,
      access: post.access,
      post: post.id,
      person: person.id,
      acting,
      from: from ?? said.on,
      to,
      made: { by: said.by, on: said.on },
    };
    assertFits(holding, post, said.holdings);
    return holding;
  },
});

/** It is said when somebody held an office, where what was said is wrong or missing. */
export const dateHolding = holdingVerb("dateHolding", {
  says: "Says when a person came into a post or left it; what is left out stays as it is.",
  mutation: "datePostHolding",
  by: keepers,
  input: {
    from: PartialDate.optional().describe(
      "The day, month or year in which the person came into the post.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year in which the person left the post.",
    ),
  },
  needs: ["post", "holdings"],
  refuses: ["TERM_REVERSED", "POST_FULL", "HOLDS_ALREADY", "POST_ENDED"],
  step: (before, { from = before.from, to = before.to, post, holdings }) => {
    if (from === before.from && to === before.to) return null;
    assertFits({ ...before, from, to }, post, holdings);
    return { from, to };
  },
});

/** A person leaves an office. */
export const endHolding = holdingVerb("endHolding", {
  says: "Records that a person leaves a post; what they did in it stays in the record.",
  mutation: "endPostHolding",
  by: keepers,
  input: {
    to: PartialDate.optional().describe(
      "The last day, month or year in the post; the day on which it is said if left out.",
    ),
  },
  refuses: ["TERM_REVERSED", "NOT_A_HOLDER"],
  step: (before, { to, on }) => {
    const last = to ?? on;
    const day = lastDay(last) < on ? lastDay(last) : on;
    assertTerm({ ...before, to: last }, "holding");
    if (isOn(day, before)) return { to: last };
    const message = `The person did not hold the post on ${day}: give a day on which they did.`;
    throw new Refusal("NOT_A_HOLDER", message, { path: ["on"] });
  },
});

function assertFits(...[holding, post, holdings]: Parameters<typeof assertHolds>): void {
  assertTerm(holding, "holding");
  assertHolds(holding, post, holdings);
}
