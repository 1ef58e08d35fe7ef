import { type Builder, leafType, nameless } from "@remit/graphql";
import { sql } from "kysely";
import type { OwnFields } from "../own.ts";
import { type defineActionTypes, shownRecord } from "./action.ts";

/** Adds the fields of a directorate's own to actions, as they are and as they were. */
export function defineOwnFields(
  builder: Builder,
  { Action }: ReturnType<typeof defineActionTypes>,
  fields: OwnFields,
): void {
  for (const [name, schema] of Object.entries(fields)) {
    const { type, cast, description } = leafType(builder, schema, `Action.${name}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a name or an enum of this very builder
    const leaf = type as "String";
    builder.objectField(Action, name, (t) =>
      t.expression(
        leaf,
        (row, args, eb, viewer) =>
          sql<string>`(${shownRecord(row, args, eb, viewer)} -> 'own' ->> ${sql.lit(name)})${sql.raw(cast)}`,
        { nullable: true, description, extensions: nameless("made") },
      ),
    );
  }
}
