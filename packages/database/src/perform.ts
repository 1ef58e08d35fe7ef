import {
  type Access,
  type Actor,
  type AnyVerb,
  type AgentRef,
  assertVersion,
  type Day,
  dayAt,
  type GivenId,
  type Id,
  idsIn,
  instantOf,
  type Noun,
  type Outcome,
  type Place,
  type Pointed,
  Refusal,
  sees,
  settled,
  type Stamp,
  standsIn,
  type Subject as Thing,
  toldTo,
  type Zone,
} from "@remit/kernel";
import type { Db, Tx } from "./database.ts";
import { type Entry, type JournalActor, writeEntries } from "./journal.ts";

/** Who calls: an actor, with the name under which the record keeps what they do. */
export interface Caller extends Actor {
  /** The person's own; that of the token, where it stands for nobody. */
  readonly name: string;
  /** The name of the token; null for anybody. */
  readonly token: string | null;
}

/** What a request brings along: who asks, its one instant, and ids for what is new. */
export interface Request {
  readonly caller: Caller;
  readonly requestId: string;
  readonly now: Date;
  readonly newId: () => Id;
}

/** A thing that was looked up, with who may see it. */
export interface Found extends Pointed {
  readonly access: Access;
}

/** What the verbs of every package ask of the records of others. */
export interface Directory {
  /** Whatever these references point at; what is not there is left out. */
  readonly lookUp: (tx: Tx, given: readonly GivenId[]) => Promise<readonly Found[]>;
  readonly zoneOf: (tx: Tx, group: Id) => Promise<Zone>;
}

/** Whose a thing is, who may see it, and the day before which nothing can have happened to it. */
export interface Standing {
  readonly group: Id;
  readonly access: Access;
  readonly since: Day;
}

/** What a fact is asked of. */
export interface Asked<Subject> {
  readonly tx: Tx;
  readonly thing: Subject;
  /** The input with what its ids point at, and by whom and on which day. */
  readonly told: Stamp & Readonly<Record<string, unknown>>;
}

/** How things of a noun are kept. */
export interface Keeping<Subject extends Thing, Facts> {
  readonly noun: Noun<Subject>;
  readonly standing: (thing: Subject) => Standing;
  readonly find: (db: Db, ids: readonly Id[]) => Promise<Subject[]>;
  /** The same, which nobody else changes before the transaction ends. */
  readonly lock: (tx: Tx, ids: readonly Id[]) => Promise<Subject[]>;
  readonly save: (tx: Tx, outcome: Outcome<Subject>, newId: () => Id) => Promise<void>;
  /** What steps may be told of other records. */
  readonly facts: {
    readonly [Fact in keyof Facts]: (asked: Asked<Subject>) => Promise<Facts[Fact]>;
  };
}

/** Everything that a verb is done with, beside the thing itself. */
export interface Performing<Subject extends Thing, Facts> {
  readonly keeping: Keeping<Subject, Facts>;
  readonly directory: Directory;
  readonly request: Request;
}

/** Does a verb within a transaction: asks, locks, asks again, looks up what is pointed at, steps, saves and writes the journal. */
export async function perform<Subject extends Thing, Facts>(
  tx: Tx,
  verb: AnyVerb<Subject>,
  given: unknown,
  { keeping, directory, request }: Performing<Subject, Facts>,
): Promise<Outcome<Subject>> {
  const { noun, standing } = keeping;
  const {
    id: target,
    expectedVersion,
    on,
    idempotencyKey: _,
    ...told
  } = toldTo(noun.name, verb.input.shape, given);
  const ids = idsIn(target).map(({ id }) => id);
  const { caller } = request;
  const ask = (thing: Subject | undefined): Subject => {
    const { access, group } = thing === undefined ? nowhere : standing(thing);
    if (thing === undefined || !sees(caller, access, group))
      throw new Refusal("NOT_FOUND", `There is no ${noun.name} with this id.`, { path: ["id"] });
    const refusal = verb.refusal(caller, thing);
    if (refusal !== null) throw refusal;
    return thing;
  };
  // Whoever may not do it makes nobody wait, and waits for nobody.
  ask((await keeping.find(tx, ids))[0]);
  const thing = ask((await keeping.lock(tx, ids))[0]);
  assertVersion(thing.version, expectedVersion);
  const { group, access, since } = standing(thing);
  const zone = await directory.zoneOf(tx, group);
  const day = dayOf(request, zone, on, since);
  const known = {
    ...(await lookedUp(tx, told, { access, caller, directory, place: { group, on: day } })),
    by: agentOf(caller),
    on: day,
  };
  const facts = await factsOf(verb, keeping, { tx, thing, told: known });
  const outcome = verb.outcome(thing, { caller, newId: request.newId, ...facts, ...known });
  await keeping.save(tx, outcome, request.newId);
  const at =
    on === undefined ? request.now.toISOString() : instantOf({ local: `${on}T00:00`, zone });
  await journal(tx, verb.mutation, outcome, { before: thing, at, keeping, request });
  return outcome;
}

const nowhere = { access: "restricted", group: "" } as const;

function dayOf({ now }: Request, zone: Zone, on: Day | undefined, since: Day): Day {
  const today = dayAt(now.toISOString(), zone);
  const day = on ?? today;
  const path = ["on"];
  if (day > today)
    throw new Refusal("IN_FUTURE", `${day} is yet to come: today is ${today}.`, { path });
  if (day < since)
    throw new Refusal(
      "BEFORE_FIRST",
      `It begins on ${since}: nothing can have happened to it before.`,
      { path },
    );
  return day;
}

const agentOf = ({ id, name }: Caller): AgentRef =>
  id === null ? { kind: "unresolved", label: name } : { kind: "person", id, label: name };

interface Looking {
  /** Of the thing in whose record the references will stand. */
  readonly access: Access;
  readonly caller: Caller;
  readonly directory: Directory;
  readonly place: Place;
}

/** What was told, with what every id in it points at. Refuses with `NOT_FOUND` what is not there, or not for the caller to see. */
async function lookedUp<Told>(tx: Tx, told: Told, looking: Looking): Promise<Told> {
  const given = idsIn(told);
  const found = given.length === 0 ? [] : await looking.directory.lookUp(tx, given);
  const known = new Map(found.map((each) => [keyOf(each), each]));
  const pointed = (id: GivenId): Pointed => {
    const each = known.get(keyOf(id));
    if (each === undefined || !sees(looking.caller, each.access, each.group ?? ""))
      throw new Refusal("NOT_FOUND", `There is no ${id.type} with this id.`, { path: id.path });
    // A label stands in a record only where whoever sees the record may see what it names.
    return standsIn(each.access, looking.access, each.group === looking.place.group)
      ? each
      : { ...each, label: `a ${each.type}` };
  };
  for (const each of given) pointed(each);
  return settled(told, pointed, looking.place);
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: Id }) => `${type}:${id}`;

/** What a verb has to be told, asked one after the other: they share a transaction. */
async function factsOf<Subject extends Thing, Facts>(
  { needs }: AnyVerb<Subject>,
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

interface Told<Subject extends Thing> {
  readonly before: Subject;
  readonly at: string;
  readonly keeping: Keeping<Subject, unknown>;
  readonly request: Request;
}

function journal<Subject extends Thing>(
  tx: Tx,
  verb: string,
  { subject, changed, made }: Outcome<Subject>,
  { before, at, keeping, request }: Told<Subject>,
): Promise<void> {
  const changes: { before: Subject | null; after: Subject }[] = [
    { before, after: subject },
    ...changed,
    ...made.map((after) => ({ before: null, after })),
  ];
  const { name, id, token } = request.caller;
  const actor: JournalActor = { name, person: id, ...(token === null ? {} : { token }) };
  const entries = changes.map((change): Entry => {
    const { group, access } = keeping.standing(change.after);
    const { id: key, version } = change.after;
    return {
      subject: { type: keeping.noun.name, id: key },
      version,
      verb,
      actor,
      requestId: request.requestId,
      at,
      ...change,
      access,
      group,
    };
  });
  return writeEntries(tx, entries, request.now.toISOString());
}
