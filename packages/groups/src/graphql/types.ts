import type { Builder, TableRef } from "@remit/graphql";
import { type Expression, sql, type SqlBool } from "kysely";
export type {} from "../store.ts";

type Types = Builder["$inferSchemaTypes"];

/** The nouns that verbs change, and those that they speak of. */
export interface GroupNouns {
  readonly Group: TableRef<Types, "groups.group">;
  readonly Membership: TableRef<Types, "groups.membership">;
  readonly Organisation: TableRef<Types, "groups.organisation">;
  readonly Person: TableRef<Types, "groups.person">;
}

/** What a slug is to a noun. */
export const address = (noun: string): string => `The ${noun}'s name as it stands in an address.`;

/** The day of which a question is. */
export const dayArg = {
  type: "Date",
  description: "The day of which to tell; today by the group's calendar if left out.",
} as const;

/** What the version of a noun's record is. */
export const versionOf = (noun: string) => ({
  description: `The version of the ${noun}'s record, which goes up by one with every change.`,
});

/** The changes of a noun, as its history lists them. */
export const changesOf = (type: string, noun: string) =>
  ({
    on: { subject_id: "id" },
    where: ({ subject_type }: { readonly subject_type: Expression<string> }) =>
      sql<boolean>`${subject_type} = ${sql.lit(type)}`,
    order: ["version"],
    description: `Every change that was made to the ${noun}'s record, the first one first.`,
  }) as const;

/** A date between which and another something goes on, as a sentence says what happens then. */
export const dateOn = (happens: string) =>
  ({
    type: "PartialDate",
    nullable: true,
    description: `When ${happens}; null where nobody says.`,
  }) as const;

/** Whether something goes on at a day. */
export const goesOn = (
  {
    first_day,
    last_day,
  }: { readonly first_day: Expression<string>; readonly last_day: Expression<string | null> },
  day: Expression<unknown>,
) => sql<SqlBool>`(${first_day} <= ${day} and (${last_day} is null or ${last_day} >= ${day}))`;
