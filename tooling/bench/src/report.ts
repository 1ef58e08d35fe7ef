import type { Result } from "./measure.ts";
export const table = (results: readonly Result[]): string =>
  results
    .map(
      (r) =>
        `${r.question} ${r.contestant} ${r.viewer} ${r.gateway.toFixed(3)} + ${r.postgres.toFixed(3)} p50 ${r.p50.toFixed(1)} ${r.perSecond.toFixed(0)}/s`,
    )
    .join("\n");
export function publish(_scale: number, _results: readonly Result[]): void {}
