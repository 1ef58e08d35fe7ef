/** What a statement calls a field that the client gave a name of its own; no GraphQL name can be that. */
const numbered = /"\$(\d+)":/gu;

/** PostgreSQL cuts longer names. */
const longestName = 63;

/**
 * The names of an operation's fields in its statement. They depend on the fields alone, so that operations that differ
 * in aliases share a text, and with it a prepared statement; the answer gets its aliases when it is there.
 */
export class Aliases {
  readonly #keys: string[] = [];

  /** How the statement calls a field: by its own name where that is its key in the answer, or else by a number. */
  nameOf(key: string, field: string): string {
    if (key === field && key.length <= longestName) return key;
    return `$${this.#keys.push(key) - 1}`;
  }

  /** A text that PostgreSQL wrote, with the client's keys. In a string of JSON a quote has a backslash before it, so that only keys are found. */
  given(text: string): string {
    if (this.#keys.length === 0) return text;
    return text.replace(numbered, (name, number: string) => {
      const key = this.#keys[Number(number)];
      return key === undefined ? name : `"${key}":`;
    });
  }
}
