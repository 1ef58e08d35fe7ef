/** A piece of HTML or XML: whatever was put into it is escaped. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = Markup | string | number | readonly Part[];

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands within HTML or XML, without the characters that XML cannot hold. */
export const inMarkup = (text: string): string =>
  text
    .replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign)
    // oxlint-disable-next-line no-control-regex -- these are the characters that XML has no place for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "");

/** Writes a piece of HTML or XML. What is put in is escaped, but for pieces that were written so themselves. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    strings.map((text, at) => `${text}${at < parts.length ? written(parts[at]) : ""}`).join(""),
  );

function written(part: Part | undefined): string {
  if (part instanceof Markup) return part.toString();
  if (typeof part === "string" || typeof part === "number") return inMarkup(String(part));
  return (part ?? []).map(written).join("");
}
