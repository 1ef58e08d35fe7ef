import { keepers, Note, refTo } from "@remit/kernel";
import { isSameLink, LinkRelation } from "../update.ts";
import { actionVerb } from "../verb.ts";

/** It serves something: a commitment, a recommendation, an outcome. */
export const link = actionVerb("link", {
  says: "Says what an action serves: a commitment, another action, an item or a document.",
  from: ["draft", "open", "in-progress", "blocked", "done", "closed"],
  to: "same",
  by: keepers,
  input: {
    relation: LinkRelation.describe("What the action is to what it serves."),
    target: refTo("Commitment", "Action", "Item", "Document").describe("The id of what it serves."),
    reason: Note.describe("Why somebody says so."),
  },
  step: ({ links }, { relation: rel, target }) => {
    const added = { rel, target };
    return { links: links.some((known) => isSameLink(known, added)) ? links : [...links, added] };
  },
});
