import * as z from "zod";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly refTo?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Global ids to point at, by the type of the thing. */
type Things = Readonly<Record<string, string | undefined>>;

const nothing = "01990000-0000-7000-8000-000000000001";

/** An input that its schema takes: whatever it requires, and what else is needed. What has no thing to point at points at nothing. */
export function inputFor(
  told: z.ZodObject,
  needs: readonly string[],
  things: Things,
): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON Schema as Zod writes it
  const schema = z.toJSONSchema(told, { io: "input", unrepresentable: "any" }) as Schema;
  const { properties = {}, required = [], $defs = {} } = schema;
  const names = new Set([...required, ...needs].filter((name) => name !== "id"));
  return Object.fromEntries(
    [...names].map((name) => [name, valueOf(properties[name] ?? {}, $defs, things)]),
  );
}

function valueOf(schema: Schema, defs: NonNullable<Schema["$defs"]>, things: Things): unknown {
  const within = (inner: Schema) => valueOf(inner, defs, things);
  const { $ref, anyOf, oneOf = anyOf, refTo, properties = {}, required = [] } = schema;
  if ($ref !== undefined) return within(defs[$ref.replace("#/$defs/", "")] ?? {});
  if (schema.enum !== undefined) return schema.enum[0];
  if (oneOf?.[0] !== undefined) return within(oneOf[0]);
  if (refTo !== undefined) return things[refTo[0] ?? ""] ?? `${refTo[0]}:${nothing}`;
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.type === "array")
    return (schema.minItems ?? 0) > 0 ? [within(schema.items ?? {})] : [];
  if (schema.type === "object") {
    const first = (schema.minProperties ?? 0) > 0 ? Object.keys(properties).slice(0, 1) : [];
    const names = required.length > 0 ? required : first;
    return Object.fromEntries(names.map((name) => [name, within(properties[name] ?? {})]));
  }
  if (schema.format === "date") return "2098-06-01";
  return textFor(schema.pattern);
}

/** A text that a pattern takes, as far as inputs have patterns. */
function textFor(pattern: string | undefined): string {
  const texts = ["Another kerb", "another-kerb", "9", "2098-06-01T10:00", "2098-06", "10:00"];
  return texts.find((text) => pattern === undefined || new RegExp(pattern, "u").test(text)) ?? "x";
}
