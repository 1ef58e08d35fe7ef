import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

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

/** CPU time of one process with all its threads, in milliseconds: to the nanosecond where the system counts them. */
export function cpuOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + timeOf(`/proc/${pid}/task/${thread}`), 0);
  } catch {
    return timesOf(pid).own;
  }
}

const timeOf = (thread: string) =>
  Number.parseInt(readFileSync(`${thread}/schedstat`, "utf8"), 10) / 1e6;

/** CPU time of a process and of all its children, those that have ended included, in milliseconds. */
export function cpuOfFamily(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .split(" ")
    .filter(Boolean);
  const running = children.reduce((sum, child) => sum + untilItEnds(Number(child)), 0);
  // Read last, so that it holds whatever ended meanwhile.
  return running + cpuOf(pid) + timesOf(pid).ended;
}

function untilItEnds(pid: number): number {
  try {
    return cpuOf(pid);
  } catch {
    return 0;
  }
}
