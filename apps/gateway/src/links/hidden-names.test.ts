import { isDeepStrictEqual } from "node:util";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { march } from "@remit/import/testing";

const changes = [
  { change: "nothing more" },
  { change: "another name", by: sql`update groups.person set names = '[{"name": "Rob Gale"}]'` },
  { change: "being named again", by: sql`update groups.person set public_profile = 'named'` },
  { change: "a mention taken out", by: sql`delete from meetings.attendance` },
  { change: "no part in an action any more", by: sql`delete from actions.owner` },
  { change: "another spelling", by: sql`update meetings.attendance set name = 'R. Vale-Stone'` },
  { change: "a mention of nobody", by: sql`update meetings.speaker set person_id = null` },
  {
    change: "an action of somebody else",
    by: sql`update actions.owner set agent_id = (select id from groups.person where name = 'Sam Okoro')
      where kind = 'person'`,
  },
  {
    change: "a contribution in another meeting",
    by: sql`update meetings.contribution set held_on = '2026-05-01',
      meeting_id = (select id from meetings.meeting where slug = 'other')`,
  },
  {
    change: "an action of another meeting",
    by: sql`update actions.action set meeting_id = (select id from meetings.meeting where slug = 'other')`,
  },
];

onOneDatabase((open) => {
  let db: Db;
  beforeEach(async () => {
    ({ db } = open());
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document cascade`.execute(db);
    const bytes = new TextEncoder().encode(march);
    await importDocument(db, { name: "march.txt", bytes }, {}, surroundings);
    await sql`insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access)
      select '01990000-0000-7000-8000-00000000c004', group_id, group_label, 'other', 'Other', '2026-05-01', status, access
      from meetings.meeting`.execute(db);
    await sql`update actions.owner set label = label || ' the elder'`.execute(db);
  });

  const kept = async () => {
    const names = await sql`select * from gateway.hidden_name order by 1, 2`.execute(db);
    const parts = await sql`select * from gateway.hidden_part order by 1, 2, 3`.execute(db);
    return { names: names.rows, parts: parts.rows };
  };

  test.each(changes)(
    "INV-G12: the names that are kept are those there are, after $change",
    async ({ by }) => {
      expect(await kept()).toEqual({ names: [], parts: [] });
      await sql`update groups.person set public_profile = 'role-only'
      where name in ('Robin Vale', 'Dr Mo Farrow')`.execute(db);
      const before = await kept();
      expect(before.names).not.toEqual([]);
      expect(before.parts).not.toEqual([]);
      await by?.execute(db);
      const after = await kept();
      await sql`delete from gateway.hidden_name`.execute(db);
      await sql`delete from gateway.hidden_part`.execute(db);
      await sql`select gateway.know_names(array(select id from groups.person))`.execute(db);
      expect(after).toEqual(await kept());
      expect(isDeepStrictEqual(after, before)).toBe(by === undefined);
    },
  );
}, "gateway");
