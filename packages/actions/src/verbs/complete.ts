import {
  type Actor,
  AgentInput,
  type AgentRef,
  type Day,
  FreeText,
  keepers,
  Note,
  Refusal,
} from "@remit/kernel";
import { Action, startedOf } from "../action.ts";
import { withChange } from "../change.ts";
import { isSatisfied, policyOf } from "../completion.ts";
import { evidence } from "../input.ts";
import {
  assertPart,
  type Assignment,
  type Owner,
  ownerMeant,
  ownerMissing,
  partsOf,
  withPart,
} from "../owner.ts";
import { withoutOwnStatus } from "../own-status.ts";
import { assertSpeaksFor, speakableFor, spokenForAlone } from "../speaking.ts";
import { reason, reasonOf } from "../reason.ts";
import { assertReason } from "../stamp.ts";
import { actionVerb, everyParty } from "../verb.ts";

/** Its owners say that it is done. Refused until the completion policy is met, unless a reason overrides it. */
export const complete = actionVerb("complete", {
  says: "Says that an action is done; refused until as many owners have said so as its completion policy asks for.",
  from: ["open", "in-progress"],
  to: "done",
  by: everyParty,
  input: {
    owner: AgentInput.optional().describe(
      "The owner whose part is done, by id or by name; your own part if left out.",
    ),
    note: Note.optional().describe("A note of what was done."),
    override: FreeText.optional().describe(
      "The reason for which the action counts as done although not all who have to have said so.",
    ),
    evidence,
  },
  refuses: ["INV-A7", "INV-A8", "NOT_OWNER", "OWNER_AMBIGUOUS", "OWNER_MISSING"],
  guard: ({ due }) =>
    due.kind === "standing"
      ? new Refusal("INV-A8", "A standing action is never done: the group closes it.")
      : null,
  asks: owed,
  meant: (action, { owner: named, override }, caller) => {
    const owner = named === undefined ? spokenForAlone(caller, action) : ownerMeant(action, named);
    if (owner !== undefined) assertSpeaksFor(caller, action, owner);
    else if (override === undefined && owed(caller, action).includes("owner"))
      throw ownerMissing(action);
    return owner === undefined ? {} : { owner };
  },
  step: (before, { owner, by, on, note = null, override = null, evidence: shown = [] }) => {
    if (owner !== undefined) assertPart(before.owners, owner);
    const owners = withPart(before.owners, owner ?? by, { status: "done", on });
    if (override !== null) assertReason(override, "INV-A7");
    else if (!isSatisfied({ ...before, owners })) throw unsatisfied(before, owners);
    const done = { by, on, note, override, evidence: shown };
    return { started: startedOf(before), owners, done };
  },
});

/** One owner's word may be enough, if the caller may give it; else that of the others, or a reason to do without. */
function owed(caller: Actor, action: Action): ("owner" | "override")[] {
  const isEnough = (agent: AgentRef | undefined) =>
    isSatisfied({
      ...action,
      owners:
        agent === undefined ? action.owners : withPart(action.owners, agent, { status: "done" }),
    });
  if (isEnough(spokenForAlone(caller, action))) return [];
  return speakableFor(caller, action).some(isEnough) ? ["owner"] : ["override"];
}

/** An action that its source has as done, and does not tell who said so. */
export function doneAsRecorded(
  action: Action,
  { on, override }: { readonly on: Day; readonly override: string },
): Action {
  const refusal = complete.barrier(action);
  if (refusal !== null) throw refusal;
  assertReason(override, "INV-A7");
  return Action.parse({
    ...action,
    ...withoutOwnStatus(action),
    version: action.version + 1,
    status: "done",
    started: startedOf(action),
    done: { by: null, on, override },
  });
}

function unsatisfied(action: Action, owners: readonly Owner[]): Refusal {
  const policy = policyOf(action).kind;
  const open = partsOf(owners).filter(isOpen);
  const names = open.map(({ agent }) => agent.label);
  const message =
    policy === "by-group"
      ? "It is for the group to say that this is done: close it, or give a reason to override."
      : `Not everybody has said that it is done: ${names.length} of its owners ${names.length === 1 ? "has" : "have"} not. Wait for them, or give a reason to override.`;
  return new Refusal("INV-A7", message, {
    path: ["override"],
    params: { policy, waitingFor: names },
  });
}

const isOpen = ({ status }: Assignment) => status !== "done" && status !== "not-applicable";

/** The group does not take it as done: its owners go on. */
export const reject = actionVerb("reject", {
  says: "Says that the group does not take an action as done: its owners go on.",
  from: ["done"],
  to: "in-progress",
  by: keepers,
  input: reason,
  refuses: ["REASON_MISSING"],
  step: ({ started, done, owners, changes, group }, said) => ({
    started: started ?? { by: said.by, on: said.on },
    owners: notDone(owners),
    changes: withChange(changes, { verb: "reject", was: done, ...reasonOf(said, group.id) }),
  }),
});

/** After a rejection everybody's word is asked again. */
export const notDone = (owners: readonly Owner[]): Owner[] =>
  owners.map((owner) => ({
    ...askedAgain(owner),
    assignments: owner.assignments?.map(askedAgain) ?? null,
  }));

const askedAgain = <Part extends Assignment>(part: Part): Part =>
  part.status === "done" ? { ...part, status: "acknowledged" } : part;
