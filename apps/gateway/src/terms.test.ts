import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const asked = `query ($slug: String!, $on: Date) { group(by: { slug: $slug }) {
  termsOfReference(on: $on) { number status purpose from until
    seats { name places appointedBy } scope { kind text } quorum { members percent countsDeputies }
    meetsEveryMonths papersDueDays deputiesAllowed reviewOn agreed { on meeting { label } } }
  allTermsOfReference(first: 9) { totalCount nodes { number status } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let group: string;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    group = `Group:${desk.group}`;
  });
  afterAll(() => desk.close());

  const seen = async (caller: string, on: string | null = null) => {
    const variables = { slug: "harbourside-pavements-working-group", on };
    const { data, errors } = await desk.send(caller, asked, variables);
    expect(errors).toBeUndefined();
    return data["group"];
  };
  const numberOn = async (on: string) => {
    const { termsOfReference } = Object(await seen("anybody", on));
    return termsOfReference && [termsOfReference.number, termsOfReference.until];
  };
  const none = { totalCount: 0, nodes: [] };
  const draft = (input: object) => desk.act("secretariat", "draftTermsOfReference", input);

  test("drafted terms are for whoever keeps the record until a meeting agrees them", async () => {
    const { id } = await draft({
      group,
      on: "2026-03-01",
      purpose: "To make the pavements passable",
      seats: [{ name: "Residents", places: 3, appointedBy: "The council" }],
      scope: [{ kind: "OUT_OF_SCOPE", text: "Roads" }],
      quorum: { members: 3 },
      meetsEveryMonths: 1,
    });
    const amended = { id, papersDueDays: 5, deputiesAllowed: true, on: "2026-03-02" };
    expect(await desk.act("chair", "amendTermsOfReference", amended)).toMatchObject({ version: 2 });
    for (const caller of ["anybody", "member", "stranger"])
      expect(await seen(caller)).toEqual({ termsOfReference: null, allTermsOfReference: none });
    expect(await seen("chair")).toMatchObject({
      termsOfReference: null,
      allTermsOfReference: { nodes: [{ number: 1, status: "DRAFT" }] },
    });
    const meeting = await desk.meetingOn("2026-03-10");
    const agreed = { id, meeting, on: "2026-03-10" };
    expect(await desk.act("member", "agreeTermsOfReference", agreed)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await desk.act("secretariat", "agreeTermsOfReference", agreed)).toMatchObject({
      status: "AGREED",
      version: 3,
    });
    expect(await seen("anybody")).toEqual({
      termsOfReference: {
        number: 1,
        status: "AGREED",
        purpose: "To make the pavements passable",
        from: "2026-03-10",
        until: null,
        seats: [{ name: "Residents", places: 3, appointedBy: "The council" }],
        scope: [{ kind: "OUT_OF_SCOPE", text: "Roads" }],
        quorum: { members: 3, percent: null, countsDeputies: null },
        meetsEveryMonths: 1,
        papersDueDays: 5,
        deputiesAllowed: true,
        reviewOn: null,
        agreed: { on: "2026-03-10", meeting: { label: expect.stringContaining("March 2026") } },
      },
      allTermsOfReference: { totalCount: 1, nodes: [{ number: 1, status: "AGREED" }] },
    });
  });

  test("INV-G7 one version is in force at a day, and none before the first", async () => {
    const { id } = await draft({ group, on: "2026-04-01", purpose: "To mend what is broken" });
    const meeting = await desk.meetingOn("2026-04-14");
    const agree = (from: string) =>
      desk.act("secretariat", "agreeTermsOfReference", { id, meeting, on: "2026-04-14", from });
    expect(await agree("2026-03-10")).toMatchObject({ code: "INV-G7", path: ["from"] });
    expect(await agree("2026-05-01")).toMatchObject({ status: "AGREED" });
    expect(await numberOn("2026-03-09")).toBeNull();
    expect(await numberOn("2026-03-10")).toEqual([1, "2026-04-30"]);
    expect(await numberOn("2026-04-30")).toEqual([1, "2026-04-30"]);
    expect(await numberOn("2026-05-01")).toEqual([2, null]);
    expect((await verified(db)).problems).toEqual([]);
  });

  test("two drafts agreed at once leave one in force", async () => {
    const drafts = await Promise.all(
      [1, 2].map(() => draft({ group, on: "2026-04-01", purpose: "To go on" })),
    );
    const meeting = await desk.meetingOn("2026-04-14");
    await Promise.all(
      drafts.map(({ id }, index) =>
        desk.act("secretariat", "agreeTermsOfReference", {
          id,
          meeting,
          from: `2026-06-0${index + 1}`,
        }),
      ),
    );
    const agreed = await db
      .selectFrom("groups.terms_of_reference")
      .select("id")
      .where("status", "=", "agreed")
      .execute();
    expect(agreed).toHaveLength(1);
  });

  test.each([
    [{ purpose: " " }, "INVALID_INPUT"],
    [{ purpose: "x", quorum: { countsDeputies: true } }, "INVALID_INPUT"],
    [{ purpose: "x", group: "Group:01990000-0000-7000-8000-00000000dead" }, "NOT_FOUND"],
  ])("%o is refused with %s", async (input, code) => {
    expect(await draft({ group, ...input })).toMatchObject({ code });
  });

  test("what was given up stays for whoever keeps the record", async () => {
    const { id } = await draft({ group, purpose: "To do nothing" });
    const withdrawn = await desk.act("chair", "withdrawTermsOfReference", { id, reason: "A jest" });
    expect(withdrawn).toMatchObject({ status: "WITHDRAWN" });
    expect(await desk.act("chair", "amendTermsOfReference", { id, purpose: "x" })).toMatchObject({
      code: "MOVE_REFUSED",
    });
    expect((await verified(db)).problems).toEqual([]);
  });
}, "gateway");
