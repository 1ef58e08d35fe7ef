import { keepers, Note, Refusal, Stepped } from "@remit/kernel";
import * as z from "zod";
import { type Action, refOf } from "../action.ts";
import { crowdOn, DueInput, OwnerInput } from "../input.ts";
import type { Owner } from "../owner.ts";
import { begin } from "../raise.ts";
import { reason, reasonOf } from "../reason.ts";
import { placed } from "../scheduled.ts";
import { live } from "../status.ts";
import { actionVerb } from "../verb.ts";
import { superseded } from "./supersede.ts";

const Part = z
  .strictObject({
    text: Note.describe("What is to be done."),
    owners: z
      .array(OwnerInput)
      .max(100)
      .optional()
      .describe("Whoever the part is for; as the whole action has it if left out."),
    due: DueInput.optional().describe("When the part is due; as the whole action if left out."),
  })
  .meta({ id: "ActionPartInput", description: "One of the actions into which another is split." });

/** One sentence that asks for several things becomes several actions, which take its place. */
export const split = actionVerb("split", {
  says: "Makes several actions of a sentence that asks for several things.",
  from: live,
  to: "superseded",
  by: keepers,
  input: { parts: z.array(Part).max(20).describe("The new actions, two or more."), ...reason },
  needs: ["series", "nextMeeting", "newId"],
  refuses: ["INV-A3", "INV-A4", "PARTS_MISSING", "REASON_MISSING"],
  step: (action, { parts, series: { stem, next }, nextMeeting, newId, ...said }) => {
    if (parts.length < 2) {
      throw new Refusal("PARTS_MISSING", "Split it into two parts or more.", { path: ["parts"] });
    }
    const { raisedAt } = action;
    const made = parts.map(({ text, owners, due }, index) =>
      begin("open", {
        ...asBefore(action),
        id: newId(),
        reference: `${stem}${next + index}`,
        number: next + index,
        text,
        owners:
          owners?.map(({ agent, role }) => ({ agent: crowdOn(agent, raisedAt.on), role })) ??
          action.owners.map(asked),
        ownerNotStated: action.ownerNotStated && owners === undefined,
        due: due === undefined ? action.due : placed(due, nextMeeting),
      }),
    );
    const why = reasonOf(said, action.group.id);
    return new Stepped<Action>(superseded(action, made.map(refOf), why), { made });
  },
});

/** What every part has as the whole had it. */
const asBefore = (action: Action) => ({
  group: action.group,
  wording: "summary" as const,
  kind: action.kind,
  beneficiaries: action.beneficiaries,
  completion: action.completion,
  raisedAt: action.raisedAt,
  dependsOn: action.dependsOn,
  links: action.links,
  followUps: action.followUps,
  access: action.access,
  source: action.source,
});

/** An owner who has said nothing yet. */
const asked = ({ agent, role, assignments }: Owner) => ({
  agent,
  role,
  assignments: assignments?.map((each) => ({ agent: each.agent })) ?? null,
});
