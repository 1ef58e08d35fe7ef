import { canonicalJson, lastDay, type Period } from "@remit/kernel";
import { compared } from "./decimal.ts";
import { isSameUnit } from "./measure.ts";
import { directionOf } from "./progress.ts";
import { required } from "./required.ts";
import type { RevisionEffect, Target } from "./target.ts";

type Asked = Pick<Target, "spec" | "by" | "baseline" | "measure">;

/** What a revision makes of a target: from what is to be reached, and from when. */
export function effectOf(was: Asked, is: Asked): RevisionEffect {
  const effects = [effectOfValue(was, is), effectOfTime(was.by, is.by)];
  if (effects.includes("unclear")) return "unclear";
  const told = new Set(effects.filter((effect) => effect !== "neutral"));
  const [only = "neutral"] = told;
  return told.size > 1 ? "unclear" : only;
}

function effectOfValue(was: Asked, is: Asked): RevisionEffect {
  const [before, after] = [required(was), required(is)];
  if (before.kind === "not-computable" || after.kind === "not-computable")
    return canonicalJson(was.spec) === canonicalJson(is.spec) ? "neutral" : "unclear";
  if (!isSameUnit(before.unit, after.unit)) return "unclear";
  const change = compared(after.value, before.value);
  if (change === 0) return "neutral";
  const ways = [
    directionOf({ ...was, direction: null }, before),
    directionOf({ ...is, direction: null }, after),
  ];
  if (ways[0] === null || ways[0] !== ways[1]) return "unclear";
  return change > 0 === (ways[0] === "increase") ? "harder" : "easier";
}

function effectOfTime(was: Period, is: Period): RevisionEffect {
  if (was.end === is.end) return "neutral";
  if (was.end === null || is.end === null) return "unclear";
  const [before, after] = [lastDay(was.end), lastDay(is.end)];
  return before === after ? "neutral" : after > before ? "easier" : "harder";
}

/** What a target asked when it was set, whatever was changed since (INV-C19). */
export const originalOf = ({ revisions, spec, by, baseline }: Target) =>
  revisions[0]?.was ?? { spec, by, baseline };
