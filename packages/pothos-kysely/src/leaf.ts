import {
  getNullableType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";
import { type Expression, sql } from "kysely";
import { guarded, hole, jsonList, toJson } from "./json.ts";

export type ScalarWriter = (value: Expression<unknown>) => Expression<unknown>;

/** How leaves are written: by their scalar's name, and for whom. */
export interface LeafSettings {
  readonly scalars: Readonly<Record<string, ScalarWriter>>;
  /** `text`: PostgreSQL's JSON is the answer. `rows`: resolvers finish it, so enums keep their values. */
  readonly mode: "text" | "rows";
}

export interface Leaf {
  readonly value: Expression<unknown>;
  /** PostgreSQL writes exactly what ordinary execution would. */
  readonly exact: boolean;
}

const casts: Readonly<Record<string, string>> = {
  ID: "text",
  String: "text",
  Int: "int4",
  Boolean: "bool",
};

/** A column or an expression as JSON of the field's type. */
export function leaf(type: GraphQLOutputType, value: Expression<unknown>, s: LeafSettings): Leaf {
  const bare = getNullableType(type);
  if (isListType(bare)) return list(bare.ofType, value, s);
  if (!isLeafType(bare)) return { value, exact: false };
  const cast = casts[bare.name];
  if (cast !== undefined) return exactly(sql`(${value})::${sql.raw(cast)}`);
  if (bare.name === "Float") {
    return exactly(s.mode === "text" ? float(value) : sql`(${value})::float8`);
  }
  if (isEnumType(bare)) return s.mode === "text" ? enumLeaf(bare, value) : exactly(value);
  const write = isScalarType(bare) ? s.scalars[bare.name] : undefined;
  return write ? exactly(write(value)) : { value, exact: false };
}

const exactly = (value: Expression<unknown>): Leaf => ({ value, exact: true });

/**
 * JavaScript and PostgreSQL write float8 alike between 1e-4 and 1e15; outside, a hole sends the
 * operation to ordinary execution.
 */
const float = (value: Expression<unknown>) =>
  sql`(select case when f = 0 then '0'::json when abs(f) >= 1e-4 and abs(f) < 1e15 then to_json(f) when f is not null then ${hole} end from (values ((${value})::float8)) as f$(f))`;

/** Enum values under their GraphQL names; a value that the enum does not know is a hole. */
function enumLeaf(type: GraphQLEnumType, value: Expression<unknown>): Leaf {
  const values = type.getValues();
  if (!values.every((each) => typeof each.value === "string")) return { value, exact: false };
  const names = values.map(
    (each) =>
      sql`when ${sql.lit(String(each.value))} then ${sql.lit(JSON.stringify(each.name))}::json`,
  );
  return exactly(
    sql`case (${value})::text ${sql.join(names, sql` `)} else case when ${value} is not null then ${hole} end end`,
  );
}

/** A PostgreSQL array: cast as a whole where its items are, else written item by item. */
function list(itemType: GraphQLOutputType, value: Expression<unknown>, s: LeafSettings): Leaf {
  const bare = getNullableType(itemType);
  const strict = isNonNullType(itemType) && s.mode === "text";
  const cast = isLeafType(bare) ? casts[bare.name] : undefined;
  if (cast !== undefined) {
    const items = sql`(${value})::${sql.raw(cast)}[]`;
    if (!strict) return exactly(items);
    return exactly(
      sql`case when array_position(${items}, null) is null then to_json(${items}) else ${hole} end`,
    );
  }
  const item = leaf(itemType, sql.ref("u$.item"), s);
  if (!item.exact) return { value, exact: false };
  const written = strict ? guarded(toJson(item.value)) : item.value;
  return exactly(
    sql`case when ${value} is not null then ${jsonList(sql`(select ${written} from unnest(${value}) with ordinality as u$(item, n) order by n)`)} end`,
  );
}
