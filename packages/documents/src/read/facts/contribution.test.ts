import { expect, test } from "vitest";
import type { Contribution } from "../../reading.ts";
import { passage } from "../../testing.ts";
import { contributionOf } from "./contribution.ts";
import { directoryOf } from "./names.ts";

const names = ["Ann Bell", "Dr Cal Dunn", "Rob Gray"];
const directory = directoryOf(
  names.map((name) => ({ name, initials: null, chair: name === "Ann Bell", apologies: false })),
);
const read = (
  text: string,
  setting: { lead?: string; before?: Contribution; trails?: boolean },
) => {
  const { lead, before = null, trails = false } = setting;
  const given = { lead: lead === undefined ? null : passage(lead), before, trails };
  return contributionOf(passage(text), given, directory, names).contribution;
};
const speakers = ({ speakers }: Contribution) =>
  speakers.map(({ mention, name, basis, confidence }) => [mention, name, basis, confidence]);

test.each([
  ["Ann Bell asked about the path", "question"],
  ["Cal offered to write", "offer"],
  ["RG thanked Cal", "thanks"],
  ["the Chair summed up", "summary"],
  ["Dr Dunn gave an update on the path", "update"],
  ["Rob said that the path is shut", "statement"],
  ["the path is shut", "narrative"],
])("%s: %s", (text, kind) => {
  expect(read(text, {}).kind).toBe(kind);
});

test.each([
  "Dr Cal Dunn presented the map. The key points were:",
  "Dr Cal Dunn gave an update. He said that:",
  "Dr Cal Dunn set out three key points:",
])("%s leads points of his own", (lead) => {
  expect(speakers(read("the path is shut", { lead }))).toEqual([
    ["Dr Cal Dunn", "Dr Cal Dunn", "inferred", 0.8],
  ]);
});

test.each([
  "In discussion, the following points were made:",
  "Dr Cal Dunn presented the map. In discussion, the key points were:",
  "Dr Cal Dunn presented the map. Members made these points:",
])("%s leads points of nobody in particular", (lead) => {
  expect(speakers(read("the path is shut", { lead }))).toEqual([]);
});

test("a point that names its own speaker is not the leader's", () => {
  const lead = "Dr Cal Dunn said that:";
  expect(speakers(read("Rob Gray disagreed", { lead }))).toEqual([
    ["Rob Gray", "Rob Gray", "stated", null],
  ]);
});

test("INV-M31 a pronoun is the one who spoke before, less surely", () => {
  const before = read("Dr Dunn noted the cost", {});
  expect(speakers(read("He also noted the time", { before }))).toEqual([
    ["He", "Dr Cal Dunn", "inferred", 0.7],
  ]);
  const both = read("Ann and Rob noted the cost", {});
  expect(speakers(read("She also noted the time", { before: both }))).toEqual([]);
  expect(speakers(read("He is the owner of the path", {}))).toEqual([]);
});

test("points that lost their marks go on from the update above them", () => {
  const before = read("The Chair provided the Group with an update on the path.", {});
  const point = read("while it is dry, it is still shut", { before, trails: true });
  expect([point.kind, speakers(point)]).toEqual([
    "update",
    [["The Chair", "Ann Bell", "inferred", 0.8]],
  ]);
});
