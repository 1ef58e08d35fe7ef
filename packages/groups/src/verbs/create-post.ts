import { firstDay, keepers, lastDay, Note, PartialDate, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { assertTerm } from "../fitting.ts";
import { beginning } from "../membership.ts";
import { postMaker, postVerb } from "../post-verb.ts";

const Title = Note.max(200);
const Places = z.int().min(1).max(1_000);

/** There is an office that somebody holds, or is to hold. */
export const createPost = postMaker("createPost", {
  says: "Makes a post that people hold one after the other; the secretariat of a group keeps its record.",
  mutation: "createPost",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group whose secretariat keeps the record."),
    title: Title.describe("The title of the post, such as Director of Streets."),
    organisation: refTo("Organisation")
      .optional()
      .describe("The id of the organisation that the post is of."),
    places: Places.optional().describe(
      "The number of those who may hold it at a time; 1 if left out.",
    ),
    from: PartialDate.optional().describe("The day, month or year in which the post was made."),
    to: PartialDate.optional().describe("The day, month or year in which the post ends."),
  },
  needs: ["newId"],
  refuses: ["TERM_REVERSED"],
  step: ({ group, title, organisation, places = 1, from = null, to = null, newId, by, on }) => {
    assertTerm({ from, to }, "post");
    return {
      id: newId(),
      version: 1,
      group: group.id,
      access: group.access ?? "restricted",
      title,
      organisation: organisation?.id ?? null,
      places,
      from,
      to,
      made: { by, on },
    };
  },
});

/** A post is put otherwise. */
export const amendPost = postVerb("amendPost", {
  says: "Changes the title of a post, or says of which organisation it is; what is left out stays.",
  mutation: "amendPost",
  by: keepers,
  input: {
    title: Title.optional().describe("The title of the post."),
    organisation: refTo("Organisation")
      .optional()
      .describe("The id of the organisation that the post is of."),
  },
  step: (post, { title = post.title, organisation }) => {
    const of = organisation?.id ?? post.organisation;
    return title === post.title && of === post.organisation ? null : { title, organisation: of };
  },
});

/** There is no such office any more. */
export const abolishPost = postVerb("abolishPost", {
  says: "Ends a post; who held it stays in the record, and what a group had by it is vacant.",
  mutation: "abolishPost",
  by: keepers,
  input: {
    to: PartialDate.optional().describe(
      "The last day, month or year of the post; the day on which it is said if left out.",
    ),
  },
  needs: ["holdings"],
  refuses: ["TERM_REVERSED", "POST_HELD"],
  step: (post, { to, holdings, on }) => {
    const end = to ?? on;
    assertTerm({ from: post.from, to: end }, "post");
    const after = holdings.find(
      (holding) =>
        holding.to === null ||
        lastDay(holding.to) > lastDay(end) ||
        (beginning(holding) ?? firstDay(end)) > lastDay(end),
    );
    if (after === undefined) return end === post.to ? null : { to: end };
    const message = `Somebody holds the post after ${lastDay(end)}: end what they hold first.`;
    throw new Refusal("POST_HELD", message, { path: ["to"], params: { holding: after.id } });
  },
});
