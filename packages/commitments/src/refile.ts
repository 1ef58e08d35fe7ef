import { type AgentRef, canonicalJson, type Day } from "@remit/kernel";
import { Commitment } from "./commitment.ts";
import { Observation } from "./indicator.ts";
import { Target } from "./target.ts";
import { restateCommitment } from "./verbs/restate-commitment.ts";
import { reviseTarget } from "./verbs/revise-target.ts";

/** A thing as another version of its file has it, and by which verb it changed; null where nothing did but its place in a list. */
export interface Refiled<Thing> {
  readonly verb: string | null;
  readonly after: Thing;
}

/** The words of the file before about the same thing; null where no file had it. */
type Before<Thing> = Thing | null;

interface Stamp {
  readonly by: AgentRef;
  readonly on: Day;
  /** Why what the file changes is changed. */
  readonly reason: string;
}

/** What a file says again is changed only where the file itself has changed: what was done by hand since then stays. */
const differs = (filed: unknown, again: unknown) => canonicalJson(filed) !== canonicalJson(again);

/** INV-C1: words that are the source's own are restated and stay; a summary is put right. */
export function refileCommitment(
  thing: Commitment,
  again: Commitment,
  filed: Before<Commitment>,
  stamp: Stamp,
): Refiled<Commitment> {
  const { kind, period, source, position, access, keeper } = again;
  const restates =
    thing.wording === "verbatim" &&
    differs((filed ?? thing).statement, again.statement) &&
    restateCommitment.barrier(thing) === null;
  const restated = restates
    ? restateCommitment(thing, { ...stamp, statement: again.statement, source })
    : thing;
  const words =
    thing.wording === "verbatim" ? {} : { statement: again.statement, wording: again.wording };
  const facts = { kind, period, position, access, keeper, ...(restates ? {} : { source }) };
  return refiled(
    thing,
    Commitment.parse({ ...restated, ...words, ...facts, version: thing.version + 1 }),
    restates ? restateCommitment.mutation : "import",
  );
}

/** INV-C19: another value, time or baseline revises the target; its words and its series are put right. */
export function refileTarget(
  thing: Target,
  again: Target,
  filed: Before<Target>,
  stamp: Stamp,
): Refiled<Target> {
  const before = filed ?? thing;
  const { statement, wording, measure, indicator, source, position, access, keeper } = again;
  const asked = {
    ...(differs(before.spec, again.spec) ? { asks: again.spec } : {}),
    ...(differs(before.by, again.by) ? { within: again.by } : {}),
    ...(differs(before.baseline, again.baseline) ? { baseline: again.baseline } : {}),
  };
  const isNew =
    (asked.asks !== undefined && differs(thing.spec, asked.asks)) ||
    (asked.within !== undefined && differs(thing.by, asked.within)) ||
    (asked.baseline !== undefined && differs(thing.baseline, asked.baseline));
  const revises = isNew && reviseTarget.barrier(thing) === null;
  const revised = revises ? reviseTarget(thing, { ...stamp, ...asked, source }) : thing;
  const facts = { statement, wording, measure, indicator, source, position, access, keeper };
  return refiled(
    thing,
    Target.parse({ ...revised, ...facts, version: thing.version + 1 }),
    revises ? reviseTarget.mutation : "import",
  );
}

const verbOf: Readonly<Partial<Record<Observation["status"], string>>> = {
  superseded: "reviseObservation",
  withdrawn: "withdrawObservation",
};

/** A figure that a later vintage replaced, or that was taken back, says so; anything else is put right. */
export function refileObservation(
  thing: Observation,
  again: Observation,
  filed: Before<Observation>,
): Refiled<Observation> {
  if (filed !== null && !differs(contentOf(filed), contentOf(again)))
    return { verb: null, after: { ...thing, position: again.position } };
  const { id, made, reason } = thing;
  const after = Observation.parse({ ...again, id, made, reason, version: thing.version + 1 });
  const verb = thing.status === again.status ? undefined : verbOf[again.status];
  return refiled(thing, after, verb ?? "import");
}

const contentOf = ({ position: _position, ...content }: Observation) => content;

function refiled<Thing extends { readonly version: number; readonly position: number }>(
  thing: Thing,
  after: Thing,
  verb: string,
): Refiled<Thing> {
  const { version, position } = after;
  return differs({ ...thing, version, position }, after)
    ? { verb, after }
    : { verb: null, after: { ...thing, position } };
}
