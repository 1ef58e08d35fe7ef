import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
  });
  afterAll(() => town.close());

  const personOf = async (name: string) => {
    const { id } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", name)
      .where("id", "in", (eb) =>
        eb.selectFrom("groups.membership").select("person_id").where("group_id", "=", town.group),
      )
      .executeTakeFirstOrThrow();
    return `Person:${id}`;
  };
  const seen = async (caller: string, id: string) => {
    const asked = `query ($id: ID!) { person(by: { id: $id }) { name givenName familyName honorificSuffix
      otherNames { name kind from to } attendance(first: 9) { totalCount } } }`;
    const { data, errors } = await town.send(caller, asked, { id });
    expect(errors).toBeUndefined();
    return data["person"];
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test.each(["anybody", "member", "stranger"])(
    "a name is not for %s to correct",
    async (caller) => {
      const id = await personOf("Chidi Stone");
      expect(await town.act(caller, "correctName", { id, name: "Eve" })).toMatchObject({
        code: "NOT_PERMITTED",
      });
    },
  );

  test("whoever is called otherwise since is found by either name, in older minutes and in later ones", async () => {
    const id = await personOf("Ada Quill");
    const before = Object(await seen("anybody", id)).attendance.totalCount;
    const told = { id, name: "Ada Quill-Stone", familyName: "Quill-Stone", honorificSuffix: "MSP" };
    const corrected = await town.act("secretariat", "correctName", {
      ...told,
      before: "FORMER",
      on: "2026-05-02",
    });
    expect(corrected).toMatchObject({ id, version: 2 });
    await take("may.txt", april.replaceAll("April", "May"));
    await take(
      "june.txt",
      april.replaceAll("April", "June").replaceAll("Ada Quill", "Ada Quill-Stone"),
    );
    expect(await seen("anybody", id)).toEqual({
      name: "Ada Quill-Stone",
      givenName: "Ada",
      familyName: "Quill-Stone",
      honorificSuffix: "MSP",
      otherNames: [{ name: "Ada Quill", kind: "FORMER", from: null, to: "2026-05-02" }],
      attendance: { totalCount: before + 2 },
    });
    await inOrder();
  });

  test("INV-G12 a name that is corrected of whoever is shown by role alone is withheld as the one before", async () => {
    const id = await personOf("Chidi Stone");
    await town.act("secretariat", "setPublicProfile", { id, profile: "ROLE_ONLY" });
    await town.act("secretariat", "correctName", { id, name: "Chidi Ashby", familyName: "Ashby" });
    await town.raise("Chidi Ashby and Chidi Stone to paint the kerb");
    const told = async (caller: string) =>
      JSON.stringify(
        (
          await town.send(
            caller,
            "{ actions(first: 90) { nodes { text } } persons { nodes { name } } }",
          )
        ).data,
      );
    expect(await told("anybody")).not.toMatch(/Chidi/u);
    expect(await told("anybody")).toContain("[name withheld] and [name withheld] to paint");
    expect(await told("secretariat")).toContain("Chidi Ashby and Chidi Stone");
    expect(await seen("anybody", id)).toBeNull();
    const forgotten = await town.act("secretariat", "correctName", { id, otherNames: [] });
    expect(forgotten).toMatchObject({ code: "INV-G12" });
    await inOrder();
  });

  const take = (name: string, text: string) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, {}, surroundings);
}, "gateway");
