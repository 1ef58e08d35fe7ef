import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, nobody, type Viewer } from "@remit/graphql";
import { getNamedType, graphql, type GraphQLObjectType, isLeafType, isObjectType } from "graphql";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { surroundings } from "../context.ts";
import { importDocument } from "../import/import.ts";
import { createSchema } from "../schema.ts";
import { april, march } from "../testing.ts";

const schema = createSchema();
const minutes = april.replace(
  "Robin Vale said that benches narrow the pavement.",
  "Robin Vale said that benches narrow the pavement, and Vale that ROBIN\u00a0VALE counted them.",
);
const official: Viewer = { ...nobody, official: true };

/** Every field of a type that needs no argument, and the fields of what those give. */
function selection(type: GraphQLObjectType, levels: number, path: readonly string[] = []): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    if (field.args.some(({ type }) => String(type).endsWith("!"))) return [];
    if (isLeafType(of)) return [field.name];
    if (levels === 0 || !isObjectType(of) || path.includes(of.name)) return [];
    const page = field.args.some(({ name }) => name === "first") ? "(first: 6)" : "";
    return [`${field.name}${page} { ${selection(of, levels - 1, [...path, type.name])} }`];
  });
  return ["__typename", ...fields].join(" ");
}

const typed = (name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return type;
};

onEachDatabase((open) => {
  let db: Db;
  beforeEach(async () => {
    ({ db } = open());
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document cascade`.execute(db);
    await take(march);
    await take(minutes);
  });
  const take = (text: string) =>
    importDocument(
      db,
      { name: "minutes.txt", bytes: new TextEncoder().encode(text) },
      {},
      surroundings,
    );
  const show = (profile: "named" | "role-only") =>
    db
      .updateTable("groups.person")
      .set({ public_profile: profile })
      .where("name", "=", "Robin Vale")
      .execute();
  const ask = async (source: string, viewer = nobody) => {
    const caller = { ...anybody, official: viewer.official };
    const contextValue = { db, viewer, caller, now: surroundings.now };
    const answer = await graphql({ schema, source, contextValue });
    expect(answer.errors).toBeUndefined();
    return JSON.stringify(answer.data);
  };
  const everything = async (viewer?: Viewer) => {
    const answers: string[] = [];
    for (const field of Object.values(typed("Meeting").getFields())) {
      const of = getNamedType(field.type);
      if (!isObjectType(of)) continue;
      const part = `{ meetings(first: 2) { nodes { ${field.name} { ${selection(of, 2, ["Meeting"])} } } } }`;
      answers.push(await ask(part, viewer));
    }
    for (const [root, type] of [
      ["groups", "Group"],
      ["actions", "Action"],
    ] as const) {
      answers.push(
        await ask(`{ ${root}(first: 9) { nodes { ${selection(typed(type), 2)} } } }`, viewer),
      );
    }
    answers.push(
      await ask(
        `{ search(text: "benches", first: 2) { nodes { ${selection(typed("SearchHit"), 2)} } } }`,
        viewer,
      ),
    );
    const slug = "harbourside-pavements-working-group";
    const at = `asAt: "2999-01-01T00:00:00Z"`;
    answers.push(
      await ask(
        `{ actionLog(group: "${slug}") { markdown } then: actionLog(group: "${slug}", ${at}) { markdown }
          actions(first: 9) { nodes { history { nodes { by action { text owners { agent { name } } } } } } } }`,
        viewer,
      ),
    );
    return answers.join("\n");
  };

  test("INV-G12: a person shown by role alone is named to the public nowhere", async () => {
    expect(await everything()).toMatch(/Vale/u);
    await show("role-only");
    const answers = await everything();
    expect(answers).not.toMatch(/Robin|Vale/iu);
    expect(answers).toContain("[name withheld]");
    expect(answers).toContain("Wheelchair Users");
    expect(answers).toContain("Ada Quill");
  });

  const filtered = (words: string) => ask(`{ actions(filter: {text: "${words}"}) { totalCount } }`);
  const found = (words: string) => ask(`{ search(text: "${words}") { totalCount } }`);

  test("INV-G12: search finds nothing by the name, nor by its absence", async () => {
    await show("role-only");
    const none = `{"search":{"totalCount":0}}`;
    expect(await found("Vale")).toBe(none);
    expect(await found("walk quay")).toBe(await found("walk quay -Vale"));
    expect(await found("walk quay")).not.toBe(none);
    expect(await filtered("Vale")).toBe(`{"actions":{"totalCount":0}}`);
    expect(await filtered("walk -Vale")).toBe(await filtered("walk"));
  });

  test("INV-G12: minutes that come later are as silent", async () => {
    await show("role-only");
    await take(minutes.replace("14 April 2026", "12 May 2026").replace("April 2026", "May 2026"));
    expect(await everything()).not.toMatch(/Robin|Vale/iu);
  });

  test("INV-G12: who may be somebody shown by role alone is not named either", async () => {
    await sql`truncate meetings.meeting, actions.action, documents.document cascade`.execute(db);
    await show("role-only");
    const { findings } = await take(minutes);
    expect(findings).toContainEqual(expect.objectContaining({ code: "PERSON_IN_DOUBT" }));
    expect(await everything()).not.toMatch(/Robin|Vale/iu);
  });

  test("officials read the names, and so does everybody once they may be shown", async () => {
    const [before, told] = [await everything(), await everything(official)];
    await show("role-only");
    expect((await everything(official)).replaceAll("ROLE_ONLY", "NAMED")).toBe(told);
    await show("named");
    expect(await everything()).toBe(before);
  });
}, "gateway");
