import {
  Access,
  assertHeld,
  Id,
  keepers,
  keepersOf,
  makersOf,
  type Ref,
  refTo,
  Refusal,
  standsIn,
  verbsOf,
} from "@remit/kernel";
import * as z from "zod";
import type { Action } from "../action.ts";
import { ActionLogSnapshot, agree, type Hash, takeSnapshot } from "../snapshot.ts";
import { refusals } from "../refusals.ts";

/** A log that was taken, as a subject of verbs: with who may see it, and whether a meeting has agreed it. */
export const TakenLog = z.object({
  id: Id,
  version: z.int().positive(),
  status: z.enum(["taken", "agreed"]),
  access: Access,
  snapshot: ActionLogSnapshot,
});
export type TakenLog = Readonly<z.infer<typeof TakenLog>>;

/** What verbs of action logs have to be told of other records. */
export interface LogFacts {
  readonly group: Ref;
  /** The actions of the group, as they stood at the end of the day. */
  readonly actions: readonly Action[];
  readonly hash: Hash;
}

const groupOf = ({ snapshot }: TakenLog) => snapshot.group.id;

export const logNoun = {
  name: "ActionLogSnapshot",
  schema: TakenLog,
  refusals: { "INV-A15": refusals["INV-A15"] },
  parties: keepersOf(groupOf),
};

/** The log of a group is taken as it stands, for a later meeting to agree. */
export const takeLog = makersOf<TakenLog, LogFacts>(logNoun)("take", {
  says: "Takes the action log of a group as it stands, for a later meeting to agree.",
  mutation: "takeActionLog",
  by: keepers,
  within: "meeting",
  input: { meeting: refTo("Meeting").describe("The id of the meeting for which it is taken.") },
  needs: ["group", "actions", "hash", "newId"],
  step: ({ meeting, group, actions, hash, newId, on }) => {
    assertHeld(meeting, group.id, ["meeting"], on);
    const id = newId();
    const access = meeting.access ?? "public";
    // A log that all of a meeting's readers see holds only what all of them see.
    const seen = actions.filter((action) => standsIn(action.access, access));
    const snapshot = takeSnapshot({ id, group, meeting, takenOn: on }, seen, hash);
    return { id, version: 1, status: "taken" as const, access, snapshot };
  },
});

/** A later meeting agrees a log. */
export const agreeLog = verbsOf<
  TakenLog,
  keyof typeof logNoun.parties,
  LogFacts,
  keyof typeof logNoun.refusals
>(logNoun)("agree", {
  says: "Records that a later meeting agreed the action log that was taken for an earlier one.",
  mutation: "agreeActionLog",
  from: ["taken", "agreed"],
  to: "agreed",
  by: keepers,
  input: { meeting: refTo("Meeting").describe("The id of the later meeting.") },
  needs: ["hash"],
  refuses: ["INV-A15"],
  step: ({ snapshot }, { meeting, hash, on }) => {
    if (meeting.group !== undefined && meeting.group !== snapshot.group.id) {
      const message = "A meeting agrees the logs of its own group.";
      throw new Refusal("INV-A15", message, { path: ["meeting"] });
    }
    assertHeld(meeting, snapshot.group.id, ["meeting"], on);
    return { snapshot: agree(snapshot, { meeting, on: meeting.on ?? on }, hash) };
  },
});
