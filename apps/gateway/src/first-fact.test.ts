import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

// Nothing happens to what is not in the record yet, and nothing follows before what it follows.

onEachDatabase((open) => {
  let town: Harbourside;
  let group = "";
  const ids: Record<string, string> = {};
  const act = (verb: string, input: object) => town.act("secretariat", verb, input);
  const done = async (verb: string, input: object) => {
    const answer = await act(verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  beforeAll(async () => {
    town = await openHarbourside(open().db);
    group = `Group:${town.group}`;
    const schedule = (day: string) =>
      done("scheduleMeeting", { group, starts: { local: `${day}T10:00` }, on: "2026-05-01" });
    ids["planned"] = await schedule("2026-09-01");
    ids["sitting"] = await schedule("2026-06-09");
    await done("openMeeting", { id: ids["sitting"], on: "2026-06-09", at: "10:00" });
    ids["item"] = await done("addItem", { meeting: ids["sitting"], heading: "Kerbs" });
    ids["held"] = await schedule("2026-06-16");
    await done("endMeeting", { id: ids["held"], on: "2026-06-16", attendanceNotStated: true });
    ids["circulated"] = await schedule("2026-06-17");
    const past = { on: "2026-06-17", attendanceNotStated: true };
    await done("endMeeting", { id: ids["circulated"], ...past });
    ids["minutes"] = await done("circulateMinutes", {
      meeting: ids["circulated"],
      on: "2026-06-20",
    });
    const other = await schedule("2026-06-18");
    await done("endMeeting", { id: other, ...past, on: "2026-06-18" });
    ids["agreeable"] = await done("circulateMinutes", { meeting: other, on: "2026-06-20" });
    await done("requestCorrection", { id: ids["minutes"], text: "A kerb", on: "2026-06-22" });
    ids["later"] = await schedule("2026-07-10");
    await done("endMeeting", { id: ids["later"], ...past, on: "2026-07-10" });
    ids["terms"] = await done("draftTermsOfReference", {
      group,
      purpose: "Pavements",
      on: "2026-05-02",
    });
    ids["log"] = await done("takeActionLog", {
      meeting: await town.meetingOn("2026-03-10"),
      on: "2026-06-20",
    });
    ids["person"] = `Person:${town.pavements.person.id}`;
  });
  afterAll(() => town.close());

  const reason = "As agreed";
  test.each<[string, string, Record<string, boolean | number | string>, string]>([
    ["postponeMeeting", "planned", { reason, on: "2026-04-01" }, "BEFORE_FIRST"],
    ["cancelMeeting", "planned", { reason, on: "2026-04-01" }, "BEFORE_FIRST"],
    ["issueAgenda", "planned", { on: "2026-04-01" }, "BEFORE_FIRST"],
    ["setGroupZone", "group", { zone: "Europe/London", on: "1900-01-01" }, "BEFORE_FIRST"],
    ["setPublicProfile", "person", { profile: "ROLE_ONLY", on: "1900-01-01" }, "BEFORE_FIRST"],
    ["endMeeting", "sitting", { on: "2026-06-09", at: "09:00" }, "ATTENDANCE_MISSING"],
    [
      "endMeeting",
      "sitting",
      { on: "2026-06-09", at: "09:00", attendanceNotStated: true },
      "END_BEFORE_OPENING",
    ],
    ["minuteItem", "item", { outcome: "AGREED", on: "2026-05-21" }, "BEFORE_MEETING"],
    ["requestCorrection", "minutes", { text: "A kerb", on: "2026-06-01" }, "BEFORE_FIRST"],
    ["settleCorrection", "minutes", { correction: 1, accept: true, on: "2026-06-21" }, "TOO_EARLY"],
    ["planPublication", "minutes", { day: "1900-01-01" }, "TOO_EARLY"],
    ["publishMinutes", "minutes", { asDraft: true, on: "2026-06-08" }, "BEFORE_FIRST"],
    ["agreeMinutes", "agreeable", { meeting: "later", on: "2026-07-01" }, "BEFORE_MEETING"],
    ["agreeTermsOfReference", "terms", { meeting: "later", on: "2026-07-01" }, "BEFORE_MEETING"],
    ["agreeActionLog", "log", { meeting: "later", on: "2026-07-01" }, "BEFORE_MEETING"],
  ])("%s of %s as it would have been before is refused", async (verb, of, input, code) => {
    const meeting =
      input["meeting"] === undefined ? {} : { meeting: ids[String(input["meeting"])] };
    const id = of === "group" ? group : ids[of];
    expect(await act(verb, { ...input, ...meeting, id })).toMatchObject({ code });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["addItem", { meeting: "planned", heading: "Kerbs", on: "1900-01-01" }, "BEFORE_FIRST"],
    ["addPaper", { meeting: "planned", title: "Kerbs", on: "1900-01-01" }, "BEFORE_FIRST"],
    ["recordContribution", { item: "item", text: "Damp", on: "2026-05-21" }, "BEFORE_MEETING"],
    ["recordDecision", { item: "item", text: "Dry it", on: "2026-05-21" }, "BEFORE_MEETING"],
    ["recordAttendance", { meeting: "sitting", name: "Sam", on: "2026-06-01" }, "BEFORE_MEETING"],
    ["circulateMinutes", { meeting: "held", on: "2026-06-08" }, "BEFORE_MEETING"],
  ])("%s before there was anything to add to is refused", async (verb, input, code) => {
    const given = Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, ids[String(value)] ?? value]),
    );
    expect(await act(verb, given)).toMatchObject({ code });
  });

  test("what is recorded afterwards has the day on which it happened", async () => {
    const starts = { local: "2026-02-10T10:00" };
    const { id } = await act("scheduleMeeting", { group, starts });
    const past = { on: "2026-02-10", attendanceNotStated: true };
    expect(await act("endMeeting", { id, ...past })).toMatchObject({ status: "HELD" });
  });
}, "gateway");
