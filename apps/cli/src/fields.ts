import { Refusal } from "@remit/kernel";
import * as z from "zod";

/** A member of an input, as whoever types gives it. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  /** How it is typed: a text, one of some words, or JSON. */
  readonly type: string;
  readonly description: string;
  readonly isList: boolean;
  /** Whether it is typed as it is, and not as JSON. */
  readonly isText: boolean;
  /** Whether an empty text takes away what is there. */
  readonly isNullable: boolean;
  /** The types of what its id may point at. */
  readonly pointsAt: readonly string[];
}

interface Node {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly refTo?: readonly string[];
  readonly scalar?: string;
}

/** The members of an input, as its schema has them. */
export function fieldsOf(input: z.ZodObject): Field[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Zod writes JSON Schema; the interface is what is read of it
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Node & {
    readonly $defs?: Readonly<Record<string, Node>>;
  };
  const bare = (node: Node): Node =>
    node.$ref === undefined
      ? node
      : { ...schema.$defs?.[node.$ref.replace("#/$defs/", "")], ...node };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { node, isNullable } = withoutNull(bare(property), bare);
    const inner = node.items ? bare(node.items) : node;
    const isText =
      inner.type === "string" || inner.scalar !== undefined || inner.enum !== undefined;
    return {
      name,
      required: schema.required?.includes(name) ?? false,
      type: `${typeOf(inner, isText)}${node.items ? ", repeatable" : ""}${isNullable ? " or nothing" : ""}`,
      description: property.description ?? node.description ?? "",
      isList: node.items !== undefined,
      isText,
      isNullable,
      pointsAt: inner.refTo ?? [],
    };
  });
}

/** What a value is that may also be null. */
function withoutNull(node: Node, bare: (node: Node) => Node): { node: Node; isNullable: boolean } {
  const others = node.anyOf?.filter(({ type }) => type !== "null") ?? [];
  const [only] = others;
  if (only === undefined || others.length > 1 || others.length === node.anyOf?.length)
    return { node, isNullable: false };
  return { node: { ...bare(only), ...node }, isNullable: true };
}

function typeOf({ enum: words, refTo, properties, type }: Node, isText: boolean): string {
  if (words) return words.join("|");
  if (refTo) return refTo.join("|");
  if (properties)
    return `{${Object.keys(properties)
      .map((key) => `"${key}": …`)
      .join(", ")}}`;
  return isText ? "TEXT" : (type ?? "true").toUpperCase();
}

/** Reads `--field value` and `--field=value`; what is given several times is a list. Refuses with `FIELD_UNKNOWN` and `FIELD_BROKEN`. */
export function readFields(
  rest: readonly string[],
  fields: readonly Field[],
): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  const words = rest.flatMap((word) => /^(--[^=]+)=(.*)$/su.exec(word)?.slice(1) ?? [word]);
  for (let at = 0; at < words.length; at += 2) {
    const [flag = "", text] = [words[at], words[at + 1]];
    const field = fields.find(({ name }) => flag === `--${name}`);
    if (field === undefined || text === undefined) throw unknown(flag, text, fields);
    const value = valueOf(field, text);
    const before = given[field.name];
    given[field.name] = field.isList
      ? [...(Array.isArray(before) ? before : []), ...(Array.isArray(value) ? value : [value])]
      : value;
  }
  return given;
}

function unknown(flag: string, text: string | undefined, fields: readonly Field[]): Refusal {
  const known = fields.map(({ name }) => `--${name}`);
  const message =
    known.includes(flag) && text === undefined
      ? `${flag}: give its value.`
      : `${flag} is no field of this verb. There are: ${known.join(", ")}.`;
  return new Refusal("FIELD_UNKNOWN", message);
}

function valueOf({ name, isText, isNullable, type }: Field, text: string): unknown {
  if (isNullable && text === "") return null;
  if (isText) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("FIELD_BROKEN", `--${name}: write it as JSON, such as ${type}.`);
  }
}
