import { expect, test } from "vitest";
import { globalId } from "./global-id.ts";

const id = "01990000-0000-7000-8000-00000000dead";
const read = globalId("Meeting", "Item");

test("a global id says of which type it is, and which one", () => {
  expect(read.parse(`Meeting:${id}`)).toEqual({ type: "Meeting", id });
});

test.each(["", ":", id, `:${id}`, `Action:${id}`, "Meeting:", `Meeting:${id}:`, `Meeting:${id}:x`])(
  "%j is refused",
  (text) => {
    expect(read.safeParse(text)).toMatchObject({
      success: false,
      error: { issues: [{ message: "Give the id of a Meeting or Item, as the graph gives it." }] },
    });
  },
);
