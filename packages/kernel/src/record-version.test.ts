import * as z from "zod";
import { expect, test } from "vitest";
import { versions } from "./record-version.ts";

const first = { id: "1", words: "Dig a bed" };
const spades = versions(
  z.object({ id: z.string(), text: z.string(), tools: z.array(z.string()) }),
  [({ words, ...record }) => ({ ...record, text: words }), (record) => ({ ...record, tools: [] })],
);

test.each([
  ["says none", first],
  ["is the first", { ...first, recordVersion: 1 }],
  ["is between", { id: "1", text: "Dig a bed", recordVersion: 2 }],
  ["is the present one", { id: "1", text: "Dig a bed", tools: [], recordVersion: 3 }],
])("a record whose version %s reads as one of today, and stays as it is", (_title, record) => {
  const before = structuredClone(record);
  expect(spades.read(record)).toEqual({ id: "1", text: "Dig a bed", tools: [] });
  expect(record).toEqual(before);
});

test("what is kept says its version, and reads as what it was", () => {
  const value = { id: "2", text: "Rake", tools: ["rake"] };
  expect(spades.kept(value)).toEqual({ ...value, recordVersion: 3 });
  expect(spades.read(spades.kept(value))).toEqual(value);
  const unchanged = versions(z.object({ id: z.string() }), []);
  expect(unchanged.kept({ id: "2" })).toEqual({ id: "2" });
});

test.each([4, 0, 1.5, "2"])("a record of version %j is refused", (recordVersion) => {
  const read = () => spades.read({ ...first, recordVersion });
  expect(read).toThrow(expect.objectContaining({ code: "RECORD_NEWER" }));
});

test.each([null, "text", 7, []])("%j is refused by the schema", (record) => {
  expect(() => spades.read(record)).toThrow(z.ZodError);
});
