import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const ticks = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** CPU time of a process so far, in milliseconds: `own`, and that of children which have ended. */
function timesOf(pid: number): { own: number; ended: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in parentheses, may hold anything; what follows are numbers from the third field on.
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const sum = (...numbers: number[]) =>
    (numbers.reduce((total, number) => total + (fields[number - 3] ?? 0), 0) * 1000) / ticks;
  return { own: sum(14, 15), ended: sum(16, 17) };
}

/** CPU time of one process with all its threads, in milliseconds. */
export const cpuOf = (pid: number): number => timesOf(pid).own;

/** CPU time of a process and of all its children, those that have ended included, in milliseconds. */
export function cpuOfFamily(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .split(" ")
    .filter(Boolean);
  const running = children.reduce((sum, child) => sum + untilItEnds(Number(child)), 0);
  // Read last, so that it holds whatever ended meanwhile.
  const { own, ended } = timesOf(pid);
  return running + own + ended;
}

function untilItEnds(pid: number): number {
  try {
    return timesOf(pid).own;
  } catch {
    return 0;
  }
}
