import { firstDay, keepers, lastDay, Note, PartialDate, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type OtherName, OtherNameKind, type PersonRecord } from "../person.ts";
import { personVerb } from "../verb.ts";
import { refuseErased } from "./erase.ts";

/** No index holds a name of any length. */
const Name = Note.max(200);

const OtherNameInput = z
  .strictObject({
    name: Name.describe("The name as it is or was written."),
    kind: OtherNameKind.describe("What the name is to the person."),
    from: PartialDate.optional().describe(
      "The day, month or year since which the name is borne, where that is known.",
    ),
    to: PartialDate.optional().describe(
      "The day, month or year until which the name was borne, where that is known.",
    ),
  })
  .meta({ id: "OtherNameInput", description: "A name of a person beside the common one." });

const orNone = (what: string) => Name.nullish().describe(`${what}; null takes away what is there.`);

/** A person is called otherwise than the record has it: by a slip, or since a day. */
export const correctName = personVerb("correctName", {
  says: "Corrects the names of a person; what is left out stays, and the name before is kept beside the new one.",
  mutation: "correctName",
  by: keepers,
  guard: refuseErased,
  input: {
    name: Name.optional().describe("The name as it is commonly written, titles included."),
    givenName: orNone("The first names"),
    familyName: orNone("The surname"),
    honorificPrefix: orNone("The titles before the name, such as Dr"),
    honorificSuffix: orNone("The letters after the name, such as MSP"),
    before: OtherNameKind.optional().describe(
      "What the name until now is to the person; a misspelling if left out.",
    ),
    otherNames: z
      .array(OtherNameInput)
      .max(50)
      .optional()
      .describe("All other names of the person, in the place of those that are there."),
  },
  refuses: ["TERM_REVERSED", "INV-G12", "ERASED"],
  step: (person, { name = person.name, before = "misspelling", otherNames, on, ...parts }) => {
    const given = otherNames?.map(asKept) ?? person.otherNames;
    for (const each of given) assertBorne(each);
    const after = {
      name,
      givenName: partOf(parts.givenName, person.givenName),
      familyName: partOf(parts.familyName, person.familyName),
      honorificPrefix: partOf(parts.honorificPrefix, person.honorificPrefix),
      honorificSuffix: partOf(parts.honorificSuffix, person.honorificSuffix),
      otherNames:
        name === person.name ? given : withBefore(given, name, { person, kind: before, on }),
    };
    const facts = { ...after, otherNames: [...after.otherNames, ...partsBefore(person, after)] };
    assertWithheld(person, facts);
    return isSame(person, facts) ? null : facts;
  },
});

type Names = Pick<
  PersonRecord,
  "name" | "givenName" | "familyName" | "honorificPrefix" | "honorificSuffix" | "otherNames"
>;

const partOf = (given: string | null | undefined, before: string | null) =>
  given === undefined ? before : given;

const asKept = ({ name, kind, from, to }: z.output<typeof OtherNameInput>): OtherName => ({
  name,
  kind,
  from: from ?? null,
  to: to ?? null,
});

interface Before {
  readonly person: PersonRecord;
  readonly kind: OtherNameKind;
  readonly on: string;
}

/** What a person is called no more stays beside; what they are called again does not. */
function withBefore(given: readonly OtherName[], name: string, { person, kind, on }: Before) {
  const others = given.filter((each) => each.name !== name);
  if (others.some((each) => each.name === person.name)) return others;
  const to = kind === "former" ? on : null;
  return [...others, { name: person.name, kind, from: null, to }];
}

/** INV-G12: By the parts of a name somebody is known, too, where they were: of whoever is shown by role alone the parts until now stay. */
function partsBefore(person: PersonRecord, after: Names): OtherName[] {
  const { givenName, familyName, publicProfile } = person;
  const isSame = givenName === after.givenName && familyName === after.familyName;
  if (publicProfile === "named" || isSame) return [];
  const name = [givenName, familyName].filter((part) => part !== null).join(" ");
  if (name === "" || namesIn(after).includes(name)) return [];
  return [{ name, kind: "alias", from: null, to: null }];
}

function assertBorne({ name, from, to }: OtherName): void {
  if (from === null || to === null || firstDay(from) <= lastDay(to)) return;
  const message = `${name} would have been borne until ${to}, before it was borne from ${from}: give a later end.`;
  throw new Refusal("TERM_REVERSED", message, { path: ["otherNames"] });
}

/** INV-G12: no name is withheld that nobody knows to be theirs. */
function assertWithheld(person: PersonRecord, after: Names): void {
  if (person.publicProfile === "named") return;
  const known = new Set(namesIn(after));
  const lost = namesIn(person).filter((name) => !known.has(name));
  if (lost.length === 0) return;
  const message =
    "The person is shown by role alone, and a name that they have had would be shown wherever it was written: keep it among the other names.";
  throw new Refusal("INV-G12", message, { path: ["otherNames"] });
}

const namesIn = ({ name, otherNames }: Names) => [name, ...otherNames.map((each) => each.name)];

const isSame = (one: Names, other: Names): boolean =>
  one.name === other.name &&
  one.givenName === other.givenName &&
  one.familyName === other.familyName &&
  one.honorificPrefix === other.honorificPrefix &&
  one.honorificSuffix === other.honorificSuffix &&
  JSON.stringify(one.otherNames) === JSON.stringify(other.otherNames);
