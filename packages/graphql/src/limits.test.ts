import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { parseWithin } from "./limits.ts";

const nested = (levels: number) => `{${"a{".repeat(levels - 1)}a${"}".repeat(levels - 1)}}`;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");
const bomb = (levels: number) =>
  `{ ...f0 } ${times(levels, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f${levels} on Query { a }`;

test.each([
  { what: "a short question", source: "{ a }" },
  { what: "fifteen levels", source: nested(15) },
  { what: "thirty aliases", source: `{ ${times(30, (index) => `a${index}: a`)} }` },
  { what: "the question that tools ask first", source: getIntrospectionQuery() },
  {
    what: "a fragment within itself, for validation to refuse",
    source: "{ ...f } fragment f on Query { a ...f }",
  },
])("$what is parsed", ({ source }) => {
  expect(parseWithin(source).kind).toBe("Document");
});

test.each([
  { what: "characters", source: `{ a } #${"x".repeat(20_000)}` },
  { what: "brackets within each other", source: nested(5_000) },
  {
    what: "brackets within each other",
    source: `{ a(b: ${"[".repeat(5_000)}${"]".repeat(5_000)}) }`,
  },
  { what: "levels of fields", source: nested(16) },
  { what: "levels of fields", source: `{ a { ...f } } fragment f on Query ${nested(15)}` },
  { what: "aliases", source: `{ ${times(31, (index) => `a${index}: a`)} }` },
  {
    what: "aliases",
    source: `{ ${times(8, () => "...f")} } fragment f on Query { ${times(4, (index) => `a${index}: a`)} }`,
  },
  { what: "fields", source: `{ ${"a ".repeat(401)} }` },
  { what: "fields", source: bomb(18) },
  { what: "directives", source: `{ a ${"@skip(if: true) ".repeat(11)} }` },
])("too many $what are refused", ({ what, source }) => {
  expect(() => parseWithin(source)).toThrow(
    new RegExp(`too large: it may have at most \\d+ ${what}. Ask for less`, "u"),
  );
});

test("too many tokens are refused by the parser", () => {
  expect(() => parseWithin(`{ ${"a ".repeat(4_500)} }`)).toThrow("more than 4000 tokens");
});

test.each(["\\u0000", "\\u{0}", "a\\u{0000}b", "a\0b"])("a text with %s is refused", (escaped) => {
  expect(() => parseWithin(`{ a(b: {c: ["${escaped}"]}) }`)).toThrow("the character NUL");
});

test.each(["\\uD800", "\\u{D800}", "\\uDE00\\uD83D", "\uD800"])(
  "the parser refuses a text with %j",
  (half) => {
    expect(() => parseWithin(`{ a(b: "${half}") }`)).toThrow("Syntax Error");
  },
);

test("the escape of an escape is a text", () => {
  expect(parseWithin(String.raw`{ a(b: "\\u0000 \u0041 \uD83D\uDE00") }`).kind).toBe("Document");
});
