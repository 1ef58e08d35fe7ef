import { Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "./text.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  { given: "nothing", file: bytes(""), code: "EMPTY_DOCUMENT", says: "empty" },
  { given: "white space", file: bytes(" \r\n\t\n"), code: "EMPTY_DOCUMENT", says: "empty" },
  {
    given: "a byte order mark alone",
    file: bytes("\xEF\xBB\xBF"),
    code: "EMPTY_DOCUMENT",
    says: "empty",
  },
  {
    given: "60 MB",
    file: new Uint8Array(60 * 1024 * 1024).fill(65),
    code: "DOCUMENT_TOO_LARGE",
    says: "60.0 MB",
  },
  { given: "a PNG", file: bytes("\x89PNG\r\n\x1A\n"), code: "NOT_TEXT", says: "a PNG image" },
  { given: "a PDF", file: bytes("%PDF-1.7 …"), code: "NOT_TEXT", says: "a PDF" },
  { given: "a Word document", file: bytes("PK\x03\x04\x14"), code: "NOT_TEXT", says: ".docx" },
  {
    given: "UTF-16",
    file: bytes("\xFF\xFEM\0i\0"),
    code: "NOT_TEXT",
    says: "in UTF-16, not text in UTF-8",
  },
  { given: "a NUL byte", file: bytes("Minutes\0"), code: "NOT_TEXT", says: "byte 7" },
  { given: "Latin-1", file: bytes("Caf\xE9 minutes"), code: "NOT_UTF8", says: "byte 3" },
  {
    given: "a character cut off at the end",
    file: bytes("Caf\xC3"),
    code: "NOT_UTF8",
    says: "byte 3",
  },
  {
    given: "a wrong byte after two good characters",
    file: bytes("\xC3\xA9\xC3\xA9\xFFx"),
    code: "NOT_UTF8",
    says: "byte 4",
  },
])("$given is refused with $code", ({ file, code, says }) => {
  const refused = () => textOf(file);
  expect(refused).toThrow(Refusal);
  expect(refused).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(says) }),
  );
});

test("a byte order mark is taken off, so that places count from the first character", () => {
  expect(textOf(bytes("\xEF\xBB\xBFMinutes"))).toBe("Minutes");
});

test("text comes back as it was written", () => {
  const texts = fc
    .string({ unit: "grapheme" })
    .filter((text) => text.trim() !== "" && !/^(?:\uFEFF|GIF8|%PDF|PK|\{\\)|\0/u.test(text));
  fc.assert(
    fc.property(texts, (text) => {
      expect(textOf(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});
