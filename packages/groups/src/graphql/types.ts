import type { Builder, TableRef } from "@remit/graphql";
export type {} from "../store.ts";

type Types = Builder["$inferSchemaTypes"];

/** The nouns that verbs change. */
export interface GroupNouns {
  readonly Group: TableRef<Types, "groups.group">;
  readonly Membership: TableRef<Types, "groups.membership">;
  readonly Person: TableRef<Types, "groups.person">;
}

/** What a slug is to a noun. */
export const address = (noun: string): string => `The ${noun}'s name as it stands in an address.`;
