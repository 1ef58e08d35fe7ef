import { readOds } from "hucre/ods";
import { readXlsx } from "hucre/xlsx";
import { parse } from "papaparse";
import { expect, test } from "vitest";
import { actionsCsv, actionsOds, actionsXlsx, type RecordedActionLog } from "./action-log.ts";

const action = (text: string, at = 1): RecordedActionLog["actions"][number] => ({
  id: `Action:${at}`,
  reference: `WF-2025-05-A${at}`,
  text,
  status: "IN_PROGRESS",
  version: 1,
  overdue: true,
  owners: [{ name: "Ina Marsh" }, { name: "Cal Weir" }],
  due: { on: "2025-06-30", text: "by the end of June", inWords: "30 June 2025" },
  raisedAt: { on: "2025-05-09", meeting: { title: "Weir Forum, May" } },
  closure: null,
});
const log = (...actions: RecordedActionLog["actions"]): RecordedActionLog => ({
  slug: "weir-forum",
  name: "Weir Forum",
  actions,
});

const nasty = [
  `=HYPERLINK("https://weir.example","here")`,
  "+441234567",
  "-1+1",
  "@SUM(A1)",
  "\tcmd",
  `says "no", and\nthen more; ünïcode`,
];

test("the log in CSV is read back by another library, and nothing in it is a formula", () => {
  const text = actionsCsv(log(...nasty.map((each, at) => action(each, at + 1))));
  const { data, errors } = parse<Record<string, string>>(text.replace(/^\uFEFF/u, ""), {
    header: true,
  });
  expect(errors).toEqual([]);
  expect(data.map((row) => row["Action"])).toEqual(
    nasty.map((each) => (/^[=+\-@\t]/u.test(each) ? `'${each}` : each)),
  );
  expect(data[0]).toMatchObject({
    Reference: "WF-2025-05-A1",
    Owners: "Ina Marsh; Cal Weir",
    Status: "In progress",
    Due: "2025-06-30",
    "Due as stated": "by the end of June",
    Overdue: "Yes",
    "Raised on": "2025-05-09",
    "Raised at": "Weir Forum, May",
    "Closed on": "",
  });
});

test.each([
  { kind: "xlsx", write: actionsXlsx, read: readXlsx },
  { kind: "ods", write: actionsOds, read: readOds },
])("in .$kind a day is a day and a text is a text", async ({ write, read }) => {
  const book = await read(await write(log(...nasty.map((each, at) => action(each, at + 1)))));
  const [sheet] = book.sheets;
  const [head, ...rows] = sheet?.rows ?? [];
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
  expect(column("Action")).toEqual(nasty);
  expect(column("Due")[0]).toEqual(new Date("2025-06-30T00:00:00Z"));
  expect(JSON.stringify([...(sheet?.cells?.values() ?? [])])).not.toContain(`"formula"`);
});

test("an empty log is refused", () => {
  expect(() => actionsCsv(log())).toThrow("Weir Forum has no action that you may see.");
});
