import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

/** A place in an input that takes a text, a number or a word: the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: GraphQLLeafType;
}

/** Every place in an input of this type. An input within itself is followed once. */
export function leavesOf(
  type: GraphQLInputType,
  path: readonly string[] = [],
  within: readonly string[] = [],
): Leaf[] {
  const named = getNamedType(type);
  if (isLeafType(named)) return [{ path, type: named }];
  if (!isInputObjectType(named) || within.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesOf(field.type, [...path, field.name], [...within, named.name]),
  );
}

/** What is right in each place, by its name. */
export type Samples = Readonly<Record<string, unknown>>;

/** What a caller who means well sends to a place. */
export function sampleOf(type: GraphQLLeafType, name: string, samples: Samples): unknown {
  const sample = samples[name];
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => value.name);
    return values.find((value) => value === sample) ?? values[0];
  }
  // A place that takes a number may have the name of one that takes words: a statement, by its number.
  if (type.name === "Int" && typeof sample === "string") return 1;
  if (sample !== undefined) return sample;
  if (type.name === "Boolean") return true;
  if (type.name === "Int") return 1;
  throw new Error(`Say what is right for ${name}, a ${type.name}.`);
}

/** Names of lists that need two members. */
const pairs = ["parts"];

/** An input of what it cannot do without and of what leads to a place, with a value in that place. */
export function filled(
  type: GraphQLInputType,
  name: string,
  samples: Samples,
  at: { readonly path: readonly string[]; readonly value: unknown } | null,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const one = filled(bare.ofType, name, samples, at);
    return pairs.includes(name) ? [one, filled(bare.ofType, name, samples, null)] : [one];
  }
  if (!isInputObjectType(bare)) return at === null ? sampleOf(bare, name, samples) : at.value;
  const [next, ...path] = at?.path ?? [];
  const fields = Object.values(bare.getFields());
  const leads = at === null && bare.isOneOf ? fields[0]?.name : next;
  return Object.fromEntries(
    fields
      .filter((field) => field.name === leads || isRequiredInputField(field))
      .map((field) => {
        const within = at !== null && field.name === next ? { path, value: at.value } : null;
        return [field.name, filled(field.type, field.name, samples, within)];
      }),
  );
}

/** Everything that a type says without being asked for more, so many levels down; of other nodes it goes less far. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth = 5): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (isAbstractType(named)) {
    const members = isInterfaceType(named) ? [] : schema.getPossibleTypes(named);
    const spread = members.map((member) => {
      const selection = selectionOf(schema, member, depth);
      // What is a number in one of them and words in another needs two names.
      const apart = selection.replace(/(?<=[ {])of /u, `of${member.name}: of `);
      return `... on ${member.name} ${apart}`;
    });
    return `{ __typename ${spread.join(" ")} }`;
  }
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some(isRequiredArgument) || isPage(inner)) return [];
    const left = isNode(inner) ? depth - 3 : depth - 1;
    return isLeafType(inner) || left > 0
      ? [`${field.name} ${selectionOf(schema, inner, left)}`]
      : [];
  });
  return `{ __typename ${fields.join(" ")} }`;
}

const isNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");
/** Whether a type is a page of a list. */
export const isPage = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "pageInfo" in type.getFields();

/** Writes a selection where a type is met, from the root of a query. */
export type Around = (selection: string) => string;

/** How a query comes to each type without having to know anything, the shortest way; `first`: over so many of each page. */
export function waysTo(schema: GraphQLSchema, first = 1): ReadonlyMap<string, Around> {
  const ways = new Map<string, Around>([["Query", (selection) => selection]]);
  for (const [name, around] of ways) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.some(isRequiredArgument)) continue;
      const page = field.args.some((arg) => arg.name === "first") ? `(first: ${first})` : "";
      const inner = getNamedType(field.type);
      const members = isAbstractType(inner) ? schema.getPossibleTypes(inner) : [inner];
      for (const member of members) {
        if (ways.has(member.name) || isLeafType(member)) continue;
        ways.set(member.name, (selection) =>
          around(`${field.name}${page} { ... on ${member.name} { ${selection} } }`),
        );
      }
    }
  }
  return ways;
}
