import { expect, test } from "vitest";
import { passage } from "../../testing.ts";
import { actionOf, labelsIn, referencedIn } from "./action.ts";
import { directoryOf } from "./names.ts";
import { type Agents, bodiesIn } from "./owner.ts";

const names = ["Ann Bell", "Dr Cal Dunn", "Rob Gray"];
const agents: Agents = {
  directory: directoryOf(
    names.map((name) => ({ name, initials: null, chair: false, apologies: false })),
  ),
  names,
  bodies: bodiesIn(["Shore Trust", "WildIsles", "Peat Office", "Lead, PEATCO"]),
};
const read = (text: string) =>
  labelsIn(passage(text)).map((label) => {
    const { text: task, owners, number, due, status } = actionOf(label.text, agents, label);
    return [
      task.written,
      owners.map(({ written }) => written).join(" + "),
      number?.written ?? null,
      due?.written ?? null,
      status?.written ?? null,
    ];
  });

test.each([
  ["Action: Ann to draft it.", "Ann to draft it.", "Ann", null],
  ["ACTION: AB to draft it", "AB to draft it", "AB", null],
  ["action:Secretariat to send it", "Secretariat to send it", "Secretariat", null],
  ["Action 2.1-  Secretariat to change it", "Secretariat to change it", "Secretariat", "2.1"],
  ["Action 7/1: Ann to share it", "Ann to share it", "Ann", "7/1"],
  ["Action Point (b): Ann to share it", "Ann to share it", "Ann", "b"],
  [
    "Action point – Ann and WildIsles to meet",
    "Ann and WildIsles to meet",
    "Ann + WildIsles",
    null,
  ],
  ["AP3.1 AB to check it", "AB to check it", "AB", "3.1"],
  ["**Action** - Team to see to it", "Team to see to it", "Team", null],
  ["new action, AB to send it", "AB to send it", "AB", null],
  [
    "Action: Shore Trust and WildIsles to comment",
    "Shore Trust and WildIsles to comment",
    "Shore Trust + WildIsles",
    null,
  ],
  [
    "Action: Complaints and Scrutiny Unit to reply",
    "Complaints and Scrutiny Unit to reply",
    "Complaints and Scrutiny Unit",
    null,
  ],
  ["Action: SG/COSLA to write a guide", "SG/COSLA to write a guide", "SG + COSLA", null],
  ["Action: EB – circulate it", "circulate it", "EB", null],
  [
    "Action: If the trial works, it should be published",
    "If the trial works, it should be published",
    "",
    null,
  ],
  ["Action: circulate the note (Ann Bell)", "circulate the note (Ann Bell)", "Ann Bell", null],
])("%s", (text, task, owners, number) => {
  expect(read(text).map((row) => row.slice(0, 3))).toEqual([[task, owners, number]]);
});

test("a reference, an owner and a date in fields", () => {
  expect(
    read(
      "MF2/040520/Action 1: Note to be issued. Action for: Secretariat / Chair. Action by: 31 August.",
    ),
  ).toEqual([
    ["Note to be issued.", "Secretariat + Chair", "MF2/040520/Action 1", "31 August", null],
  ]);
  expect(read("Action: Ann to share the map by 30 April – achieved")).toEqual([
    ["Ann to share the map by 30 April", "Ann", null, "30 April", "achieved"],
  ]);
});

test("two actions in one paragraph", () => {
  expect(
    read("It was said. Action: Ann to write. Action: Rob to call.").map(([task]) => task),
  ).toEqual(["Ann to write.", "Rob to call."]);
});

test.each([
  "Actions 1 to 4 are closed.",
  "Action 1 and 2 are finished.",
  "action 2, the map, complete",
  "No action was needed: all is well",
  "In action - a film",
])("%s raises none", (text) => {
  expect(read(text)).toEqual([]);
});

test("a reference in brackets makes its sentence an action", () => {
  const found = referencedIn(
    passage("AB asked for papers early. CD agreed to see to it [Action 4]."),
    agents,
  );
  expect(
    found.map(({ text, owners, number }) => [text.written, owners[0]?.written, number?.written]),
  ).toEqual([["CD agreed to see to it", "CD", "4"]]);
});
