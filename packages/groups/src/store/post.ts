import { type Keeping, keptIn, lockAlone, type Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import { OrganisationPlace } from "../organisation-place.ts";
import { Post, PostHolding } from "../post.ts";
import {
  type HoldingFacts,
  holdingNoun,
  type PlaceFacts,
  placeNoun,
  type PostFacts,
  postNoun,
} from "../post-verb.ts";

// Who is to hold a post from a day to come is put right before that day.
const standing = ({ group, access }: { readonly group: Id; readonly access: Post["access"] }) => ({
  group,
  access,
  since: null,
});

/** A post that nobody else changes before the transaction ends, nor who holds it. */
async function lockPost(tx: Tx, id: Id): Promise<Post> {
  const { rows } = await sql<{ record: unknown }>`select record from groups.post
    where id = ${id} for no key update`.execute(tx);
  return Post.parse(rows[0]?.record);
}

async function holdingsOf(tx: Tx, post: Id): Promise<PostHolding[]> {
  await lockPost(tx, post);
  const { rows } = await sql<{ record: unknown }>`select record from groups.post_holding
    where post_id = ${post} order by id`.execute(tx);
  return rows.map(({ record }) => PostHolding.parse(record));
}

/** How posts are kept, for `perform` of `@remit/database`. */
export const postKeeping: Keeping<Post, PostFacts> = keptIn<Post, PostFacts>("groups.post", {
  noun: postNoun,
  standing,
  columns: ({ organisation }) => ({ organisation_id: organisation }),
  facts: { holdings: ({ tx, thing }) => holdingsOf(tx, thing?.id ?? "") },
});

/** The post of which somebody comes to hold something, or that they hold. */
const postIn = ({
  thing,
  told,
}: {
  readonly thing: PostHolding | null;
  readonly told: Readonly<Record<string, unknown>>;
}): Id => thing?.post ?? Post.pick({ id: true }).parse(told["post"]).id;

/** How it is kept who holds posts, for `perform` of `@remit/database`. */
export const holdingKeeping: Keeping<PostHolding, HoldingFacts> = keptIn<PostHolding, HoldingFacts>(
  "groups.post_holding",
  {
    noun: holdingNoun,
    standing,
    columns: ({ post, person, acting, from, to }) => ({
      post_id: post,
      person_id: person,
      acting,
      from_date: from,
      to_date: to,
    }),
    facts: {
      post: (asked) => lockPost(asked.tx, postIn(asked)),
      holdings: (asked) => holdingsOf(asked.tx, postIn(asked)),
    },
  },
);

/** How it is kept what organisations are parts of, for `perform` of `@remit/database`. */
export const placeKeeping: Keeping<OrganisationPlace, PlaceFacts> = keptIn<
  OrganisationPlace,
  PlaceFacts
>("groups.organisation_place", {
  noun: placeNoun,
  standing,
  columns: ({ organisation, parent, from, to }) => ({
    organisation_id: organisation,
    parent_id: parent,
    from_date: from,
    to_date: to,
  }),
  facts: {
    places: async ({ tx }) => {
      // Nobody else makes a circle meanwhile.
      await lockAlone(tx, "remit places of organisations");
      const { rows } = await sql<{ record: unknown }>`select record
        from groups.organisation_place order by id`.execute(tx);
      return rows.map(({ record }) => OrganisationPlace.parse(record));
    },
  },
});
