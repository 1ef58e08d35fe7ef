import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import {
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "./schema.ts";
import { openDesk } from "./testing/desk.ts";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  desk = await openDesk(database.db);
});
afterAll(async () => {
  desk.close();
  await database.close();
});

/** Texts that are no good, by the scalar that would take them. */
const bad: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "without end": { String: "x".repeat(10_001), Decimal: "1".repeat(10_001) },
  "with half a character": { String: "\uD800" },
};

/** Something of a field's type; of the ways to say one thing, the first. */
function something({ type }: GraphQLInputField): unknown {
  const named = getNamedType(type);
  const scalars: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    Date: "2026-03-10",
    Decimal: "1",
  };
  if (isInputObjectType(named)) return inList(type, filled(named));
  const [value] = isEnumType(named) ? named.getValues() : [];
  return inList(type, value?.name ?? scalars[named.name] ?? "x");
}

/** An input with what it has to have. */
const filled = (type: GraphQLInputObjectType): object => {
  const fields = Object.values(type.getFields());
  const said = type.isOneOf ? fields.slice(0, 1) : fields.filter(({ type }) => isNonNullType(type));
  return Object.fromEntries(said.map((field) => [field.name, something(field)]));
};

const inList = (type: GraphQLInputType, one: unknown) =>
  isListType(getNullableType(type)) ? [one] : one;

interface Place {
  readonly path: string;
  readonly input: object;
}

/** Every place of an input that takes a text, each in an input that has a bad one there. */
function placesOf(input: GraphQLInputObjectType, bad: Readonly<Record<string, string>>): Place[] {
  const around = input.isOneOf ? {} : filled(input);
  return Object.values(input.getFields()).flatMap(({ name, type }) => {
    const named = getNamedType(type);
    const index = isListType(getNullableType(type)) ? ".0" : "";
    const texts: { path: string; value: unknown }[] = isInputObjectType(named)
      ? placesOf(named, bad).map((place) => ({ path: `.${place.path}`, value: place.input }))
      : Object.entries(bad).flatMap(([scalar, value]) =>
          named.name === scalar ? [{ path: "", value }] : [],
        );
    return texts.map(({ path, value }) => ({
      path: `${name}${index}${path}`,
      input: { ...around, [name]: inList(type, value) },
    }));
  });
}

const inputs = Object.values(createSchema().getMutationType()?.getFields() ?? {}).flatMap(
  ({ name, args }) =>
    args
      .map(({ type }) => getNamedType(type))
      .filter(isInputObjectType)
      .map((type) => ({ verb: name, type })),
);
const cases = Object.entries(bad).flatMap(([what, texts]) =>
  inputs.flatMap(({ verb, type }) =>
    placesOf(type, texts).map((place) => ({ what, verb, ...place })),
  ),
);

test.each(cases)("$verb refuses a text $what as $path", async ({ verb, path, input }) => {
  const answer = await desk.act("anybody", verb, input);
  expect(answer).toMatchObject({ code: "INVALID_INPUT" });
  expect(answer["issues"]).toContainEqual({ path: path.split(".") });
});
