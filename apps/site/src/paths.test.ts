import { expect, test } from "vitest";
import { pathOf, withQuery } from "./paths.ts";

test.each([
  [{ type: "Group", slug: "lamps" }, "/groups/lamps"],
  [{ type: "Meeting", slug: "lamps-2026-03-10" }, "/meetings/lamps-2026-03-10"],
  [{ type: "Action", reference: "LB-2026-03-A1" }, "/actions/LB-2026-03-A1"],
  [
    { type: "Commitment", code: "more light", mission: { slug: "m" } },
    "/missions/m/commitments/more%20light",
  ],
  [{ type: "Commitment", code: "hidden", mission: null }, null],
  [{ type: "Item", place: 3, meeting: { slug: "x" } }, "/meetings/x#item-3"],
  [{ type: "Decision", item: { place: 2 }, meeting: { slug: "x" } }, "/meetings/x#item-2"],
  [{ type: "Decision", item: null, meeting: { slug: "x" } }, "/meetings/x"],
  [{ type: "Report", mission: { slug: "m" } }, "/missions/m"],
  [{ type: "Membership", group: { slug: "lamps" } }, "/groups/lamps"],
  [{ type: "Document" }, null],
])("%o is found at %s", (found, path) => expect(pathOf(found)).toBe(path));

test.each([
  [{}, "/actions"],
  [{ group: "", after: null }, "/actions"],
  [{ text: "a & b", group: "lamps" }, "/actions?text=a+%26+b&group=lamps"],
])("what is asked with %o is at %s", (query, address) =>
  expect(withQuery("/actions", query)).toBe(address),
);
