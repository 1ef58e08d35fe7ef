import { PartialDate, readInput } from "@remit/kernel";
import * as z from "zod";

const text = z.string();

/** A group with whoever is its member on a day, as the graph answers for them. */
export const RecordedGroup = z.object({
  id: text,
  slug: text,
  name: text,
  kind: z.object({ notation: text }).nullable(),
  members: z.array(
    z.object({
      id: text,
      role: text,
      position: text.nullable(),
      from: PartialDate.nullable(),
      to: PartialDate.nullable(),
      person: z.object({ id: text, slug: text, name: text }).nullable(),
      post: z.object({ id: text, title: text }).nullable(),
    }),
  ),
});
export type RecordedGroup = Readonly<z.infer<typeof RecordedGroup>>;

/** A group as Popolo has it: an organisation, persons, posts and memberships. Who may not be named is a membership without a person. */
export function popoloJson(given: RecordedGroup): string {
  const { id, slug, name, kind, members } = readInput(RecordedGroup, given);
  const persons = new Map(members.flatMap(({ person }) => (person ? [[person.id, person]] : [])));
  const posts = new Map(members.flatMap(({ post }) => (post ? [[post.id, post]] : [])));
  return `${JSON.stringify(
    {
      organizations: [
        {
          id,
          name,
          ...(kind === null ? {} : { classification: kind.notation }),
          identifiers: [{ scheme: "slug", identifier: slug }],
        },
      ],
      persons: [...persons.values()].map((person) => ({
        id: person.id,
        name: person.name,
        identifiers: [{ scheme: "slug", identifier: person.slug }],
      })),
      posts: [...posts.values()].map((post) => ({
        id: post.id,
        label: post.title,
        organization_id: id,
      })),
      memberships: members.map(({ id: membership, role, position, from, to, person, post }) => ({
        id: membership,
        organization_id: id,
        role: role.toLowerCase().replaceAll("_", "-"),
        ...(position === null ? {} : { label: position }),
        ...(person === null ? {} : { person_id: person.id }),
        ...(post === null ? {} : { post_id: post.id }),
        ...(from === null ? {} : { start_date: from }),
        ...(to === null ? {} : { end_date: to }),
      })),
    },
    null,
    2,
  )}\n`;
}
