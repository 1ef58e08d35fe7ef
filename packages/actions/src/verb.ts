import {
  type Actor,
  type AgentRef,
  type Id,
  keepers,
  keepersOf,
  roleIn,
  verbsOf,
} from "@remit/kernel";
import { Action } from "./action.ts";
import type { Edges } from "./edges.ts";
import { withoutOwnStatus } from "./own-status.ts";
import type { ReferenceSeries } from "./reference.ts";
import type { Scheduled } from "./scheduled.ts";
import { refusals } from "./refusals.ts";
import { spokenFor } from "./speaking.ts";

/** Who may let an action rest: the group at a meeting, or, where a directorate allows it, its secretariat. */
export type ClosedBy = "group" | "secretariat";

/** What verbs of actions have to be told of other records. */
export interface ActionFacts {
  /** Who may close; the group if left out. */
  readonly closers?: ClosedBy;
  /** What took the place of the actions that there are. */
  readonly supersededBy: Edges;
  /** What the actions that there are wait for. */
  readonly dependencies: Edges;
  /** The references that other actions of the group have or had. */
  readonly taken: Iterable<string>;
  readonly series: ReferenceSeries;
  /** The first meeting after the day from which a due counts. */
  readonly nextMeeting?: Scheduled;
  /** Who made up the crowd that is meant, on its day. */
  readonly people: readonly AgentRef[];
  readonly duplicates: readonly Action[];
  /** The sorts of action that are known; those that every directorate knows if left out. */
  readonly kinds?: readonly string[];
}

const own = ({ group }: Action): Id => group.id;
/** The group that is asked to take a transferred action on. */
export const askedGroup = (action: Action): Id | null =>
  action.status === "transferred" ? action.closure.to.id : null;

/** Where nobody is asked, a group that keeps it is told so, and not that it is not theirs. */
const taker = (action: Action): Id => askedGroup(action) ?? own(action);

/** Actions as a kind of subject: their schema, who has a part in them, why their verbs may be refused. */
export const actionNoun = {
  name: "Action",
  schema: Action,
  refusals,
  leaves: withoutOwnStatus,
  parties: {
    owner: {
      words: "an owner",
      includes: (caller: Actor, action: Action) => spokenFor(caller, action).length > 0,
    },
    ...keepersOf(own),
    askedSecretariat: roleIn("secretariat", taker),
    askedChair: roleIn("chair", taker),
  },
};

/** Makes a verb of actions. */
export const actionVerb = verbsOf<
  Action,
  keyof typeof actionNoun.parties,
  ActionFacts,
  keyof typeof refusals
>(actionNoun);

/** Whoever keeps the record, and whoever has a part in the action. */
export const everyParty = ["owner", ...keepers] as const;
