import {
  type Access,
  type GivenId,
  isFor,
  type Id,
  idsIn,
  type Place,
  type Pointed,
  Refusal,
  standsIn,
  unnamed,
  typeInWords,
} from "@remit/kernel";
import type { Tx } from "./database.ts";
import type { Caller, Directory, Found } from "./keeping.ts";

interface Looking {
  /** Of the thing in whose record the references will stand; null where they stand in none. */
  readonly access: Access | null;
  readonly caller: Caller;
  readonly place: Place;
}

type Known = ReadonlyMap<string, Found>;

/** What there is of all that an input points at, by one statement. */
export async function knownOf(tx: Tx, { lookUp }: Directory, told: unknown): Promise<Known> {
  const given = idsIn(told);
  const found = given.length === 0 ? [] : await lookUp(tx, given);
  return new Map(found.map((each) => [keyOf(each), each]));
}

/** Tells what every id in an input points at, under the name that a record may have it by. Refuses with `NOT_FOUND` what is not there, or not for the caller to see. */
export function pointedIn(
  known: Known,
  told: unknown,
  { access, caller, place }: Looking,
): (id: GivenId) => Pointed {
  const pointed = (id: GivenId): Pointed => {
    const each = known.get(keyOf(id));
    if (each === undefined || !isFor(caller, each)) throw notFound(id.type, id.path);
    // Who may be told a person's name is decided where it is read.
    if (access === null || each.type === "Person") return each;
    const sameGroup = each.group === null || each.group === place.group;
    return !each.draft && standsIn(each.access, access, sameGroup) ? each : unnamed(each);
  };
  // All are asked before any is used.
  for (const each of idsIn(told)) pointed(each);
  return pointed;
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: Id }) => `${type}:${id}`;

/** To whoever gives an id of what is not there, or not for them to see. */
export const notFound = (type: string, path: readonly (string | number)[]): Refusal =>
  new Refusal(
    "NOT_FOUND",
    `There is no ${typeInWords(type)} with this id that you may see. Check the id.`,
    { path },
  );
