import { familyNameOf, looksLikeName, nameOf } from "@remit/documents";
import type { Person, PublicProfile } from "@remit/groups";
import { freeSlug, slugify } from "@remit/kernel";
import { earlierNameOf, personKeyOf } from "./keys.ts";
import { type KnownPerson, type Match, match } from "./match.ts";
import type { Finding } from "./report.ts";

/** The people of one document, each found once: known from before, or new. */
export interface People {
  /** Whom an entry of the document's lists names, or null where it names nobody. `first` is false for a person whom the lists named before. */
  list(name: string, position: string | null): { person: Person; first: boolean } | null;
  /** Whom a full name of the lists stands for, or null where two people share it. */
  named(name: string): Person | null;
  readonly created: readonly Person[];
  matched(): Person[];
  readonly findings: readonly Finding[];
}

/** Those known whom a document may mean, and the slugs that those who are new cannot have. */
export interface KnownPeople {
  readonly persons: readonly KnownPerson[];
  readonly slugs: readonly string[];
}

/** The slug that a person of a name would have, were it free. */
export const personSlugOf = (name: string): string =>
  slugify(nameOf(name).words.join(" ")) || "person";

/** What a person is known by, each once: their name, and every other that they have or had. */
export const keysOf = ({ name, otherNames }: Pick<Person, "name" | "otherNames">): string[] => [
  ...new Set([name, ...otherNames.map((other) => other.name)].map(personKeyOf)),
];

/** Begins with those known; `newId` names those who are new. */
export function peopleOf(known: KnownPeople, group: string, newId: () => string): People {
  const everybody = known.persons.flatMap((person) =>
    keysOf(person).map((key) => ({ ...person, key })),
  );
  const slugs = new Set(known.slugs);
  const created: Person[] = [];
  const matched = new Map<string, Person>();
  const findings: Finding[] = [];

  const listed = new Set<string>();
  const bearers = new Map<string, Set<Person>>();

  const bornAs = (name: string, position: string | null): Match | null => {
    const before = earlierNameOf(name, position);
    const key = before === null ? null : personKeyOf(before);
    const like = everybody.find((person) => person.key === key);
    // Whoever is known by both names is found by the one that is written.
    if (like === undefined || keysOf(like).includes(personKeyOf(name))) return null;
    return { kind: "doubtful", like, reason: "a name that they say they bore before" };
  };

  const identify = (name: string, position: string | null): Person => {
    const key = personKeyOf(name);
    const found =
      bornAs(name, position) ?? match({ name, key, position, group, listed }, everybody);
    if (found.kind === "same") {
      if (known.persons.some(({ id }) => id === found.person.id))
        matched.set(found.person.id, found.person);
      return found.person;
    }
    if (found.kind === "doubtful") {
      const message = `${name} may be ${found.like.name} (${found.reason}), and was kept apart.`;
      findings.push({ code: "PERSON_IN_DOUBT", message });
    }
    // Whoever may be somebody that the public is not told of is not told of either.
    const profile = found.kind === "doubtful" ? found.like.publicProfile : "named";
    const person = personOf(name, profile, newId(), slugs);
    everybody.push({ ...person, key, seen: [{ group, position }] });
    created.push(person);
    return person;
  };

  const list: People["list"] = (name, position) => {
    if (!looksLikeName(name)) return null;
    const person = identify(name, position);
    const first = !listed.has(person.id);
    listed.add(person.id);
    bearers.set(name, (bearers.get(name) ?? new Set()).add(person));
    return { person, first };
  };
  const named: People["named"] = (name) => {
    const [person = null, other] = bearers.get(name) ?? [];
    return other === undefined ? person : null;
  };
  return { list, named, created, matched: () => [...matched.values()], findings };
}

function personOf(
  name: string,
  publicProfile: PublicProfile,
  id: string,
  slugs: Set<string>,
): Person {
  const { titles, words, letters } = nameOf(name);
  const only = titles.length > 0 && words.length === 1;
  const family = words.length > 1 || only ? familyNameOf(words) : [];
  const slug = freeSlug(personSlugOf(name), slugs);
  slugs.add(slug);
  return {
    id,
    slug,
    name,
    givenName: words.slice(0, words.length - family.length).join(" ") || null,
    familyName: family.join(" ") || null,
    honorificPrefix: titles.join(" ") || null,
    honorificSuffix: letters.join(" ") || null,
    otherNames: [],
    publicProfile,
  };
}
