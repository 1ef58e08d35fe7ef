import { onEachDatabase } from "@remit/database/testing";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";

const word = fc.constantFrom("kerb", "kerbs", "the", "o'neil", "drop-off", "a.b/c?d='e'", "5.5E3");
const sign = fc.constantFrom("or", "-", "--", '"', "(", "!", "&", "<->", ":*", "\\", "'", "\u00a0");
const noise = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", " "));
const asked = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 3, arbitrary: sign }, noise), {
    maxLength: 9,
  })
  .chain((parts) => fc.constantFrom(" ", "").map((between) => parts.join(between)));
/** What is long is indexed another way. */
const said = asked.chain((text) =>
  fc.constantFrom("", "Filler ".repeat(200), "Filler,".repeat(200)).map((more) => more + text),
);

/** Whether a text is found in its own quarter and in another, and whether PostgreSQL by itself finds it. */
const finds = (text: string, question: string) =>
  sql<{ here: boolean; elsewhere: boolean; theirs: boolean }>`
    select coalesce(words @@ gateway.words_asked(query, 8104), false) as here,
      coalesce(words @@ gateway.words_asked(query, 8105), false) as elsewhere,
      numnode(query) > 0 and to_tsvector('english', gateway.plain_letters(left(${text}, 100000))) @@ query as theirs
    from gateway.words_said(${text}, 8104) words, websearch_to_tsquery('english', gateway.plain_letters(${question})) query`;

onEachDatabase((open) => {
  test("a text is found by the same words as by PostgreSQL itself, in its own quarter", async () => {
    await fc.assert(
      fc.asyncProperty(said, asked, async (text, question) => {
        const [found] = (await finds(text, question).execute(open().db)).rows;
        expect(found).toEqual({ here: found?.theirs, elsewhere: false, theirs: found?.theirs });
      }),
      { numRuns: 300 },
    );
  });

  const address = `example.org/${"a".repeat(270)}`;
  test.each([
    ["words without blanks", `${"word,".repeat(600)}kerb`, "kerb"],
    ["many addresses", `${"kerb@example.org;".repeat(200)}p@example.org`, "p@example.org"],
    ["a long address behind many words", `${"word ".repeat(400)}${address}`, address],
    ["a word of 10,000 letters", `${"a".repeat(10_000)} kerb`, "kerb"],
    ["a word with no room for its quarter", `${"b".repeat(2_046)} kerb`, "kerb"],
    ["letters that take more room when small", `${"Ⱥ".repeat(700)} kerb`, "kerb"],
    [
      "more words than an index holds",
      `kerb ${Array.from({ length: 200_000 }, (_, i) => i).join(" ")}`,
      "kerb",
    ],
  ])("a text with %s can be kept, and found", async (_title, text, question) => {
    const { rows } = await finds(text, question).execute(open().db);
    expect(rows).toEqual([{ here: true, elsewhere: false, theirs: true }]);
  });
}, "gateway");
