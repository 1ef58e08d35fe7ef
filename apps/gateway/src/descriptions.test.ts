import {
  getNamedType,
  type GraphQLNamedType,
  GraphQLString,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, test } from "vitest";
import { gateway } from "./gateway.ts";

interface Described {
  /** The type that it is, or that it stands in. */
  readonly type: string;
  readonly at: string;
  readonly text: string;
  /** Whether it is a field or an argument that is a String. */
  readonly isText: boolean;
}

interface Named {
  readonly name: string;
  readonly description: string | null | undefined;
  readonly type?: GraphQLType;
}

function describedIn(type: GraphQLNamedType): Described[] {
  const of = (at: string, { description, type: given }: Omit<Named, "name">) => ({
    type: type.name,
    at,
    text: description ?? "",
    isText: getNamedType(given) === GraphQLString,
  });
  const within = (each: Named) => of(`${type.name}.${each.name}`, each);
  const self = of(type.name, { description: type.description });
  if (isEnumType(type)) return [self, ...type.getValues().map(within)];
  if (isInputObjectType(type)) return [self, ...Object.values(type.getFields()).map(within)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    within(field),
    ...field.args.map((arg) => of(`${type.name}.${field.name}(${arg.name})`, arg)),
  ]);
  return [self, ...fields];
}

const told = Object.values(gateway.schema().getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .flatMap(describedIn);

const words = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
/** "It was done." and "How it ended.": in a hover there is nothing that the pronoun could mean. "Those who attend" is a noun. */
const pronounFirst =
  /^(?:(?:how(?: far| many| much| often| exactly| sure)?|what|when|where|which|who|whom|whose|why|whether|that|for|by|in)\s+)*(?:it|its|they|them|their|he|his|she|her|this|these|those(?!\s+who))(?=[\s,.;:])/iu;
/** "such as agreed, approved or noted", "is one of: any, all": an enum in words. */
const closedSet =
  /(?:\bsuch as|\bone of|\beither|:)\s+[a-z][a-z-]*(?:, [a-z][a-z-]*)*(?:,? (?:or|and) |, )[a-z][a-z-]*\.?$/u;

const faultOf = ({ text, isText }: Pick<Described, "text" | "isText">): string | null => {
  if (words(text) < 4) return "says too little alone";
  if (pronounFirst.test(text)) return "begins with a pronoun";
  return isText && closedSet.test(text) ? "lists what an enum would hold" : null;
};

test("every description stands alone: four words or more, a noun first, no enum in a text", () => {
  expect(told.length).toBeGreaterThan(500);
  const faulty = told.flatMap((each) => {
    const fault = faultOf(each);
    return fault === null ? [] : [{ ...each, fault }];
  });
  expect(faulty.map(({ at, fault, text }) => `${at} ${fault}: ${text}`)).toEqual([]);
});

test.each([
  ["Which ones.", false, "says too little alone"],
  ["What completeAction is told.", false, null],
  ["How far it has come.", false, "begins with a pronoun"],
  ["It was held that day.", false, "begins with a pronoun"],
  ["In whose place they came.", false, null],
  ["For their part of the work.", false, "begins with a pronoun"],
  ["Those who were at the meeting.", false, null],
  ["Such as agreed, approved or noted.", false, null],
  ["The kind, such as agreed, approved or noted.", true, "lists what an enum would hold"],
  ["Whose word counts: any, all, by-group.", true, "lists what an enum would hold"],
  ["The time zone of the start, such as Europe/London.", true, null],
])("%s", (text, isText, fault) => {
  expect(faultOf({ text, isText })).toBe(fault);
});
