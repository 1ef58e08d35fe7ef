import * as z from "zod";
import type { ScalarName } from "./scalars.ts";

/** What is read of the JSON Schema of a Zod schema; the last four are what our schemas add by `.meta`. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly id?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly maxProperties?: number;
  /** The scalar of the graph that writes it. */
  readonly scalar?: ScalarName;
  /** The types of things that an id may be of. */
  readonly refTo?: readonly string[];
  /** What each word of an enum means. */
  readonly words?: Readonly<Record<string, string>>;
  /** The name of a member in the graph, where it has another there. */
  readonly field?: string;
  /** Whether a member is kept and not shown. */
  readonly hidden?: boolean;
  /** For a union: the enum of the words that tell its members apart, and the member that holds the word. */
  readonly discriminator?: Discriminator;
}

export interface Discriminator {
  readonly property: string;
  readonly id: string;
  readonly description: string;
  readonly words: Readonly<Record<string, string>>;
}

/** A schema with the named ones that it refers to. */
export interface Described {
  readonly root: JsonSchema;
  readonly named: Readonly<Record<string, JsonSchema>>;
}

/** Reads a Zod schema as what goes in, or what comes out. */
export function describedBy(schema: z.ZodType, io: "input" | "output"): Described {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Zod writes JSON Schema; the interface is what is read of it
  const root = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema & {
    readonly $defs?: Readonly<Record<string, JsonSchema>>;
  };
  return { root, named: root.$defs ?? {} };
}

/** A schema without the null that it may be, and the name under which it is shared. */
export interface Bare {
  readonly node: JsonSchema;
  readonly id: string | undefined;
  readonly nullable: boolean;
  readonly description: string | undefined;
}

/** Follows references and takes away the null. A description beside a reference is that of its place. */
export function bare(node: JsonSchema, named: Described["named"]): Bare {
  // A simple type that may be null is written as a list of both.
  const types: unknown = node.type;
  if (Array.isArray(types)) {
    const type = String(types.find((each) => each !== "null"));
    return { ...bare({ ...node, type }, named), nullable: true };
  }
  const members = node.anyOf?.filter(({ type }) => type !== "null") ?? [];
  const [only] = members;
  if (node.anyOf && only && members.length === 1 && node.anyOf.length === 2) {
    const inner = bare(only, named);
    return { ...inner, nullable: true, description: node.description ?? inner.description };
  }
  const id = node.$ref?.replace("#/$defs/", "");
  const found = id === undefined ? node : named[id];
  if (found === undefined) throw new Error(`There is no schema ${id}.`);
  return { node: found, id, nullable: false, description: node.description ?? found.description };
}
