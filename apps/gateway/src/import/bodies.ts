import type { Organisation } from "@remit/groups";
import { slugify } from "@remit/kernel";
import { keyOf } from "./match.ts";
import { freeSlug } from "./people.ts";

/** The organisations of one document: known by a name or another name, or new. */
export interface Bodies {
  /** The organisation that a text names, if it is known. */
  known(text: string): Organisation | null;
  /** The organisation that a text names, made where it is not known. */
  named(text: string): Organisation;
  readonly created: readonly Organisation[];
  matched(): Organisation[];
}

export function bodiesOf(organisations: readonly Organisation[], newId: () => string): Bodies {
  const slugs = new Set(organisations.map(({ slug }) => slug));
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
    const slug = freeSlug(slugify(text) || "organisation", slugs);
    const made = { id: newId(), slug, name: text, otherNames: [] };
    byKey.set(keyOf([text]), made);
    created.push(made);
    return made;
  };
  return { known, named, created, matched: () => [...matched] };
}
