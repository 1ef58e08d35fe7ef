import {
  type Asking,
  type Builder,
  type Late,
  type Param,
  type TableRef,
  todayIn,
} from "@remit/graphql";
import { type Expression, sql, type SqlBool } from "kysely";
export type {} from "../store.ts";

type Types = Builder["$inferSchemaTypes"];
/** The day of which a question is, where it names one. */
export type On = Param<string> | null | undefined;
/** Whoever asks, as far as today depends on them. */
export type Viewer = Pick<Late<Asking>, "now">;

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

/** The day of which a question is, or the day that the group's calendar shows at the moment of the request. */
export const dayOrToday = (on: On, zone: Expression<string>, viewer: Viewer): Expression<string> =>
  on ? sql<string>`${on}::date` : todayIn(zone, viewer);

/** What the version of a noun's record is. */
export const versionOf = (noun: string) => ({
  description: `The version of the ${noun}'s record, which goes up by one with every change.`,
});

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
  }: {
    readonly first_day: Expression<string | null>;
    readonly last_day: Expression<string | null>;
  },
  day: Expression<unknown>,
) => sql<SqlBool>`(${first_day} <= ${day} and (${last_day} is null or ${last_day} >= ${day}))`;
