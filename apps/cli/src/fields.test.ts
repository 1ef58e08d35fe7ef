import { actionVerbs, raiseAtMeeting } from "@remit/actions";
import { correctName } from "@remit/groups";
import { inputOf, makerInputOf, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { fieldsOf, readFields } from "./fields.ts";

const complete = fieldsOf(inputOf("Action", actionVerbs.complete.input.shape));
const raise = fieldsOf(makerInputOf(raiseAtMeeting.input.shape));

test("the fields of a verb are those of its input, each with what may be typed", () => {
  expect(complete.map(({ name, type, required }) => [name, type, required])).toEqual([
    ["id", "Action", true],
    ["expectedVersion", "INTEGER", false],
    ["on", "TEXT", false],
    ["idempotencyKey", "TEXT", false],
    ["owner", '{"person": …, "organisation": …, "group": …, "collective": …, "name": …}', false],
    ["note", "TEXT", false],
    ["override", "TEXT", false],
    ["evidence", "Document, repeatable", false],
  ]);
});

test.each([
  { typed: ["--id", "HPWG-2026-03-A1"], given: { id: "HPWG-2026-03-A1" } },
  { typed: ["--note=a = b\nc"], given: { note: "a = b\nc" } },
  { typed: ["--note", "--all"], given: { note: "--all" } },
  { typed: ["--note", ""], given: { note: "" } },
  { typed: ["--expectedVersion", "3"], given: { expectedVersion: 3 } },
  { typed: ["--owner", '{"name":"Sam"}'], given: { owner: { name: "Sam" } } },
  { typed: ["--evidence", "a", "--evidence", "b"], given: { evidence: ["a", "b"] } },
  { typed: [], given: {} },
])("$typed is read as $given", ({ typed, given }) => {
  expect(readFields(typed, complete)).toEqual(given);
});

test.each([
  { typed: ["--familyName", "Quill-Stone"], given: { familyName: "Quill-Stone" } },
  { typed: ["--honorificPrefix", ""], given: { honorificPrefix: null } },
  { typed: ["--name", ""], given: { name: "" } },
])("of what may be none, $typed is read as $given", ({ typed, given }) => {
  expect(readFields(typed, fieldsOf(inputOf("Person", correctName.input.shape)))).toEqual(given);
});

test("objects of a list are typed one by one, or all at once", () => {
  const owners = [{ agent: { name: "Sam" } }, { agent: { name: "Robin" } }];
  const each = owners.flatMap((owner) => ["--owners", JSON.stringify(owner)]);
  expect(readFields(each, raise)).toEqual({ owners });
  expect(readFields(["--owners", JSON.stringify(owners)], raise)).toEqual({ owners });
});

test.each([
  { typed: ["--ownr", "Sam"], code: "FIELD_UNKNOWN", says: "There are: --id, " },
  { typed: ["Sam"], code: "FIELD_UNKNOWN", says: "Sam is no field" },
  { typed: ["--note"], code: "FIELD_UNKNOWN", says: "--note: give its value." },
  { typed: ["--owner", "Sam"], code: "FIELD_BROKEN", says: "--owner: write it as JSON" },
  { typed: ["--expectedVersion", "x"], code: "FIELD_BROKEN", says: "--expectedVersion" },
])("$typed is refused with $code", ({ typed, code, says }) => {
  const read = () => readFields(typed, complete);
  expect(read).toThrow(Refusal);
  expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(says) }));
});
