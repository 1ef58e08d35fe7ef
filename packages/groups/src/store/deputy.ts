import { type Keeping, keptIn, type Tx } from "@remit/database";
import { type RawBuilder, sql } from "kysely";
import { DeputyNomination, namedFor, Naming, type Standing } from "../deputy.ts";
import { type DeputyFacts, deputyNoun } from "../deputy-verb.ts";
import { termsOn } from "./terms.ts";

/** Who has something, and between which days, of rows of `person_id`, `first_day` and `last_day`. */
async function standingsIn(tx: Tx, rows: RawBuilder<unknown>): Promise<Standing[]> {
  const found = await sql<Standing>`select person_id as person,
    nullif(first_day, '-infinity')::text as "from", last_day::text as "to" from ${rows}`.execute(
    tx,
  );
  return found.rows;
}

/** How nominations are kept, for `perform` of `@remit/database`. */
export const deputyKeeping: Keeping<DeputyNomination, DeputyFacts> = keptIn<
  DeputyNomination,
  DeputyFacts
>("groups.deputy_nomination", {
  noun: deputyNoun,
  // It may have been made long before somebody said so.
  standing: ({ group, access }) => ({ group, access, since: null }),
  columns: ({ membership, person, post, meeting, ...nomination }) => ({
    membership_id: membership,
    person_id: person,
    post_id: post,
    meeting_id: meeting?.id ?? null,
    status: nomination.status,
    scope: nomination.scope,
    powers: nomination.powers,
    from_date: nomination.from,
    to_date: nomination.to,
  }),
  facts: {
    members: ({ tx, told }) =>
      standingsIn(tx, sql`groups.member where id = ${Naming.parse(told).membership.id}`),
    holders: async ({ tx, told }) => {
      const { post } = Naming.parse(told);
      return post === undefined
        ? []
        : standingsIn(tx, sql`groups.post_holding where post_id = ${post.id}`);
    },
    deputiesAllowed: async ({ tx, group, told }) =>
      (await termsOn(tx, group, namedFor(Naming.parse(told), told.on)))?.deputiesAllowed ?? null,
  },
});
