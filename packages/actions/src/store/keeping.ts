import { type Asked, type Db, type Keeping, lockRows, type Tx } from "@remit/database";
import type { Access, AgentRef, Day, Id, Pointed, Ref } from "@remit/kernel";
import type { Action } from "../action.ts";
import { type Belonging, crowdOf } from "../crowd.ts";
import type { Due } from "../due.ts";
import { actionKinds } from "../kind.ts";
import type { ActionOptions } from "../options.ts";
import { knowsAction, seesAction } from "../permission.ts";
import type { Scheduled } from "../scheduled.ts";
import {
  findActions,
  foundZone,
  insertActions,
  lockActions,
  notFound,
  saveChanges,
} from "./actions.ts";
import type { Link } from "../update.ts";
import { keptActions } from "../upcast.ts";
import { type ActionFacts, actionNoun } from "../verb.ts";
import { edgesFrom, listReferences, lockLineage } from "./lineage.ts";
import { seriesOf } from "./series.ts";

type Crowd = Extract<AgentRef, { kind: "collective" }>;

/** That an action serves something, as somebody said. */
export interface Linked extends Link {
  readonly action: Id;
  readonly reason: string;
}

/** What verbs of actions ask of whatever other packages keep. */
export interface ActionPorts {
  /** A group, and what the references of its actions begin with. */
  readonly groupOf: (tx: Tx, group: Id) => Promise<{ readonly ref: Ref; readonly code: string }>;
  /** The first meeting of a group after a day, or what is announced of it, of those that may stand in a record of this access. */
  readonly nextMeeting: (db: Db, group: Id, after: Day, access: Access) => Promise<Scheduled>;
  readonly belongings: (db: Db, crowd: Crowd) => Promise<Belonging[]>;
  /** Keeps a link where the other side looks for it. */
  readonly linked: (tx: Tx, link: Linked, newId: () => Id) => Promise<void>;
}

/** How actions are kept, for `perform` of `@remit/database`. */
export const actionKeeping = (
  ports: ActionPorts,
  { closers = "group", kinds = [] }: ActionOptions = {},
): Keeping<Action, Required<ActionFacts>> => ({
  noun: actionNoun,
  standing: ({ group, access, raisedAt }) => ({ group: group.id, access, since: raisedAt.on }),
  zoneOf: foundZone,
  sees: knowsAction,
  find: findActions,
  // Before any action, so that two callers never hold what the other waits for.
  lock: async (tx, found, { needs, others }) => {
    if (needs.some((need) => lineage.has(need)))
      await lockLineage(tx, { actions: [...found.map(({ id }) => id), ...others] });
    return lockRows(tx, "actions.action", found, findActions);
  },
  save: async (tx, { before, outcome: { subject, changed, made }, newId }) => {
    const own = before === null ? [] : [{ before, after: subject }];
    await saveChanges(tx, [...own, ...changed], newId);
    const raised = before === null ? [subject, ...made] : made;
    if (raised.length > 0) await insertActions(tx, raised, newId);
  },
  kept: keptActions.kept,
  facts: {
    closers: async () => closers,
    kinds: async () => [...actionKinds, ...kinds],
    supersededBy: ({ tx, thing, told }) =>
      edgesFrom(tx, "supersededBy", [thing?.id ?? "", ...idsOf(told["successors"])]),
    dependencies: ({ tx, told }) => edgesFrom(tx, "dependsOn", idsOf(told["after"])),
    taken: async ({ tx, thing, group }) =>
      thing === null ? [] : listReferences(tx, group, [thing.reference], thing.id),
    series: (asked) => seriesFor(asked, ports),
    nextMeeting: async ({ tx, group, access, ...asked }) =>
      speaksOfNext(asked.told)
        ? ports.nextMeeting(tx, group, counted(asked), access)
        : { meeting: "next", on: null },
    people: async ({ tx, told }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of shareOut
      const owner = told["owner"] as AgentRef;
      return owner.kind === "collective" ? crowdOf(owner, await ports.belongings(tx, owner)) : [];
    },
    duplicates: lockedDuplicates,
  },
  done: async (verb, { tx, told, newId }, { subject }) => {
    if (verb !== "link") return;
    // The link that was asked for, which may have been there before others.
    const [target] = idsOf(told["target"]);
    const added = subject.links.find(
      (each) => each.rel === told["relation"] && each.target.id === target,
    );
    if (added === undefined) return;
    await ports.linked(tx, { ...added, action: subject.id, reason: String(told["reason"]) }, newId);
  },
});

/** What verbs need to know of what actions have to do with each other. */
const lineage: ReadonlySet<string> = new Set<keyof ActionFacts>([
  "supersededBy",
  "dependencies",
  "taken",
  "series",
]);

/** The ids of what an input points at, in one member. */
function idsOf(given: unknown): Id[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an input's references are settled
  const pointed = (given === undefined ? [] : [given].flat()) as Pointed[];
  return pointed.map(({ id }) => id);
}

async function seriesFor(
  { tx, thing, told, group }: Asked<Action>,
  ports: ActionPorts,
): Promise<ActionFacts["series"]> {
  if (thing === null) await lockLineage(tx, { groups: [group] });
  const { ref, code } = await ports.groupOf(tx, group);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of raise
  const meeting = thing?.raisedAt.meeting ?? (told["meeting"] as Pointed);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of raise
  const on = thing?.raisedAt.on ?? (told["meeting"] as Pointed).on ?? told.on;
  const stem = thing?.reference.replace(/\d+$/u, "") ?? null;
  return { group: ref, ...(await seriesOf(tx, { group, code, meeting: meeting.id, on, stem })) };
}

/** The day from which "next" counts: that on which the due is set, or on which the action was raised. */
const counted = ({ thing, told, on }: Pick<Asked<Action>, "thing" | "told" | "on">): Day =>
  thing !== null && "parts" in told ? thing.raisedAt.on : on;

/** Whether a due by the next meeting stands in an input. */
function speaksOfNext({ due, parts }: Readonly<Record<string, unknown>>): boolean {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- inputs of these names are dues, and parts with dues
  const dues = [due, ...((parts ?? []) as { due?: Due }[]).map((part) => part.due)] as (
    | Due
    | undefined
  )[];
  return dues.some((each) => each?.kind === "by-meeting" && each.meeting === "next");
}

/** Refuses with `NOT_FOUND` where an action is missing, or not for the caller to see. */
async function lockedDuplicates({ tx, thing, told, caller }: Asked<Action>): Promise<Action[]> {
  const ids = [...new Set(idsOf(told["duplicates"]))].filter((id) => id !== thing?.id);
  const assertSeen = (actions: Action[]) => {
    const seen = actions.filter((action) => seesAction(caller, action));
    if (seen.length < ids.length) throw notFound();
    return seen;
  };
  assertSeen(await findActions(tx, ids));
  return assertSeen(await lockActions(tx, ids));
}
