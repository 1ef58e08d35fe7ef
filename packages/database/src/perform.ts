import {
  type Access,
  type AgentRef,
  type AnyMaker,
  type AnySaying,
  type AnyVerb,
  assertVersion,
  type Day,
  dayAt,
  type Id,
  idsIn,
  instantOf,
  madeBy,
  type Outcome,
  Refusal,
  settled,
  type Subject as Thing,
  toldTo,
  type Zone,
} from "@remit/kernel";
import type { Tx } from "./database.ts";
import { actorOf, type Entry, writeEntries } from "./journal.ts";
import type { Asked, Caller, Found, Keeping, Performing, Request } from "./keeping.ts";
import { knownOf, notFound, pointedIn } from "./pointed.ts";

/** Does a verb within a transaction: asks, locks, asks again, looks up what is pointed at, steps, saves and writes the journal. */
export async function perform<Subject extends Thing, Facts>(
  tx: Tx,
  verb: AnyVerb<Subject>,
  given: unknown,
  performing: Performing<Subject, Facts>,
): Promise<Outcome<Subject>> {
  const { keeping, directory, request } = performing;
  const { noun, standing } = keeping;
  const {
    id: target,
    expectedVersion,
    on,
    idempotencyKey: _,
    ...told
  } = toldTo(noun.name, verb.input.shape, given);
  const ids = idsIn(target).map(({ id }) => id);
  const { caller, newId, now } = request;
  const ask = (thing: Subject | undefined): Subject => {
    if (thing === undefined || !keeping.sees(caller, thing)) throw notFound(noun.name, ["id"]);
    if (!verb.allows(caller, thing)) throw verb.refusal(caller, thing) ?? new Error("Not allowed.");
    return thing;
  };
  // Whoever may not do it, or has read a version that is past, makes nobody wait, and waits for nobody.
  const found = ask((await keeping.find(tx, ids))[0]);
  const { version } = found;
  if (version > (expectedVersion ?? version)) assertVersion(version, expectedVersion);
  const others = idsIn(told).flatMap(({ type, id }) => (type === noun.name ? [id] : []));
  const thing = ask((await keeping.lock(tx, [found], { needs: verb.needs, others }))[0]);
  assertVersion(thing.version, expectedVersion);
  const refusal = verb.refusal(caller, thing);
  if (refusal !== null) throw refusal;
  const { access, ...own } = standing(thing);
  const group = verb.group(thing) ?? own.group;
  const held = group === own.group ? keeping.zoneOf?.(thing) : undefined;
  const zone = held ?? (await directory.zoneOf(tx, group));
  const day = dayOf(request, zone, on);
  assertSince(day, own.since);
  if (on !== undefined) assertSince(day, (await keeping.begins?.(tx, thing, zone)) ?? null);
  const stamp = { by: agentOf(caller), on: day };
  const place = { group: group ?? nobodys, on: day };
  const looking = { access: accessOf(told) ?? access, caller, place };
  const pointed = pointedIn(await knownOf(tx, directory, told), told, looking);
  const settledTold = { ...settled(told, pointed, place), ...stamp };
  const known = { ...settledTold, ...verb.meant(thing, settledTold, caller) };
  const { requestId } = request;
  const at = atOf(on, zone, request);
  const by = { caller, now, newId, at, requestId, given, directory };
  const asked = { tx, thing, access, told: known, zone, ...by, ...place };
  const facts = await factsOf(verb.needs, keeping, asked);
  const outcome = verb.apply(thing, { newId, ...known, ...facts });
  for (const { before } of outcome.changed) assertSince(day, standing(before).since);
  return finish(verb, outcome, { asked, keeping, request });
}

/** Makes a thing within a transaction, in the group, under the access and by the calendar of what it begins in. */
export async function make<Subject extends Thing, Facts>(
  tx: Tx,
  maker: AnyMaker<Subject>,
  given: unknown,
  { keeping, directory, request }: Performing<Subject, Facts>,
): Promise<Outcome<Subject>> {
  const { on, idempotencyKey: _, ...told } = madeBy(maker.input.shape, given);
  const { caller, newId, now } = request;
  // What it begins in is looked up first: it says by whose leave and calendar the rest is.
  const origin = told[maker.within];
  const nowhere = { group: "", on: "" };
  const found = await knownOf(tx, directory, told);
  const first = { access: null, caller, place: nowhere };
  const begun = settled(origin, pointedIn(found, { [maker.within]: origin }, first), nowhere);
  const { group, access, since } = standingOf(begun);
  const refusal = maker.refusal(caller, group ?? nobodys);
  if (refusal !== null) throw refusal;
  const zone = await directory.zoneOf(tx, group);
  const day = dayOf(request, zone, on);
  const place = { group: group ?? nobodys, on: since ?? day };
  const known = {
    ...settled(told, pointedIn(found, told, { access, caller, place }), place),
    by: agentOf(caller),
    on: day,
  };
  const { requestId } = request;
  const at = atOf(on, zone, request);
  const by = { caller, now, newId, at, requestId, given, directory };
  const asked = { tx, thing: null, access, told: known, zone, ...by, ...place };
  const facts = await factsOf(maker.needs, keeping, asked);
  const outcome = maker.apply({ newId, ...known, ...facts });
  return finish(maker, outcome, { asked, keeping, request });
}

function standingOf(begun: unknown): { group: Id | null; access: Access; since: Day | null } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- settled by what the directory found
  const { group = null, access, on } = begun as Found;
  return { group, access, since: on ?? null };
}

/** Stands for the group of what no group keeps: nobody has a role in it. */
const nobodys: Id = "";

function dayOf({ now }: Request, zone: Zone, on: Day | undefined): Day {
  const today = dayAt(now.toISOString(), zone);
  if (on === undefined || on <= today) return on ?? today;
  throw new Refusal(
    "IN_FUTURE",
    `${on} is yet to come: give ${today}, which is today, or a day before it.`,
    { path: ["on"] },
  );
}

function assertSince(day: Day, since: Day | null): void {
  if (since === null || since <= day) return;
  const message = `This record begins on ${since}: give that day or a later one.`;
  throw new Refusal("BEFORE_FIRST", message, { path: ["on"] });
}

/** When it happened, as the journal has it: the moment itself, or the start of the day that the caller names. */
const atOf = (on: Day | undefined, zone: Zone, { now }: Request): string =>
  on === undefined ? now.toISOString() : instantOf({ local: `${on}T00:00`, zone });

const agentOf = ({ id, name }: Caller): AgentRef =>
  id === null ? { kind: "unresolved", label: name } : { kind: "person", id, label: name };

/** The access that a caller gives to what they say; undefined where they give it none of its own. */
const accessOf = (told: Readonly<Record<string, unknown>>): Access | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an input of this name is an access
  told["access"] as Access | undefined;

/** What a verb has to be told, asked one after the other: they share a transaction. */
async function factsOf<Subject extends Thing, Facts>(
  needs: readonly string[],
  { facts }: Keeping<Subject, Facts>,
  asked: Asked<Subject>,
): Promise<object> {
  const known: Record<string, unknown> = {};
  const readers = new Map<string, (asked: Asked<Subject>) => Promise<unknown>>(
    Object.entries(facts),
  );
  for (const need of needs) {
    const reader = readers.get(need);
    if (reader) known[need] = await reader(asked);
  }
  return known;
}

interface Told<Subject extends Thing, Facts> {
  readonly asked: Asked<Subject>;
  readonly keeping: Keeping<Subject, Facts>;
  readonly request: Request;
}

/** Saves what a verb made, and writes the journal; nothing of either where it changed nothing. */
async function finish<Subject extends Thing, Facts>(
  { title, mutation }: Pick<AnySaying, "title" | "mutation">,
  outcome: Outcome<Subject>,
  told: Told<Subject, Facts>,
): Promise<Outcome<Subject>> {
  const { asked, keeping } = told;
  const { tx, thing: before, newId } = asked;
  if (outcome.subject === before) return outcome;
  await keeping.save(tx, { before, outcome, newId });
  await keeping.done?.(title, asked, outcome);
  await writeEntries(tx, entriesFor(mutation, outcome, told), told.request.now.toISOString());
  return outcome;
}

function entriesFor<Subject extends Thing, Facts>(
  verb: string,
  { subject, changed, made }: Outcome<Subject>,
  { asked, keeping: { noun, standing, kept }, request }: Told<Subject, Facts>,
): Entry[] {
  const changes: { before: Subject | null; after: Subject }[] = [
    { before: asked.thing, after: subject },
    ...changed,
    ...made.map((after) => ({ before: null, after })),
  ];
  const actor = actorOf(request.caller);
  return changes.map((change) => {
    const { group, access } = standing(change.after);
    const { id: key, version } = change.after;
    return {
      subject: { type: noun.name, id: key },
      version,
      verb,
      actor,
      requestId: request.requestId,
      at: asked.at,
      before: change.before && kept(change.before),
      after: kept(change.after),
      access,
      group,
    };
  });
}
