import { AgentInput, assertHeld, keepers, makersOf, Note, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Action } from "../action.ts";
import { ActionKind, CompletionInput, DueInput, FollowUpInput, OwnerInput } from "../input.ts";
import { actionKinds, assertKind } from "../kind.ts";
import { draft, raise } from "../raise.ts";
import { placed } from "../scheduled.ts";
import { type ActionFacts, actionNoun } from "../verb.ts";

/** A new action of a meeting. */
export const raiseAtMeeting = makersOf<Action, ActionFacts, keyof typeof actionNoun.refusals>(
  actionNoun,
)("raise", {
  says: "Records that a meeting agreed that somebody is to do something.",
  by: keepers,
  within: "meeting",
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting that raised the action."),
    item: refTo("Item").optional().describe("The id of the item under which it was raised."),
    text: Note.describe("What is to be done."),
    owners: z.array(OwnerInput).max(100).optional().describe("Whoever the action is for."),
    ownerNotStated: z.boolean().optional().describe("True: nobody is named, on purpose."),
    due: DueInput.optional().describe("When the action is due; not stated if left out."),
    completion: CompletionInput.optional().describe(
      "Whose word makes the action done; as its owners say if left out.",
    ),
    kind: ActionKind.optional().describe(
      "The kind of action, a word that is known to the directorate.",
    ),
    beneficiaries: z
      .array(AgentInput)
      .max(100)
      .optional()
      .describe("Whoever the action is done for the sake of."),
    dependsOn: z
      .array(refTo("Action"))
      .max(50)
      .optional()
      .describe("The ids of actions that have to be finished first."),
    followUps: z
      .array(FollowUpInput)
      .max(50)
      .optional()
      .describe("What is to come back to the group."),
    draft: z
      .boolean()
      .optional()
      .describe(
        "True: nobody has confirmed the action yet; so it is, if left out, where the minutes of the meeting are a draft.",
      ),
  },
  needs: ["series", "nextMeeting", "newId", "kinds"],
  refuses: ["DEPENDS_ALREADY", "INV-A2", "INV-A3", "INV-A4"],
  step: ({
    meeting,
    item = null,
    due,
    followUps = [],
    series,
    nextMeeting,
    newId,
    kinds = actionKinds,
    ...said
  }) => {
    const { group, stem, next } = series;
    assertHeld(meeting, group.id, ["meeting"], said.on);
    if (item !== null && item.within !== undefined && item.within !== meeting.id) {
      const message = `${meeting.label} has no item with this id.`;
      throw new Refusal("INV-A2", message, { path: ["item"] });
    }
    for (const [index, { meeting: at }] of followUps.entries())
      if (at) assertHeld(at, group.id, ["followUps", String(index), "meeting"]);
    assertKind(said.kind ?? null, kinds);
    const { text, owners = [], ownerNotStated = false, completion = null, kind = null } = said;
    return ((said.draft ?? meeting.drafting) === true ? draft : raise)({
      id: newId(),
      group,
      reference: `${stem}${next}`,
      number: next,
      text,
      wording: "summary",
      owners,
      ownerNotStated,
      completion,
      kind,
      beneficiaries: said.beneficiaries ?? [],
      dependsOn: said.dependsOn ?? [],
      followUps,
      due: due === undefined ? { kind: "not-stated" } : placed(due, nextMeeting),
      raisedAt: { meeting, item, on: meeting.on ?? said.on },
      access: meeting.recordAccess ?? meeting.access ?? "restricted",
      source: null,
    });
  },
});
