import { type Ref, Refusal } from "@remit/kernel";

/** The reference of the `number`th action of a meeting: the group's code, the meeting's month (or day, where a month has two meetings), A1 and on. */
export const referenceOf = (
  code: string,
  heldOn: string,
  number: number,
  precision: "month" | "day" = "month",
): string => `${code}-${heldOn.slice(0, precision === "day" ? 10 : 7)}-A${number}`;

/** How the next actions of a meeting are quoted: `stem` followed by `next`, and on. */
export interface ReferenceSeries {
  readonly group: Ref;
  readonly stem: string;
  readonly next: number;
}

/** The number after every one that a meeting's actions have, or are quoted by. */
export const nextNumber = (
  raised: readonly { readonly number: number; readonly reference: string }[],
): number =>
  1 +
  Math.max(
    0,
    ...raised.flatMap(({ number, reference }) => [
      number,
      Number(/\d+$/u.exec(reference)?.[0] ?? 0),
    ]),
  );

/** Refuses a reference that another action of the group has, or had before it went to another group. */
export function assertFree(reference: string, taken: Iterable<string>): void {
  if (!new Set(taken).has(reference)) return;
  const message = `${reference} is another action's. Take the next free number.`;
  throw new Refusal("INV-A18", message, { path: ["reference"], params: { reference } });
}
