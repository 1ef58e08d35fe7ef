import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { anybody, type Caller, viewerOf } from "@remit/graphql";
import { GroupRole } from "@remit/kernel";
import {
  getNamedType,
  graphql,
  type GraphQLEnumType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { fillWithEveryValue } from "./testing/every-value.ts";
import { textsByField, walk } from "./testing/names.ts";

const schema = gateway.schema();

/** Values that no import and no verb writes, and why they are served all the same. */
const unwritten: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["DIRECTION_NOT_STATED", "TIME_NOT_STATED", "TOO_FEW_FIGURES", "NOT_POSITIVE"].map((code) => [
      `NotComputableReason.${code}`,
      "The refusal of computeAssessment says it; what a target serves needs neither.",
    ]),
  ),
  "AgentKind.POST": "Callers of the library give posts; no post is in the record to be pointed at.",
};

let database: TestDatabase;
let found: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  await fillWithEveryValue(database.db);
  found = await valuesIn(database.db);
}, 600_000);
afterAll(() => database.close());

/** The values of each enum that the graph answers to an official with a role of each sort. */
async function valuesIn(db: TestDatabase["db"]): Promise<Map<string, Set<string>>> {
  const groups = await db.selectFrom("groups.group").select(["id", "slug"]).execute();
  const group = groups.find(({ slug }) => slug.startsWith("harbourside"));
  const caller: Caller = {
    ...anybody,
    official: true,
    administrator: true,
    roles: groups.flatMap(({ id }) => GroupRole.options.map((role) => ({ group: id, role }))),
  };
  const given = { group: group?.slug ?? "", text: "kerb", at: "2999-01-01T00:00:00Z" };
  const texts = new Map<string, string[]>();
  const asked = [
    ...walk(schema, given, { first: 60, asks: isEnumType }),
    ...walk(schema, given, { first: 20, levels: 2, asks: isEnumType }),
    // The shortest way to a nomination is by the one meeting for which it is.
    `{ groups { nodes { members(first: 60) { nodes { deputyNominations(first: 9) { nodes {
      __typename status scope powers } } } } } } }`,
    // The shortest way to a target leads to those without a baseline alone.
    `{ missions { nodes { commitments { targets { progress { way {
      ... on NotComputable { __typename reason } } } } } } } }`,
    `{ meetings(first: 60) { nodes { findings { __typename code } } } }`,
    // A list begins with the facts of one document.
    ...["WAITING", "CONFIRMED", "CORRECTED", "REJECTED"].map(
      (status) => `{ facts(filter: {status: ${status}}) { nodes { __typename status } } }`,
    ),
    `{ facts(first: 100) { nodes { __typename status kind } } }`,
    ...["PAPER", "DECISION", "ACTION", "SPEAKER"].map(
      (kind) => `{ facts(filter: {kind: ${kind}}) { nodes { __typename kind } } }`,
    ),
    // Findings lie deeper than the walk goes.
    `{ missions { nodes { reports { statements { judged { __typename verdict }
      findings { __typename kind } } } } } }`,
  ];
  for (const source of asked) {
    const viewer = viewerOf(caller);
    const contextValue = { ...surroundings, db, viewer, caller, requestId: "walk", key: null };
    const answer = await graphql({ schema, source, contextValue });
    if (answer.errors) throw new Error(`${String(answer.errors[0])} in ${source}`);
    textsByField(answer.data, texts);
  }
  const values = new Map<string, Set<string>>();
  for (const [place, words] of texts) {
    const [type = "", field = ""] = place.split(".");
    const of = schema.getType(type);
    const leaf = isObjectType(of) ? of.getFields()[field] : undefined;
    if (leaf === undefined) continue;
    const { name } = getNamedType(leaf.type);
    values.set(name, new Set([...(values.get(name) ?? []), ...words]));
  }
  return values;
}

/** Enums that answers about the record hold. What is only asked by, such as an order, is written by nobody, nor is why a verb was refused. */
function answered(): GraphQLEnumType[] {
  const types = Object.values(schema.getTypeMap());
  const fields = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => type.getInterfaces().every(({ name }) => name !== "Refusal"))
    .flatMap((type) => Object.values(type.getFields()));
  const leaves = new Set(fields.map(({ type }) => getNamedType(type)));
  return types.filter(isEnumType).filter((type) => leaves.has(type) && !type.name.startsWith("__"));
}

test.each(answered().map((type) => ({ name: type.name, type })))(
  "an import or a verb writes every value of $name",
  ({ name, type }) => {
    const served = type.getValues().map((value) => value.name);
    const missing = served.filter((value) => found.get(name)?.has(value) !== true);
    const reasons = Object.keys(unwritten).filter((place) => place.startsWith(`${name}.`));
    expect(missing.map((value) => `${name}.${value}`)).toEqual(reasons.toSorted());
  },
);
