import { wholeHarboursideJson as whole } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { gateway, surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { beforeAll, expect, test } from "vitest";
import { type AskedMission, askMission, type Meaning } from "./ask.ts";
import { asHtml, asMarkdown, type Block } from "@remit/documents/write";
import { sectionsOf } from "./sections.ts";

const covered = { from: "2025-03", to: "2025-12" };
const hostile = `<script>alert("1")</script> | *x* [y](z)`;

const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((each) => (each.kind === "table" ? [each] : []));

onOneDatabase((open) => {
  let db: Db;
  let asked: { readonly mission: AskedMission; readonly meaning: Meaning };
  beforeAll(async () => {
    ({ db } = open());
    const bytes = new TextEncoder().encode(JSON.stringify(whole));
    await importDocument(db, { name: "mission.json", bytes }, {}, surroundings);
    asked = await askMission(db, gateway, whole.mission.slug);
  });
  const blocksOf = (change: Partial<AskedMission> = {}): Block[] =>
    sectionsOf({ ...asked.mission, ...change }, covered, { ...asked, madeOn: "2026-03-10" });
  const under = (title: string, blocks = blocksOf()): Block[] => {
    const from = blocks.findIndex((each) => each.kind === "heading" && each.text === title);
    const rest = blocks.slice(from + 1);
    const to = rest.findIndex((each) => each.kind === "heading" && each.level <= 2);
    return rest.slice(0, to < 0 ? rest.length : to);
  };

  test("a report has its parts in their order, and a place for what only its authors can say", () => {
    const blocks = blocksOf();
    const titles = blocks.flatMap((each) =>
      each.kind === "heading" && each.level < 3 ? [each.text] : [],
    );
    expect(titles).toEqual([
      "A step-free Harbourside: report on 2025-03 to 2025-12",
      "Foreword",
      "The mission",
      "What was promised, and how it stands",
      "Targets",
      "Money",
      "Recommendations",
      "Circumstances and other missions",
      "What cannot be worked out, and why",
      "Sources",
    ]);
    expect(under("Foreword").map(({ kind }) => kind)).toEqual(["blank"]);
  });

  test("every commitment stands under what it works for, or last", () => {
    const rows = tables(under("What was promised, and how it stands")).map(
      ({ caption, rows: all }) => [caption, ...all.map(([statement]) => statement)],
    );
    expect(rows).toEqual([
      ["Commitments for 1: Nobody meets a step", "More crossings will have dropped kerbs."],
      ["Commitments for No outcome of its own", "The council will report once a year."],
    ]);
  });

  test("a target has what it asks for or the reason why nobody can say, and figures up to the end of the time", () => {
    const [all, figures] = tables(under("Targets"));
    expect(all?.rows.map(([, from, asks, , latest]) => [from, asks, latest])).toEqual([
      ["10 dropped kerbs", "15 dropped kerbs", "13 dropped kerbs (2025)"],
      [
        "not stated",
        "not to be worked out: Nobody says where the target starts from.",
        "measured by no series",
      ],
      [
        "not stated",
        "not to be worked out: The target itself is not a number.",
        "measured by no series",
      ],
      ["a handful", "1 complaints", "measured by no series"],
    ]);
    expect(figures?.rows.map(([time, figure]) => [time, figure])).toEqual([
      ["2024", "10"],
      ["2025", "13"],
    ]);
    const [chart] = under("Targets").filter(({ kind }) => kind === "chart");
    expect(chart).toMatchObject({ says: "2024: 10; 2025: 13 (dropped kerbs). The target is 15." });
    const before = sectionsOf(
      asked.mission,
      { ...covered, to: "2025-06" },
      { ...asked, madeOn: "2026-03-10" },
    );
    expect(tables(under("Targets", before))[1]?.rows.map(([time]) => time)).toEqual(["2024"]);
  });

  test("a figure is told with its hedge, its interval and that somebody else counted it", () => {
    const [first] = asked.mission.commitments;
    const [target] = first!.targets;
    const indicator = target!.indicator!;
    const observations = indicator.observations.map((each) => ({
      ...each,
      hedge: "ABOUT" as const,
      interval: { low: "12", high: "14", level: "95 per cent" },
      secondHand: true,
    }));
    const targets = [{ ...target!, indicator: { ...indicator, observations } }];
    const blocks = under("Targets", blocksOf({ commitments: [{ ...first!, targets }] }));
    const [all, figures] = tables(blocks);
    const surety = ", between 12 and 14 (95 per cent), counted by somebody else than its source";
    expect(all?.rows[0]?.[4]).toBe(`about 13 dropped kerbs (2025)${surety}`);
    expect(figures?.rows.map(([, figure]) => figure)).toEqual([
      `about 10${surety}`,
      `about 13${surety}`,
    ]);
    const [chart] = blocks.filter(({ kind }) => kind === "chart");
    expect(chart).toMatchObject({
      says: "2024: about 10; 2025: about 13 (dropped kerbs). The target is 15.",
    });
  });

  test("INV-C14 money of each kind stands in a table of its own, and no sum is told", () => {
    const [money] = asked.mission.funding;
    const funding = [money!, { ...money!, kind: "ANNOUNCED", amount: "7" }];
    const found = tables(under("Money", blocksOf({ funding })));
    expect(found.map(({ caption, rows }) => [caption, rows.map(([, amount]) => amount)])).toEqual([
      ["Whoever pays is bound by a decision to give it.", ["120000 GBP"]],
      ["Somebody has said in public that it will be given.", ["7 GBP"]],
    ]);
    expect(JSON.stringify(found)).not.toContain("120007");
  });

  test("what cannot be worked out is listed with its reason, and every source once", () => {
    expect(under("What cannot be worked out, and why")).toEqual([
      {
        kind: "list",
        items: [
          "Far fewer kerbs that nobody can pass. Nobody says where the target starts from.",
          "A target for benches will follow. The target itself is not a number.",
          "At most one complaint a month. Where the target starts from is not a number.",
        ],
      },
    ]);
    const [sources] = under("Sources");
    expect(sources).toMatchObject({ items: { length: 2 } });
  });

  test("no text of the record is markup, in a page or in Markdown", () => {
    const [first] = asked.mission.commitments;
    const blocks = blocksOf({
      title: hostile,
      statement: hostile,
      commitments: [{ ...first!, statement: hostile }],
    });
    const page = asHtml(blocks, { title: hostile });
    expect(page).not.toContain("<script>");
    expect(
      page.match(/<svg[^>]* role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/gu),
    ).toHaveLength(1);
    const marked = asMarkdown(blocks);
    expect(marked).not.toContain("<script>");
    expect(marked).not.toContain("[y](z)");
    expect(marked).toContain("\\|");
  });

  test("a mission that nobody may see is not there", async () => {
    await expect(askMission(db, gateway, "nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
}, "gateway");
