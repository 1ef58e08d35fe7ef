import { type Keeping, keptIn, type Tx } from "@remit/database";
import { type Day, type Id, isFor } from "@remit/kernel";
import { sql } from "kysely";
import { TermsOfReference } from "../terms.ts";
import { type TermsFacts, termsNoun } from "../verb.ts";

/** Until the transaction ends nobody else drafts or agrees terms of the group. */
const lockTerms = (tx: Tx, group: Id) =>
  sql`select from groups.group where id = ${group} for no key update`.execute(tx);

/** The terms of reference of a group that are in force on a day: INV-G7 leaves no two. */
export async function termsOn(tx: Tx, group: Id, day: Day): Promise<TermsOfReference | null> {
  const { rows } = await sql<{ record: unknown }>`select record from groups.terms_of_reference
    where group_id = ${group} and effective_from <= ${day}::date
      and (effective_until is null or effective_until >= ${day}::date)`.execute(tx);
  return rows[0] === undefined ? null : TermsOfReference.parse(rows[0].record);
}

const kept = keptIn<TermsOfReference, TermsFacts>("groups.terms_of_reference", {
  noun: termsNoun,
  standing: ({ group, access, made }) => ({ group, access, since: made.on }),
  columns: (terms) => ({
    status: terms.status,
    number: terms.number,
    effective_from: "from" in terms ? terms.from : null,
    effective_until: "until" in terms ? terms.until : null,
  }),
  facts: {
    number: async ({ tx, group }) => {
      await lockTerms(tx, group);
      const { rows } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next
        from groups.terms_of_reference where group_id = ${group}`.execute(tx);
      return rows[0]?.next ?? 1;
    },
    inForce: async ({ tx, group }) => {
      await lockTerms(tx, group);
      const { rows } = await sql<{ record: unknown }>`select record from groups.terms_of_reference
        where group_id = ${group} and status = 'agreed' order by number for update`.execute(tx);
      const found = rows.map(({ record }) => TermsOfReference.parse(record));
      return found.filter((terms) => terms.status === "agreed");
    },
  },
});

/** What was never agreed is for whoever keeps the record of the group. */
const isDraft = ({ status }: TermsOfReference) => status === "draft" || status === "withdrawn";

/** How terms of reference are kept, for `perform` of `@remit/database`. */
export const termsKeeping: Keeping<TermsOfReference, TermsFacts> = {
  ...kept,
  sees: (caller, terms) => isFor(caller, { ...terms, draft: isDraft(terms) }),
  kept: (terms) => (isDraft(terms) ? { ...terms, draft: true } : terms),
};
