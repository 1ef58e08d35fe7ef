import { Document, Packer, Paragraph } from "docx";
import { expect, test } from "vitest";
import { sourceOf } from "../source.ts";
import { minutesInTemplate } from "./minutes.ts";
import type { RecordedMeeting } from "./recorded-meeting.ts";
import { asDocx } from "./word.ts";

const meeting: RecordedMeeting = {
  id: "Meeting:1",
  slug: "weir-forum-2025-05-09",
  title: "Weir Forum minutes: May 2025",
  heldOn: "2025-05-09",
  endedOn: null,
  local: null,
  zone: null,
  location: "The Mill",
  ordinal: 3,
  status: "HELD",
  group: null,
  roles: [],
  attendanceNotes: [],
  attendance: [],
  items: [
    {
      number: "1",
      heading: "Eels & gates",
      level: 1,
      place: 1,
      outcome: "DISCUSSED",
      papers: [],
      contributions: [
        { text: "twelve were counted", lead: "Ina Marsh told of them:", speakers: [] },
        { text: "none was eaten", lead: "Ina Marsh told of them:", speakers: [] },
      ],
      decisions: [],
      actions: [],
    },
  ],
  actions: [],
  nextMeeting: null,
  minutes: null,
  source: null,
};

const templateOf = (...lines: string[]) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );

test("minutes go into a secretariat's own document, between its own words", async () => {
  const template = await templateOf(
    "River Council",
    "{{title}}",
    "{{facts}}",
    "{{items}}",
    "In confidence",
  );
  const page = await sourceOf(await minutesInTemplate(meeting, template));
  const words = page.replaceAll(/<[^>]*>/gu, "|").replaceAll(/\|+/gu, "|");
  expect(words).toBe(
    "|River Council|Weir Forum minutes: May 2025|Date of meeting:| 9 May 2025|Location:| The Mill|1. Eels &amp; gates|Ina Marsh told of them:|twelve were counted|none was eaten|In confidence|",
  );
});

test("what is no Word document is refused as a template, and told what is one", async () => {
  const filled = minutesInTemplate(meeting, new TextEncoder().encode("{{items}}"));
  await expect(filled).rejects.toMatchObject({
    code: "NOT_TEMPLATE",
    message: expect.stringContaining("{{items}} each in a paragraph of its own"),
  });
});

test("headings, lists and tables are such in Word", async () => {
  const bytes = await asDocx(
    [
      { kind: "heading", level: 2, text: "Kerbs" },
      { kind: "list", items: ["low", "high"] },
      { kind: "table", caption: "Counts", head: ["Year", "Kerbs"], rows: [["2025", "13 < 14"]] },
    ],
    { title: "Kerbs" },
  );
  const page = await sourceOf(bytes);
  expect(page).toContain("<h2>Kerbs</h2><ul><li>low</li><li>high</li></ul>");
  expect(page).toMatch(/<th><p>Year<\/p><\/th>.*<td><p>13 &lt; 14<\/p><\/td>/u);
});
