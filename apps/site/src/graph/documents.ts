import { initGraphQLTada } from "gql.tada";
import type { Introspection, Types } from "./schema.ts";

/** Writes an operation down with the types of what it is told and of what it answers. */
export const graphql = initGraphQLTada<{
  introspection: Introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; Decimal: string; PartialDate: string };
}>();

/** The values of an enum of the graph. */
export type Enum<Name extends keyof Types> = Types[Name] extends {
  enumValues: infer Value extends string;
}
  ? Value
  : never;
