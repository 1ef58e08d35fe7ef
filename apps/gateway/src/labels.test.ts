import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { Access } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertToken } from "@remit/access";
import { surroundings } from "@remit/gateway";
import { giveTokens } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

/** Everything in a record that points at something, as it stands, as it stood, and in every change. */
const record = `links { target { label } } updates { evidence { label } } done { evidence { label } }
  followUps { meeting { label } } reviews { meeting { label } } due { inWords }
  dueRevisions { from { inWords } to { inWords } agreedIn { label } } closure { to { label } agreedIn { label } }
  changes { agreedIn { label } closure { to { label } agreedIn { label } } }`;
const everything = `query ($id: ID!, $at: DateTime!) { action(by: {id: $id}) {
  ${record} asAt(at: $at) { action { ${record} } } history(first: 5) { nodes { action { ${record} } } } } }`;
/** The same in a log: each, since a log is many actions. */
const log = 'group(by: {slug: "harbourside-pavements-working-group"})';
const logs = [
  `{ ${log} { actionLog { markdown actions { ${record} } } } }`,
  `query ($at: DateTime!) { ${log} { actionLog(asAt: $at) { actions { ${record} } } } }`,
];

/** Who sees what a group has recorded under each level; groups' secretariats are members of their own. */
const seers: Readonly<Record<Access, readonly string[]>> = {
  public: ["anybody", "member", "stranger", "official", "administrator"],
  group: ["member", "official", "administrator"],
  officials: ["official", "administrator"],
  restricted: ["administrator"],
};
const viewers = seers.public;

/** What is no group's has no level of a group's members. */
const thingsOf = (desk: Harbourside, april: string) => ({
  meeting: {
    canary: "Heron meeting",
    put: (access: Access) =>
      sql`update meetings.meeting set title = 'Heron meeting', access = ${access} where id = ${april}`,
  },
  document: {
    canary: "Otter document",
    put: (access: Access) =>
      sql`update documents.document set title = 'Otter document', access = ${access}
        where id = ${desk.pavements.document.id}`,
  },
  commitment: {
    canary: "badger-commitment",
    put: (access: Access) =>
      sql`update commitments.commitment set code = 'badger-commitment', access = ${access}
        where id = ${desk.pavements.commitment.id}`,
  },
  group: {
    canary: "Falcon group",
    put: (access: Access) =>
      sql`update groups.group set name = 'Falcon group', access = ${access} where id = ${desk.hill}`,
  },
});
type Thing = keyof ReturnType<typeof thingsOf>;

const cases: readonly { thing: Thing; verb: string; facts: (ids: Ids) => object }[] = [
  {
    thing: "meeting",
    verb: "reviewAction",
    facts: ({ april }) => ({ meeting: april, outcome: "PROGRESS_NOTED" }),
  },
  {
    thing: "meeting",
    verb: "rescheduleAction",
    facts: ({ april }) => ({ due: { byMeeting: april }, reason: "By then", agreedIn: april }),
  },
  {
    thing: "meeting",
    verb: "withdrawAction",
    facts: ({ april }) => ({ reason: "Enough", agreedIn: april }),
  },
  {
    thing: "document",
    verb: "reportAction",
    facts: ({ document }) => ({ text: "So far", evidence: [document] }),
  },
  {
    thing: "document",
    verb: "completeAction",
    facts: ({ document }) => ({ owner: { name: "Sam" }, evidence: [document] }),
  },
  {
    thing: "commitment",
    verb: "linkAction",
    facts: ({ commitment }) => ({
      relation: "CONTRIBUTES_TO",
      target: commitment,
      reason: "It helps",
    }),
  },
  {
    thing: "group",
    verb: "transferAction",
    facts: ({ hill }) => ({ to: hill, reason: "It is theirs" }),
  },
];
interface Ids {
  readonly april: string;
  readonly document: string;
  readonly commitment: string;
  readonly hill: string;
}

const levels = (thing: Thing) =>
  Access.options.filter((access) => access !== "group" || thing === "meeting" || thing === "group");
const seenBy = (thing: Thing, access: Access) =>
  // The other group's own see what it keeps for its members; the members of this one do not.
  thing === "group" && access === "group"
    ? ["stranger", "official", "administrator"]
    : seers[access];

onOneDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let ids: Ids;
  let things: ReturnType<typeof thingsOf>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    await giveTokens(db, { official: { role: "member", group: desk.hill, official: true } });
    await db.transaction().execute((tx) =>
      insertToken(
        tx,
        {
          id: surroundings.newId(),
          name: "administrator",
          person: null,
          roles: [],
          official: false,
          administrator: true,
          createdAt: "2025-03-01T09:00:00.000Z",
          expiresAt: null,
          revokedAt: null,
        },
        "remit_administrator",
      ),
    );
    const april = await desk.meetingOn("2026-04-14");
    things = thingsOf(desk, april.split(":")[1] ?? "");
    ids = {
      april,
      document: `Document:${desk.pavements.document.id}`,
      commitment: `Commitment:${desk.pavements.commitment.id}`,
      hill: `Group:${desk.hill}`,
    };
  });
  afterAll(() => desk.close());

  const put = (change: RawBuilder<unknown>) => change.execute(db);
  const told = async (caller: string, id: string, canary: string) => {
    const at = new Date().toISOString();
    const answers: string[] = [];
    for (const question of [everything, ...logs]) {
      const { data, errors } = await desk.send(caller, question, { id, at });
      expect(errors).toBeUndefined();
      expect(Object.values(data)).not.toContain(null);
      answers.push(JSON.stringify(data));
    }
    return answers.some((answer) => answer.includes(canary));
  };
  test.each(cases.flatMap((each) => [true, false].map((first) => ({ ...each, first }))))(
    "$verb names no $thing to whom it is not shown, hidden before it was written down: $first",
    async ({ thing, verb, facts, first }) => {
      const { canary, put: hide } = things[thing];
      const wrong: object[] = [];
      for (const access of levels(thing)) {
        await put(hide(first ? access : "public"));
        const id = await desk.raise();
        const done = await desk.act("administrator", verb, { id, ...facts(ids) });
        expect(done).toMatchObject({ __typename: "Action", version: 2 });
        await put(hide(access));
        for (const viewer of viewers) {
          const sees = seenBy(thing, access).includes(viewer);
          const named = await told(viewer, id, canary);
          // Whoever could see it is told it, unless the record had to leave it out for its other readers.
          if ((!sees || !first) && named !== sees) wrong.push({ access, viewer, named });
        }
        // The log shows all actions: the next one stands alone.
        await put(sql`update actions.action set access = 'restricted',
          record = record || '{"access": "restricted"}' where id = ${id.split(":")[1]}`);
      }
      expect(wrong).toEqual([]);
    },
  );
}, "gateway");
