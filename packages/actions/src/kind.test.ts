import { issuesOf, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { march, nia, pavements, sam } from "./testing.ts";
import { raiseAtMeeting } from "./verbs/raise.ts";

const raised = (kind: string | undefined, kinds?: readonly string[]) => {
  try {
    return raiseAtMeeting({
      by: sam,
      on: march.on,
      meeting: march.meeting,
      text: "Bring figures",
      owners: [{ agent: nia }],
      series: { group: pavements, stem: "HPWG-2026-03-A", next: 9 },
      nextMeeting: { meeting: "next", on: null },
      newId: () => "01990000-0000-7000-8000-000000001009",
      ...(kind === undefined ? {} : { kind }),
      ...(kinds === undefined ? {} : { kinds }),
    }).kind;
  } catch (error) {
    if (error instanceof Refusal) return issuesOf(error);
    throw error;
  }
};

const path = ["kind"];

test.each([
  ["none", undefined, undefined, null],
  ["a word that everybody knows", "information-request", undefined, "information-request"],
  [
    "a word that nobody knows",
    "banana",
    undefined,
    [
      {
        path,
        message: expect.stringMatching(/^Give task, standing, .* or decision-follow-up\.$/u),
      },
    ],
  ],
  ["a word of the directorate's own", "site-visit", ["task", "site-visit"], "site-visit"],
  [
    "a word that the directorate does not know",
    "banana",
    ["task", "site-visit"],
    [{ path, message: "Give task or site-visit." }],
  ],
])("the kind of an action is a known word: %s", (_title, kind, kinds, found) => {
  expect(raised(kind, kinds)).toEqual(found);
});
