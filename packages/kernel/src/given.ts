import type { Access } from "./access.ts";
import type { Day } from "./day.ts";
import type { Id, Ref } from "./ref.ts";
import { Refusal } from "./refusal.ts";

/** A thing that a caller pointed at: its reference and, where it was looked up, what else is known of it. */
export interface Pointed extends Ref {
  readonly group?: Id | null;
  readonly on?: Day | null;
  readonly access?: Access;
  /** What it is a part of: the meeting of an item. */
  readonly within?: Id;
  /** That it is a draft, for whoever keeps the record of its group. */
  readonly draft?: boolean;
  /** For a meeting: that its record is a draft. */
  readonly drafting?: boolean | null;
  /** For a meeting: who may see its minutes, and so what is raised at it; null where there are none. */
  readonly recordAccess?: Access | null;
}

/** An id in an input, and where it stands there. */
export interface GivenId {
  readonly type: string;
  readonly id: Id;
  readonly path: readonly (string | number)[];
}

/** Whose a verb is and when: what a crowd, or the next meeting, is asked of. */
export interface Place {
  readonly group: Id;
  readonly on: Day;
}

type Known = (id: GivenId) => Pointed;

/** A value of an input that is not known before its ids are looked up. Parsing makes these; whoever does the verb settles them. */
class Given {
  readonly ids: readonly GivenId[];
  readonly settle: (known: Known, place: Place) => unknown;

  constructor(ids: readonly GivenId[], settle: Given["settle"]) {
    this.ids = ids;
    this.settle = settle;
  }
}

/** What an id will point at. */
export function pointedBy(type: string, id: Id): Pointed {
  const given = { type, id, path: [] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- settled before any step sees it
  return new Given([given], (known) => known(given)) as unknown as Pointed;
}

/** What is made of a part of an input once its ids are looked up. */
export function later<Part, Value>(part: Part, make: (part: Part, place: Place) => Value): Value {
  const settle: Given["settle"] = (known, place) => make(settled(part, known, place), place);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- settled before any step sees it
  return new Given(idsIn(part), settle) as unknown as Value;
}

/** Every id in an input that has to be looked up. */
export function idsIn(value: unknown): GivenId[] {
  if (value instanceof Given) return [...value.ids];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    idsIn(member).map((given) => ({
      ...given,
      path: [Array.isArray(value) ? Number(key) : key, ...given.path],
    })),
  );
}

/** An input with what its ids point at. */
export function settled<Input>(value: Input, known: Known, place: Place): Input {
  const settle = (each: unknown): unknown => {
    if (each instanceof Given) return each.settle(known, place);
    if (Array.isArray(each)) return each.map(settle);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, member]) => [key, settle(member)]));
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value takes the place of what stands for it
  return settle(value) as Input;
}

/** Refuses with `OTHER_GROUP` a meeting of another group, and with `BEFORE_MEETING` one whose day is after `on`. */
export function assertHeld(meeting: Pointed, group: Id, path: readonly string[], on?: Day): void {
  if (meeting.group !== undefined && meeting.group !== group) {
    const message = `${meeting.label} is a meeting of another group. Give a meeting of the group itself.`;
    throw new Refusal("OTHER_GROUP", message, { path: [...path] });
  }
  if (on === undefined || meeting.on == null || meeting.on <= on) return;
  const message = `${meeting.label} is on ${meeting.on}, after ${on}: give the day of the meeting or a later one.`;
  throw new Refusal("BEFORE_MEETING", message, { path: ["on"] });
}
