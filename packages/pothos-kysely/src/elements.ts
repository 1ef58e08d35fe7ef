import { sql } from "kysely";
import { jsonList } from "./json.ts";
import type { ElementsModel } from "./model.ts";
import type { Field, Planning } from "./planning.ts";
import type { Use } from "./relation.ts";
import { shortList } from "./resolved.ts";
import { columnsOf, where } from "./row.ts";
import { callback, condition, embeddedScope } from "./wall.ts";

/** The elements of a list that is JSON: it stands in a row that was asked for its rule already. */
export function elements(
  planning: Planning,
  { list, row, where: wanted, size }: ElementsModel,
  field: Field,
  { parent, args, nodes }: Use,
) {
  const alias = planning.alias();
  const value = callback(planning, list, parent, args, field.name);
  const element = { row: columnsOf(alias) };
  const kept = condition(
    planning,
    wanted,
    element,
    { parent, args },
    `A condition of ${field.name}`,
  );
  const scope = embeddedScope(
    planning,
    (...given) => row(...given, parent.row),
    element,
    args,
    field.name,
  );
  const rest = sql` from jsonb_array_elements(nullif(${value}, 'null'::jsonb)) with ordinality as ${sql.id(alias)}(element, place)${where([kept])} order by ${sql.id(alias, "place")}`;
  const rows = size ?? shortList;
  return planning.meter.each(rows, () =>
    jsonList(sql`${planning.embeddedObject(scope, field, nodes, rest)}`),
  );
}
