import { readFileSync } from "node:fs";
import { currentOf, parseMissionFile, planMission, required } from "@remit/commitments";
import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { LinksFile } from "@remit/import";

const read = (name: string) => readFileSync(new URL(`../example/${name}`, import.meta.url), "utf8");
const file = parseMissionFile(JSON.parse(read("mission.json")));
const plan = planMission(file, { newId: () => crypto.randomUUID() });
const minutes = read("minutes-2021-12-22.txt");

test("INV-C3 of three targets none can be worked out, and all three are there", () => {
  expect(plan.targets.map((target) => required(target))).toEqual([
    { kind: "not-computable", reason: "BASELINE_NOT_STATED" },
    { kind: "not-computable", reason: "BASELINE_NOT_STATED" },
    { kind: "not-computable", reason: "NOT_QUANTIFIED" },
  ]);
});

test("the mission ends in a year whose day is not known", () => {
  expect(plan.mission).toMatchObject({ announcedOn: "2021-01-20", period: { end: "2026" } });
});

test("INV-C11 replaced figures are kept and do not stand", () => {
  const replaced = plan.observations.filter(({ status }) => status === "superseded");
  expect(replaced.map(({ value }) => value)).toEqual(["526", "1264", "938"]);
  const current = currentOf(plan.observations);
  expect(current).toHaveLength(plan.observations.length - replaced.length);
  expect(current).not.toEqual(expect.arrayContaining(replaced));
});

test("every statement about the world is a summary", () => {
  const stated = [plan.mission, ...plan.funding, ...plan.commitments, ...plan.targets];
  expect(new Set([...stated, ...plan.links].map(({ wording }) => wording))).toEqual(
    new Set(["summary"]),
  );
});

test("every source is used", () => {
  const rows = [plan.mission, ...plan.funding, ...plan.commitments, ...plan.targets];
  const cited = [...rows, ...plan.observations, ...plan.links].map(({ source }) => source.url);
  const urls = Object.values(file.sources).map(({ url }) => url);
  expect(urls.filter((url) => !cited.includes(url))).toEqual([]);
});

test("links join actions of the minutes with commitments of the mission", () => {
  const { contributions } = LinksFile.parse(JSON.parse(read("links.json")));
  const codes = plan.commitments.map(({ code }) => code);
  for (const { action, commitment, basis } of contributions) {
    expect(action).toMatch(/^NDMIG-2021-12-A[1-8]$/u);
    expect(codes).toContain(commitment);
    expect(basis).toBe("edited");
  }
});

test("the minutes say what they are before anything else", () => {
  const [, , , , purpose, licence] = minutes.split("\n");
  expect(purpose).toContain("Summary for demonstration; the official record is at https://");
  expect(licence).toContain("Open Government Licence v3.0");
});

test("the minutes hold thirty people in four lists and eight actions", () => {
  const [, attendance = "", items = ""] = minutes.split(/^(?:Attendees|Items) and .*$/mu);
  const lists = attendance.split("\n\n").map((list) => list.split("  • ").length - 1);
  expect(lists.filter((people) => people > 0)).toEqual([14, 2, 5, 9]);
  expect(items.match(/\baction: /giu)).toHaveLength(8);
});

onEachDatabase((open) => {
  test("the example goes in whole, once", async () => {
    const { db } = open();
    const reports = await loadExample(db, surroundings);
    expect(reports).toMatchObject([
      { created: { meeting: 1, attendance: 30, item: 5, paper: 2, action: 8, decision: 1 } },
      {
        created: { mission: 1, target: 3, series: 3, "linked mission": 3 },
        matched: ["National Drugs Mission Implementation Group"],
      },
      { created: { link: 5 } },
    ]);
    expect(await loadExample(db, surroundings)).toBeNull();
  });
}, "gateway");
