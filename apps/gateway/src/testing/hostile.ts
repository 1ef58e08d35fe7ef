/** Everything that means something to PostgreSQL, JSON, a template, a page or a terminal, in one text. */
export const everySign = [
  String.raw` '"\ \' \u0000 \uD800 '; drop schema actions cascade; -- /* */ $1 $2$$ $& %s %00 {"a":[1]} \${1} {{1}} <b>&amp;`,
  "__proto__ \t\r\n\u0001\u001B[31m\u007F\u0085\u2028\uFEFF\uFFFE\uFFFF \u202Eabc\u202C e\u0301 é 👩‍👩‍👧 \u{10FFFF}' ",
].join("\n");

/** A word that does not compress, such as no index holds. */
export function long(length: number): string {
  let seed = 1;
  const letter = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return "abcdefghijklmnopqrstuvwxyz"[seed % 26];
  };
  return Array.from({ length }, letter).join("");
}

const words = [everySign, `{"a":[1]}`, long(9_999), long(200_000), ""];

/** What no text may hold. */
const noText = ["a\0b", "\uD800", "b\uDC00c", "x".repeat(1_000_000)];

/** Days that are none to PostgreSQL, to a calendar or to a schema. */
const days = [
  "0000-01-01",
  "0000",
  "9999-12-31",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "2026-02-30",
  "infinity",
  "now",
];

/** What to send to a place of a scalar or an enum by its name; `sample` is what would be right there. */
export function hostileTo(type: string, sample: unknown): readonly string[] {
  if (type === "String") return [...words, ...noText];
  if (type === "ID") {
    const [kind] = String(sample).split(":");
    const ids = [`${kind}:${everySign}`, `${String(sample)}:${everySign}`, `${String(sample)}\n`];
    return [everySign, "", ...ids, ...noText];
  }
  if (/Date/u.test(type)) return [everySign, "", `${String(sample)}\n`, ...days, ...noText];
  return [everySign, long(2_000), "\uD800"];
}
