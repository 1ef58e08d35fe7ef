import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import { findMinutes, insertMinutes, listMeetings } from "./store.ts";
import { march } from "./testing.ts";

onEachDatabase((open) => {
  test("a meeting is found by its group and day once its minutes are written", async () => {
    const { db } = open();
    const { id, group, heldOn, slug, title, status, access } = march.meeting;
    expect(await listMeetings(db, group.id, heldOn)).toEqual([]);
    await db.transaction().execute((tx) => insertMinutes(tx, march));
    const local = "2026-03-04T18:00";
    expect(await listMeetings(db, group.id, heldOn)).toEqual([
      { id, slug, title, status, access, local, document: null },
    ]);
  });

  test("minutes read back as they were written", async () => {
    expect(await findMinutes(open().db, march.meeting.id)).toEqual(march);
  });

  test("the clock of the place and the moment are both kept", async () => {
    const { db } = open();
    const next = await db
      .selectFrom("meetings.next_meeting")
      .select(["starts_local", "starts_zone", "starts_at"])
      .executeTakeFirst();
    expect(next).toEqual({
      starts_local: "2026-06-03T18:00",
      starts_zone: "Europe/London",
      starts_at: "2026-06-03T17:00:00.000Z",
    });
  });

  test("minutes whose ids are taken leave nothing", async () => {
    const { db } = open();
    const id = "01990000-0000-7000-8000-000000000200";
    const april = { ...march.meeting, id, slug: "april", heldOn: "2026-04-01" };
    const copy = { ...march, meeting: april };
    await expect(db.transaction().execute((tx) => insertMinutes(tx, copy))).rejects.toThrow(
      "meeting_role_pkey",
    );
    expect(await listMeetings(db, april.group.id, april.heldOn)).toEqual([]);
  });
});
