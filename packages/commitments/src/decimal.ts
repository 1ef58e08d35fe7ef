import type { Decimal } from "@remit/kernel";
import type { Direction } from "./measure.ts";

// A decimal is `digits` × 10^-`scale`. Whole numbers of any size are exact, so everything here is.
type Parts = { digits: bigint; scale: number };

/** `base` more or less a number of per cent of itself: 10 increased by 300 per cent is 40. */
export function changedBy(base: Decimal, percent: Decimal, direction: Direction): Decimal {
  const [start, change] = [partsOf(base), partsOf(percent)];
  const whole = 100n * 10n ** BigInt(change.scale);
  const share = direction === "increase" ? whole + change.digits : whole - change.digits;
  return textOf({ digits: start.digits * share, scale: start.scale + change.scale + 2 });
}

export const isNegative = (number: Decimal): boolean => partsOf(number).digits < 0n;

function partsOf(number: Decimal): Parts {
  const [whole = "", fraction = ""] = number.split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function textOf({ digits, scale }: Parts): Decimal {
  const sign = digits < 0n ? "-" : "";
  const figures = String(digits)
    .replace("-", "")
    .padStart(scale + 1, "0");
  const whole = figures.slice(0, figures.length - scale);
  const fraction = figures.slice(figures.length - scale).replace(/0+$/u, "");
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
