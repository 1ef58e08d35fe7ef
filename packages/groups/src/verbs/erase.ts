import { FreeText, type Id, Refusal, Stepped } from "@remit/kernel";
import * as z from "zod";
import { type Erasure, erasedName, type PersonRecord } from "../person.ts";
import { personVerb, type Erasing, type Tie } from "../verb.ts";

/** A text that is erased wherever it stands; two letters stand in too many words. */
const Identifying = FreeText.trim().min(3).max(200);

/** Somebody asks that the record forget who they are. */
export const erase = personVerb("erase", {
  says: "Takes the names of a person out of the whole record, its journal and its documents, for ever: what they did stays, and nobody can tell by whom.",
  mutation: "erasePerson",
  by: ["administrator"],
  guard: ({ merged }) => {
    if (merged === undefined) return null;
    const message = "This record was merged into another: give the id of the one that remains.";
    return new Refusal("MERGED", message, { path: ["id"], params: { person: merged.into } });
  },
  input: {
    texts: z
      .array(Identifying)
      .max(50)
      .optional()
      .describe(
        "Other texts that tell who the person is, such as an address or a nickname: each is taken out wherever it stands as it is written here.",
      ),
  },
  needs: ["erasing"],
  refuses: ["MERGED", "MUST_BE_KEPT", "NAME_SHARED"],
  step: (person, { texts = [], erasing, by, on }) => {
    if (person.erased !== undefined && texts.length === 0) return null;
    assertUntied(erasing.ties);
    assertAlone(erasing.others);
    const changed = erasing.merged.map((before) => ({ before, after: withoutNames(before) }));
    return new Stepped<PersonRecord>(
      { ...nameless(person), erased: { by, on, entries: [...erasing.entries] } },
      { changed },
    );
  },
});

/** What the journal says of a record of a person is made the same by the database: see `groups.nameless`. */
const nameless = ({ id }: PersonRecord) => ({
  slug: `erased-${id}`,
  name: erasedName,
  givenName: null,
  familyName: null,
  honorificPrefix: null,
  honorificSuffix: null,
  otherNames: [],
  publicProfile: "role-only" as const,
});

const withoutNames = (record: PersonRecord): PersonRecord => ({
  ...record,
  ...nameless(record),
  ...(record.merged && { merged: { ...record.merged, names: [], reason: null } }),
  version: record.version + 1,
});

/** How a sentence says why somebody has to be named. */
const reasons: Readonly<Record<Tie, string>> = {
  member: "is a member of a group: end the membership first",
  alternate: "is the alternate of a seat: name another first",
  deputy: "is a deputy: end the nomination first",
  action: "owns an action that is not closed: give it another owner, or close it, first",
  chair:
    "was in the chair of a group, which the record is kept to tell: show them by role alone instead",
  office: "held an office, which the record is kept to tell: show them by role alone instead",
};

/** Whoever answers for something, or held an office, has to be named. */
function assertUntied(ties: Erasing["ties"]): void {
  if (ties.length === 0) return;
  const whys = new Set(ties.map(({ why }) => why));
  const listed = Object.entries(reasons).flatMap(([why, words]) =>
    [...whys].some((each) => each === why) ? [words] : [],
  );
  throw new Refusal("MUST_BE_KEPT", `The person ${listed.join("; and ")}.`, {
    path: ["id"],
    params: { ties },
  });
}

/** What is taken out cannot be put back: it must be nobody else's. */
function assertAlone(others: readonly Id[]): void {
  if (others.length === 0) return;
  const message =
    "Somebody else has the same name, and would be erased as well: merge the records where both are one person, or correct a name so that the two can be told apart.";
  throw new Refusal("NAME_SHARED", message, { path: ["id"], params: { others } });
}

/** That the names of somebody who was erased stay out of the record. */
export const refuseErased = ({
  erased,
}: {
  readonly erased?: Erasure | undefined;
}): Refusal | null =>
  erased === undefined
    ? null
    : new Refusal(
        "ERASED",
        `The person was erased on ${erased.on}: nothing in the record tells who it was.`,
        { path: ["id"] },
      );
