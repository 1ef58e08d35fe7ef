import { readFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

const schema = buildSchema(
  readFileSync(new URL("../../../apps/gateway/schema.graphql", import.meta.url), "utf8"),
);

/** A field on the way through the graph, as it is asked. */
interface Step {
  readonly field: string;
  readonly args: string;
  /** Whether it is a page, whose size may be chosen. */
  readonly page: boolean;
  readonly type: string;
}

/** Fields within each other, from the root on. */
export type Way = readonly Step[];

/** Arguments without which a field cannot be asked, by its name. */
export type Samples = Readonly<Record<string, string>>;

export const typeAt = (way: Way): string => way.at(-1)?.type ?? "Query";
export const nameOf = (way: Way): string => way.map(({ field }) => field).join(".");

/** Fields that lead on from the end of a way; those whose arguments nobody knows are told. */
export function stepsFrom(way: Way, samples: Samples, missing: (field: string) => void): Way[] {
  return fieldsOf(typeAt(way)).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return [];
    const args = field.args.some(isRequiredArgument) ? samples[field.name] : "";
    if (args === undefined) {
      missing(`${typeAt(way)}.${field.name}`);
      return [];
    }
    const page = field.args.some(({ name }) => name === "first");
    return membersOf(type).map((member) => {
      const node = page ? getNamedType(fieldOf(member, "nodes").type).name : member;
      return [...way, { field: field.name, args, page, type: node }];
    });
  });
}

/** Fields without arguments that the end of a way says of itself. */
export const leavesAt = (way: Way): string[] =>
  fieldsOf(typeAt(way))
    .filter(({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isRequiredArgument))
    .map(({ name }) => name);

/** The question that asks so many of each page on a way, and at its end for these fields; so many times under other names. */
export function written(
  way: Way,
  leaves: readonly string[],
  sizes: readonly number[],
  times: number,
): string {
  let size = sizes.length;
  const inner = way.reduceRight((selection, { field, args, page, type }) => {
    const all = [args, page ? `first: ${sizes[--size] ?? 1}` : ""].filter(Boolean).join(", ");
    const within = `... on ${type} { ${selection} }`;
    return `${field}${all && `(${all})`} { ${page ? `nodes { ${within} }` : within} }`;
  }, leaves.join(" "));
  return `{ ${Array.from({ length: times }, (_, index) => `a${index}: ${inner}`).join(" ")} }`;
}

const fieldsOf = (name: string): GraphQLField<unknown, unknown>[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

function fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
  const found = fieldsOf(type).find((field) => field.name === name);
  if (!found) throw new Error(`${type} has no ${name}.`);
  return found;
}

/** An interface leads to whatever implements it, which other fields lead to as well. */
const membersOf = (type: GraphQLNamedType): string[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
