import { Refusal } from "@remit/kernel";

/** Why the database did not answer, where a program that asks right can meet it: a word, and what to do. */
export interface Trouble {
  readonly code: "TOO_SLOW" | "UNAVAILABLE";
  readonly message: string;
}

const slow: Trouble = {
  code: "TOO_SLOW",
  message: "The database had no time left for this. Ask for less at once, or in smaller pages.",
};
const unavailable: Trouble = {
  code: "UNAVAILABLE",
  message: "The database cannot be asked now. Ask again in a moment.",
};

/** Of a statement that was cut off, of a pool without a free connection, and of a server that is away; null for a bug. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  if (code === "57014") return slow;
  if (/^(?:08|53|57P)|^25P03$|^ECONN|^EPIPE$|^ETIMEDOUT$/u.test(code)) return unavailable;
  // pg gives these no code.
  const away = /^(?:timeout exceeded when trying to connect|Connection terminated)/u;
  return away.test(error.message) ? unavailable : null;
}

const held = new Set(["55P03", "40P01", "40001"]);

/**
 * The refusal for whoever came at the same moment as another: both waited for each other or too long, or both wrote what
 * may be there once. Null for every other error.
 */
export function collisionOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  if (held.has(code))
    return new Refusal(
      "BUSY",
      "Somebody else is changing this record. Send the request again in a moment.",
    );
  if (code !== "23505") return null;
  const table = "table" in error && typeof error.table === "string" ? `${error.table} ` : "";
  return new Refusal(
    "BUSY",
    `Somebody else has just written the same ${table}as this. Ask again to see it taken into account.`,
  );
}

/** Whether a statement gave up waiting for what another transaction holds. */
export const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && codeOf(error) === "55P03";

const codeOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : "";
