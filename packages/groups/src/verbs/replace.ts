import { Note, Refusal, refTo } from "@remit/kernel";
import * as z from "zod";
import { groupVerb } from "../verb.ts";

/** Other groups take the place of one, as an oversight group follows an implementation group. */
export const replace = groupVerb("replace", {
  says: "Records that other groups took the place of a group, from a day on; its record stays.",
  by: ["secretariat"],
  input: {
    successors: z
      .array(refTo("Group"))
      .min(1)
      .max(20)
      .describe("The ids of the groups that took its place."),
    reason: Note.describe("The reason for which they took its place."),
  },
  needs: ["earlier"],
  refuses: ["INV-G11"],
  step: (group, { successors, reason, earlier, by, on }) => {
    const refused = (message: string) =>
      new Refusal("INV-G11", message, { path: ["successors"], params: { group: group.id } });
    if (group.replaced !== undefined)
      throw refused(`Other groups took its place on ${group.replaced.on} already.`);
    const circular = successors.find(({ id }) => id === group.id || earlier.includes(id));
    if (circular !== undefined)
      throw refused(`${circular.label} came before it, and cannot take its place.`);
    const refs = successors.map(({ type, id, label }) => ({ type, id, label }));
    return { replaced: { successors: refs, by, on, reason } };
  },
});
