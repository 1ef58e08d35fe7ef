import { expect, test } from "vitest";
import { collisionOf, troubleOf } from "./trouble.ts";

const failed = (code: string, message = "", rest = {}) =>
  Object.assign(new Error(message), { code, ...rest });

test.each([
  { what: "a statement that was cut off", error: failed("57014"), code: "TOO_SLOW" },
  { what: "a server that shuts down", error: failed("57P01"), code: "UNAVAILABLE" },
  { what: "too many connections", error: failed("53300"), code: "UNAVAILABLE" },
  { what: "a server that is not there", error: failed("ECONNREFUSED"), code: "UNAVAILABLE" },
  {
    what: "a pool without a free connection",
    error: new Error("timeout exceeded when trying to connect"),
    code: "UNAVAILABLE",
  },
  {
    what: "a connection that broke",
    error: new Error("Connection terminated unexpectedly"),
    code: "UNAVAILABLE",
  },
  { what: "a wrong statement", error: failed("42601"), code: undefined },
  { what: "what is no error", error: "57014", code: undefined },
])("$what: $code", ({ error, code }) => {
  expect(troubleOf(error)?.code).toBe(code);
});

test.each([
  { what: "waiting too long", error: failed("55P03"), says: "Somebody else is changing this" },
  { what: "waiting for each other", error: failed("40P01"), says: "Somebody else is changing" },
  {
    what: "the same written twice",
    error: failed("23505", "duplicate key value (slug)=(pavements)", { table: "group" }),
    says: "has just written the same group as this",
  },
])("$what is a refusal that says to ask again, and no value", ({ error, says }) => {
  const refusal = collisionOf(error);
  expect(refusal).toMatchObject({ code: "BUSY", message: expect.stringContaining(says) });
  expect(refusal?.message).not.toContain("pavements");
});

test("another error is none of others", () => {
  expect(collisionOf(failed("23503"))).toBeNull();
});
