import type { Organisation } from "@remit/groups";
import { freeSlug, slugify } from "@remit/kernel";
import { keyOf } from "./keys.ts";

/** The organisations of one document: known by a name or another name, or new. */
export interface Bodies {
  /** The organisation that a text names, if it is known. */
  known(text: string): Organisation | null;
  /** The organisation that a text names, made where it is not known. */
  named(text: string): Organisation;
  readonly created: readonly Organisation[];
  matched(): Organisation[];
}

/** Those known whom a document may name, and the slugs that those which are new cannot have. */
export interface KnownBodies {
  readonly organisations: readonly Organisation[];
  readonly slugs: readonly string[];
}

/** The slug that an organisation of a name would have, were it free. */
export const bodySlugOf = (name: string): string => slugify(name) || "organisation";

/** What an organisation is found by. */
export const bodyKeysOf = (name: string): string[] => [keyOf([name])];

export function bodiesOf(
  { organisations, slugs: taken }: KnownBodies,
  newId: () => string,
): Bodies {
  const slugs = new Set(taken);
  const byKey = new Map(
    organisations.flatMap((body) =>
      [body.name, ...body.otherNames].map((name) => [keyOf([name]), body] as const),
    ),
  );
  const created: Organisation[] = [];
  const matched = new Set<Organisation>();
  const known = (text: string) => {
    const body = byKey.get(keyOf([text])) ?? null;
    if (body !== null && !created.includes(body)) matched.add(body);
    return body;
  };
  const named = (text: string) => {
    const body = known(text);
    if (body !== null) return body;
    const slug = freeSlug(bodySlugOf(text), slugs);
    slugs.add(slug);
    const made = { id: newId(), slug, name: text, otherNames: [] };
    byKey.set(keyOf([text]), made);
    created.push(made);
    return made;
  };
  return { known, named, created, matched: () => [...matched] };
}
