import { type AgentRef, canonicalJson, type Day, Refusal } from "@remit/kernel";
import type * as z from "zod";

interface FileStamp {
  readonly by: AgentRef;
  readonly on: Day;
  /** Why what the file changes is changed. */
  readonly reason: string;
}

/** One change of a part, by the verb that is its own. */
export interface PartChange<Thing> {
  readonly verb: string;
  readonly before: Thing;
  readonly after: Thing;
}

/** What a verb makes of a thing, as its file has it now and had it before; null where the verb has nothing to do. */
type Step<Thing> = (said: {
  readonly thing: Thing;
  readonly again: Thing;
  readonly filed: Thing;
  readonly stamp: FileStamp;
}) => Thing | null;

/** A sort of part: what one is known by in another version of its file, and by which verbs it changes. */
export interface PartSort<Thing> {
  /** The name of its type in the journal. */
  readonly type: string;
  readonly table: string;
  readonly schema: z.ZodType<Thing>;
  /** What only one has, the surest first. */
  readonly marks: readonly ((it: Thing) => readonly (string | null)[])[];
  /** The words by which one is known again whose marks have changed. */
  readonly words?: (it: Thing) => string;
  readonly verbs: Readonly<Record<string, Step<Thing>>>;
  /** What its verbs alone change. */
  readonly byVerbs: readonly string[];
}

/** Whether two things are not the same, however their members are ordered. */
export const differs = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) !== canonicalJson(other);

/** What a verb refuses stays as it is: a file does nothing that a hand may not. */
function tried<Thing>(step: () => Thing): Thing | null {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What belongs to the record and not to the file. */
const own = ["id", "version", "made", "position"];
/** What a state brings along. */
const ofState = ["status", "ended", "draft", "publishedOn", "actual", "deliveredOn", "document"];

/**
 * A part as another version of its file has it: what differs from the file before changes by the verbs of its sort, and
 * anything else is put right. What was done by hand since stays.
 */
export function refilePart<Thing extends Part>(
  { verbs, byVerbs, schema }: PartSort<Thing>,
  thing: Thing,
  again: Thing,
  before: Thing | null,
  stamp: FileStamp,
): { readonly changes: readonly PartChange<Thing>[]; readonly after: Thing } {
  const filed = before ?? thing;
  const changes: PartChange<Thing>[] = [];
  let now = thing;
  for (const [verb, step] of Object.entries(verbs)) {
    const after = tried(() => step({ thing: now, again, filed, stamp }));
    if (after === null) continue;
    const next = schema.parse({ ...after, version: now.version + 1 });
    changes.push({ verb, before: now, after: next });
    now = next;
  }
  // A state that only the file has given is the file's to put right.
  const isByHand = before === null && "made" in thing && thing.made !== null;
  const isFiled = !isByHand && thing.status === filed.status && now.status === thing.status;
  const isRestated = isFiled && again.status !== thing.status;
  const isSettled = "publishedOn" in now;
  function isPutRight(key: string, value: unknown): boolean {
    if (own.includes(key)) return false;
    if (key === "access" || key === "keeper") return true;
    if (isRestated && (ofState.includes(key) || !(key in now))) return true;
    if (isSettled || byVerbs.includes(key)) return false;
    // The day on which it was reached may be put right, and its state stays.
    if (ofState.includes(key) && (!isFiled || key === "draft")) return false;
    return differs(memberOf(filed, key), value) && differs(memberOf(now, key), value);
  }
  const facts = Object.entries(again).filter(([key, value]) => isPutRight(key, value));
  const right = schema.parse({ ...now, ...Object.fromEntries(facts) });
  if (differs(now, right)) {
    const next = schema.parse({ ...right, version: now.version + 1 });
    changes.push({ verb: "import", before: now, after: next });
    now = next;
  }
  return { changes, after: { ...now, position: again.position } };
}

interface Part {
  readonly version: number;
  readonly position: number;
  readonly status: string;
}

const memberOf = (thing: object, key: string): unknown => new Map(Object.entries(thing)).get(key);
