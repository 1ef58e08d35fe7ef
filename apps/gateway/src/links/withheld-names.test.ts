import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { anybody, nobody, type Viewer, viewerOf } from "@remit/graphql";
import { getNamedType, graphql, type GraphQLObjectType, isLeafType, isObjectType } from "graphql";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "../gateway.ts";
import { april, march } from "@remit/import/testing";

const schema = gateway.schema();
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

onOneDatabase((open) => {
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
      const part = `{ meetings(first: 2) { nodes { ${field.name} { ${selection(of, 2, ["Meeting", "Group"])} } } } }`;
      answers.push(await ask(part, viewer));
    }
    for (const [root, type] of [
      ["groups(first: 2)", "Group"],
      ["actions(first: 9)", "Action"],
    ] as const) {
      answers.push(await ask(`{ ${root} { nodes { ${selection(typed(type), 2)} } } }`, viewer));
    }
    answers.push(
      await ask(
        `{ search(text: "benches", first: 2) { nodes { ${selection(typed("SearchHit"), 2)} } } }`,
        viewer,
      ),
    );
    const slug = "harbourside-pavements-working-group";
    const at = `asAt: "2999-01-01T00:00:00Z"`;
    const shown = `text originalText owners { name note earlier { note } } updates { text by { name } } changes { reason }`;
    answers.push(
      await ask(
        `{ group(by: {slug: "${slug}"}) {
            actionLog { markdown actions { ${shown} } } then: actionLog(${at}) { markdown actions { ${shown} } } }
          actions(first: 9) { nodes { ${shown} history { nodes { by action { ${shown} } } } } } }`,
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

  test("INV-G12: the secretariat and the chair of a group know who is in it, another group's do not", async () => {
    await show("role-only");
    const { id } = await db
      .selectFrom("groups.group")
      .select("id")
      .where("slug", "=", "harbourside-pavements-working-group")
      .executeTakeFirstOrThrow();
    const named = `{ person(by: { slug: "robin-vale" }) { name memberships { group { slug } } }
      meetings { nodes { attendance { name person { name } } } } }`;
    const as = (role: "member" | "secretariat" | "chair", group: string) =>
      ask(named, { ...nobody, ...viewerOf({ ...anybody, roles: [{ role, group }] }) });
    for (const role of ["secretariat", "chair"] as const) {
      const answer = await as(role, id);
      expect(answer).toContain(`"person":{"name":"Robin Vale"`);
      expect(answer).not.toContain("[name withheld]");
      expect(await as(role, "01990000-0000-7000-8000-00000000a000")).not.toContain("Vale");
    }
    expect(await as("member", id)).not.toContain("Vale");
  });

  // A person called Robin "Bob" O'Vale-Stone, whom the minutes of no meeting mention.
  test.each([
    ["Robin O'Vale-Stone asked", "[name withheld] asked"],
    ["ROBIN O’VALE STONE asked", "[name withheld] asked"],
    ["robin.o'vale-stone@example.org", "[name withheld]@example.org"],
    ["cv_robin-o-vale-stone.pdf", "cv_[name withheld].pdf"],
    ["Robin\u00a0\u00a0O'Vale -\nStone", "[name withheld]"],
    ["to Dr O'Vale-Stone, and", "to [name withheld], and"],
    [`Robin "Bob" O'Vale-Stone`, "[name withheld]"],
    ["Robina O'Vale-Stonely", "Robina O'Vale-Stonely"],
    ["Robin and Stone", "Robin and Stone"],
  ])("INV-G12: %j is read as %j, in JSON too", async (text, read) => {
    await sql`insert into groups.person
      (id, slug, name, given_name, family_name, honorific_prefix, names, public_profile)
      values ('01990000-0000-7000-8000-00000000b000', 'robin-o-vale-stone-2', 'Robin O''Vale-Stone', 'Robin',
        'O''Vale-Stone', 'Dr', jsonb_build_array(jsonb_build_object('name', 'Robin "Bob" O''Vale-Stone')), 'role-only')`.execute(
      db,
    );
    const json = JSON.stringify({ id: "01990000-0000-7000-8000-00000000b000", text });
    const { rows } = await sql<{ text: string; json: string }>`
      select gateway.without_names(${text}, hidden, null) as text,
        gateway.without_names(${json}, hidden, null) as json
      from gateway.hidden_names(null) hidden`.execute(db);
    expect(rows[0]?.text).toBe(read);
    expect(JSON.parse(rows[0]?.json ?? "")).toEqual({ ...JSON.parse(json), text: read });
  });

  test("INV-G12: a name by which somebody turns out to be meant is withheld where it stood before", async () => {
    await show("role-only");
    await sql`insert into groups.organisation (id, slug, name, other_names)
      values ('01990000-0000-7000-8000-00000000b002', 'rjv', 'R. J. Vale Ltd', '{}')`.execute(db);
    const names = () =>
      sql<{ read: string }>`select coalesce(for_public ->> 'name', name) as read
        from groups.organisation where slug = 'rjv'`.execute(db);
    expect((await names()).rows).toEqual([{ read: "R. J. Vale Ltd" }]);
    await sql`insert into meetings.meeting_role (id, meeting_id, role, name, person_id, basis)
      select '01990000-0000-7000-8000-00000000b001', m.id, 'minute-taker', 'R. J. Vale', p.id, 'stated'
      from meetings.meeting m, groups.person p where p.name = 'Robin Vale' limit 1`.execute(db);
    expect((await names()).rows).toEqual([{ read: "[name withheld] Ltd" }]);
  });

  test("INV-G12: what has a withheld name in its address is not found by it", async () => {
    await importDocument(
      db,
      { name: "mission.json", bytes: new TextEncoder().encode(JSON.stringify(harboursideJson)) },
      {},
      surroundings,
    );
    for (const table of ["groups.group", "meetings.meeting", "commitments.mission"])
      await sql`update ${sql.table(table)} set slug = 'robin-vale' where id = (
        select id from ${sql.table(table)} order by slug limit 1)`.execute(db);
    const questions = [
      `{ group(by: { slug: "robin-vale" }) { id } }`,
      `{ meeting(by: { slug: "robin-vale" }) { id } }`,
      `{ mission(by: { slug: "robin-vale" }) { id } }`,
      `{ actions(filter: { group: "robin-vale" }) { nodes { id } } }`,
      `{ meetings(filter: { group: "robin-vale" }) { nodes { id } } }`,
    ];
    for (const question of questions) expect(await ask(question)).not.toMatch(/null|\[\]/u);
    await show("role-only");
    for (const question of questions) {
      expect(await ask(question)).toMatch(/null|\[\]/u);
      expect(await ask(question, official)).not.toMatch(/null|\[\]/u);
    }
  });
}, "gateway");
