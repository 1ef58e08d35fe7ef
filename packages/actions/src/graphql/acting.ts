import type { Context, GlobalId, Tx } from "@remit/graphql";
import {
  type AgentRef,
  type Day,
  dayAt,
  instantOf,
  Refusal,
  type Ref,
  type Zone,
} from "@remit/kernel";
import type { Due } from "../due.ts";
import type { Action } from "../action.ts";
import type { Stamp } from "../stamp.ts";
import type { AgentInput, DueInput } from "./input.ts";
import { namedIn } from "./label.ts";
import type { MeetingFacts, World } from "./world.ts";

/** Whose something is, and who may see it. */
export type Owned = Pick<Action, "group" | "access">;

/** Where in the input, outermost key first. */
type Path = readonly (string | number)[];

/** Who does something, when by the calendar of a place, and what they mean by the ids that they send. */
export class Acting {
  readonly tx: Tx;
  readonly context: Context;
  readonly world: World;
  readonly zone: Zone;
  readonly stamp: Stamp;

  constructor(tx: Tx, context: Context, world: World, zone: Zone, on: Day | null | undefined) {
    this.tx = tx;
    this.context = context;
    this.world = world;
    this.zone = zone;
    this.stamp = { by: callerAsAgent(context), on: dayOf(context, zone, on) };
  }

  /** When it happened, as the journal has it: the moment itself, or the start of the day that the caller names. */
  at(on: Day | null | undefined): string {
    if (on == null) return this.context.now().toISOString();
    return instantOf({ local: `${on}T00:00`, zone: this.zone });
  }

  /** Refuses with `BEFORE_RAISED` what is said to have happened to an action before it was there. */
  assertSince({ reference, raisedAt }: Pick<Action, "reference" | "raisedAt">): void {
    if (raisedAt.on <= this.stamp.on) return;
    const message = `${reference} was raised on ${raisedAt.on}: nothing can have happened to it before.`;
    throw new Refusal("BEFORE_RAISED", message, { path: ["on"] });
  }

  /** Refuses with `BEFORE_MEETING` what is said to have happened at a meeting before its day. */
  assertHeld({ meeting, on }: MeetingFacts): void {
    if (on <= this.stamp.on) return;
    const message = `${meeting.label} is on ${on}: nothing can have come of it by ${this.stamp.on}.`;
    throw new Refusal("BEFORE_MEETING", message, { path: ["on"] });
  }

  /** What an id points at, under the name by which a record of `of` may call it. Refuses with `NOT_FOUND` what is not there, or not for this caller to see. */
  async ref(id: GlobalId, of: Owned | null, ...path: Path): Promise<Ref> {
    const placed = await this.world.refOf(this.tx, id, this.context);
    if (placed !== null) return namedIn(placed, of);
    throw new Refusal("NOT_FOUND", `There is no ${id.type} with this id.`, { path });
  }

  async refs(ids: readonly GlobalId[] | null | undefined, of: Owned, path: string): Promise<Ref[]> {
    const refs: Ref[] = [];
    for (const [index, id] of (ids ?? []).entries()) refs.push(await this.ref(id, of, path, index));
    return refs;
  }

  meeting(id: GlobalId, ...path: Path): Promise<MeetingFacts> {
    return meetingSeen(this.tx, this.context, this.world, id, path);
  }

  /** An item of a meeting. Refuses with `INV-A2` that of another. */
  async item(id: GlobalId, meeting: Ref, of: Owned): Promise<Ref> {
    const item = await this.world.itemOf(this.tx, id.id, meeting.id, this.context);
    if (item !== null) return namedIn(item, of);
    throw new Refusal("INV-A2", `${meeting.label} has no item with this id.`, { path: ["item"] });
  }

  /** A meeting of a group's own, under the name by which a record of `of` may call it. Refuses with `OTHER_GROUP` that of another. */
  async ownMeeting(id: GlobalId, of: Owned, ...path: Path): Promise<MeetingFacts> {
    const held = await this.meeting(id, ...path);
    if (held.group.id === of.group.id) return { ...held, meeting: meetingIn(held, of) };
    const message = `${held.meeting.label} is no meeting of ${of.group.label}.`;
    throw new Refusal("OTHER_GROUP", message, { path });
  }

  /** An agent; crowds are those of the group of `of` on `asOf`. */
  async agent(given: AgentInput, of: Owned, asOf: Day, ...path: Path): Promise<AgentRef> {
    const { person, organisation, group: body, collective, name } = given;
    if (collective != null) {
      return { kind: "collective", group: of.group.id, asOf, ...collective };
    }
    if (name != null) return { kind: "unresolved", label: name };
    const kinds = { person, organisation, group: body } as const;
    for (const kind of ["person", "organisation", "group"] as const) {
      const id = kinds[kind];
      if (id == null) continue;
      // A person keeps their name: who may not be told it is decided where it is read.
      const within = kind === "person" ? null : of;
      const { label } = await this.ref(id, within, ...path, kind);
      return { kind, id: id.id, label };
    }
    throw new Refusal("INVALID_INPUT", "Say who.", { path });
  }

  /** A due of what is a group's and has an access; `set` is the day from which "next" counts. */
  async due(given: DueInput, of: Owned, set: Day, ...path: Path): Promise<Due> {
    const { date, byMeeting, byNextMeeting, within, standing, asap, asWritten } = given;
    const text = null;
    if (date != null) return { kind: "date", on: date, text };
    if (byMeeting != null) {
      const held = await this.meeting(byMeeting, ...path, "byMeeting");
      return { kind: "by-meeting", meeting: meetingIn(held, of), on: held.on, text };
    }
    if (byNextMeeting != null) {
      const next = await this.world.nextMeeting(this.tx, of.group.id, set, of.access);
      return { kind: "by-meeting", text, ...next };
    }
    if (within != null) return { kind: "within", ...within, text };
    if (standing != null) {
      return { kind: "standing", reviewEvery: standing.reviewEvery ?? null, text };
    }
    if (asap != null) return { kind: "asap", text };
    if (asWritten != null) return { kind: "as-written", text: asWritten };
    return { kind: "not-stated" };
  }
}

/** A meeting, under the name by which a record of `of` may call it. */
const meetingIn = ({ meeting, access, group }: MeetingFacts, of: Owned): Ref =>
  namedIn({ ref: meeting, access, group: group.id, draft: false }, of);

/** As `Acting`, by the calendar of the group whose meeting the input names, and that meeting. */
export async function actingAt(
  tx: Tx,
  context: Context,
  world: World,
  { meeting, on }: { readonly meeting: GlobalId; readonly on?: Day | null | undefined },
): Promise<{ readonly acting: Acting; readonly held: MeetingFacts }> {
  const held = await meetingSeen(tx, context, world, meeting, ["meeting"]);
  const zone = await world.zoneOf(tx, held.group.id);
  return { acting: new Acting(tx, context, world, zone, on), held };
}

async function meetingSeen(tx: Tx, context: Context, world: World, { id }: GlobalId, path: Path) {
  const facts = await world.meetingOf(tx, id, context);
  if (facts !== null) return facts;
  throw new Refusal("NOT_FOUND", "There is no Meeting with this id.", { path });
}

const callerAsAgent = ({ caller }: Context): AgentRef =>
  caller.id === null
    ? { kind: "unresolved", label: caller.name }
    : { kind: "person", id: caller.id, label: caller.name };

function dayOf({ now }: Context, zone: Zone, on: Day | null | undefined): Day {
  const today = dayAt(now().toISOString(), zone);
  if (on == null) return today;
  if (on <= today) return on;
  throw new Refusal("IN_FUTURE", `${on} is yet to come: today is ${today}.`, { path: ["on"] });
}
