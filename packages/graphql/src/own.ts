import type { InputFieldMap, InputObjectRef } from "@pothos/core";
import type { OwnFields } from "@remit/kernel";
import type { Columns, Late, RowOf, TableName, TableRef } from "@remit/pothos-kysely";
import { type Expression, sql, type SqlBool } from "kysely";
import type { Builder } from "./builder.ts";
import type { Asking } from "./context.ts";
import { leafType } from "./record-type.ts";

type Types = Builder["$inferSchemaTypes"];

/** Adds the fields of a directorate's own to a type: `own` is where its row keeps them, as the viewer may read it. */
export function defineOwnFields<Table extends TableName<Types>>(
  builder: Builder,
  ref: TableRef<Types, Table>,
  fields: OwnFields,
  own: (
    row: Columns<RowOf<Types, Table>>,
    args: object,
    eb: unknown,
    viewer: Late<Asking>,
  ) => Expression<unknown>,
): void {
  for (const [name, schema] of Object.entries(fields)) {
    const { type, cast, description } = leafType(builder, schema, `${ref.name}.${name}`);
    builder.objectField(ref, name, (t) =>
      t.expression(
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or an enum of this very builder
        type as "String",
        (row, args, eb, viewer) =>
          sql<string>`(${own(row, args, eb, viewer)} ->> ${sql.lit(name)})${sql.raw(cast)}`,
        { nullable: true, description },
      ),
    );
  }
}

/** The filters of a list by the fields of a directorate's own. */
export interface OwnFilter {
  /** The input of a list that has no other filter; null where there is no field by which it can be filtered. */
  readonly input: (name: string) => InputObjectRef<Types, object> | null;
  /** The members that the filters add to the input of a list. */
  readonly members: (t: Inputs) => InputFieldMap;
  /** What has to hold of a thing: `own` is where its row keeps those fields. */
  readonly holds: (own: Expression<unknown>, filter: object | null | undefined) => Wanted[];
}
type Inputs = PothosSchemaTypes.InputFieldBuilder<Types, "InputObject">;
type Wanted = Expression<SqlBool>;

/** Filters by the fields of a directorate's own; `nouns` are the things of a list. A text may name somebody, and is no filter. */
export function ownFilter(builder: Builder, nouns: string, fields: OwnFields): OwnFilter {
  const members = Object.entries(fields)
    .map(([name, schema]) => ({ name, ...leafType(builder, schema, `${nouns}.${name}`) }))
    .filter(({ type }) => type !== "String");
  const inputs = (t: Inputs) =>
    Object.fromEntries(
      members.map(({ name, type, description }) => [
        name,
        t.field({
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or an enum of this very builder
          type: type as "String",
          description: `Only ${nouns} of which this holds: ${description}`,
        }),
      ]),
    );
  return {
    input: (name) =>
      members.length === 0
        ? null
        : builder.inputType(name, {
            description: `The ${nouns} that a list is to hold; what is left out leaves none out.`,
            fields: inputs,
          }),
    members: inputs,
    holds: (own, filter) =>
      members.flatMap(({ name, cast }) => {
        const value: unknown = filter && Reflect.get(filter, name);
        if (value == null) return [];
        const wanted = typeof value === "boolean" ? sql.lit(value) : value;
        return [sql<boolean>`(${own} ->> ${sql.lit(name)})${sql.raw(cast)} = ${wanted}`];
      }),
  };
}
