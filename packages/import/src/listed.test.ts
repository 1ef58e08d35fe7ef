import { onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "./import.ts";

/** A meeting whose minutes say of each person in what capacity they came. */
const may = `Harbourside Pavements Working Group minutes: May 2026

Minutes from the meeting of the group on 12 May 2026.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust
  • Sam Okoro, Town Council

Observers:

  • Pia Lark, Harbour Watch

Invited speakers:

  • Tam Reed, Bus Company

Absent:

  • Bela Novak, Shopkeepers of the Quay

Apologies:

  • Robin Vale, Wheelchair Users

Secretariat:

  • Iris Lund (minutes), Streets Division

Items and actions

Kerbs

The group spoke of kerbs.

Report of the harbour

Decision: The report of the harbour was noted.
`;

onOneDatabase((open) => {
  test("what the lists of minutes say of people, and decisions of items, is recorded", async () => {
    const { db } = open();
    const bytes = new TextEncoder().encode(may);
    await importDocument(db, { name: "may.txt", bytes }, {}, surroundings);
    const attendance = await sql`
      select name, capacity, status from meetings.attendance order by place`.execute(db);
    expect(attendance.rows).toEqual([
      { name: "Ada Quill", capacity: "chair", status: "present" },
      { name: "Sam Okoro", capacity: "member", status: "present" },
      { name: "Pia Lark", capacity: "observer", status: "present" },
      { name: "Tam Reed", capacity: "invited-speaker", status: "present" },
      { name: "Bela Novak", capacity: "not-stated", status: "absent" },
      { name: "Robin Vale", capacity: "not-stated", status: "apologies" },
      { name: "Iris Lund", capacity: "secretariat", status: "present" },
    ]);
    const roles = await sql`select name, role from meetings.meeting_role order by role`.execute(db);
    expect(roles.rows).toEqual([
      { name: "Ada Quill", role: "chair" },
      { name: "Iris Lund", role: "minute-taker" },
    ]);
    const items = await sql`select heading, outcome from meetings.item order by place`.execute(db);
    expect(items.rows).toEqual([
      { heading: "Kerbs", outcome: "discussed" },
      { heading: "Report of the harbour", outcome: "noted" },
    ]);
  });
}, "gateway");
