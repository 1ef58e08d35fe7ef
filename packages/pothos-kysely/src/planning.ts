import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { Expression, RawBuilder } from "kysely";
import type { Meter } from "./cost.ts";
import type { Scope, TableScope } from "./row.ts";
import type { Param } from "./param.ts";
import type { Selection } from "./selection.ts";
import type { Settings } from "./settings.ts";

/** What the parts of a plan ask of the planner. */
export interface Planning {
  readonly schema: GraphQLSchema;
  readonly settings: Settings;
  readonly mode: "text" | "rows";
  /** The viewer as a plan sees it: flags as they are, everything else a parameter. */
  readonly viewer: unknown;
  readonly meter: Meter;
  /** The name in the statement of a field that stands in the answer under `key`. */
  nameOf(key: string, nodes: readonly FieldNode[]): string;
  /** A new alias for an occurrence of a table. */
  alias(): string;
  args(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Record<string, unknown>;
  /** What `nodes` select on a type. */
  selection(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection;
  /** A row of a table as a JSON object, with what `nodes` select; `rest` is what follows the select list. */
  tableObject(
    scope: TableScope,
    nodes: readonly FieldNode[],
    rest?: RawBuilder<unknown>,
    options?: { readonly typed?: boolean },
  ): Expression<unknown>;
  /** An object made of another row's columns, with what `nodes` select of the field's type. */
  embeddedObject(
    scope: Scope,
    field: Field,
    nodes: readonly FieldNode[],
    rest?: RawBuilder<unknown>,
  ): Expression<unknown>;
  /** Notes that PostgreSQL cannot write the answer itself. */
  stepBack(reason: string): void;
  /** Notes a cursor from the request, which is read before the statement runs, whether it holds it or not. */
  usesCursor(cursor: Param<unknown>): void;
}

export type Field = GraphQLField<unknown, unknown>;
export type { FieldNode };
