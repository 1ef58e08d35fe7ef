import type { Contestant } from "./contestant.ts";
import { atMost, ms, ratio, table } from "./tables.ts";
import { type Writing, works } from "./writes.ts";

/** How many times a hand-written transaction's CPU, gateway and PostgreSQL together, at most. */
const overHandWritten = [3, 2] as const;
/** How many times its own cost where there is little before it, at most. */
const overFirst = [1.3, 1.1] as const;

const total = ({ gateway, postgres }: Writing) => gateway + postgres;

function finder(results: readonly Writing[]) {
  return (work: Writing["work"], contestant: Contestant["name"]): Writing => {
    const found = results.find((each) => each.work === work && each.contestant === contestant);
    if (!found) throw new Error(`${contestant} did not ${work}.`);
    return found;
  };
}

/** Remit's ratios to what was written by hand, and how each grows. */
export function comparedWrites(results: readonly Writing[]): string {
  const find = finder(results);
  const verbs = (["start", "report", "complete", "raise"] as const).map((work) => {
    const [remit, hand] = [find(work, "remit"), find(work, "hand-written")];
    return [
      work,
      "Remit ÷ hand-written",
      atMost(total(remit) / total(hand), overHandWritten),
      ratio(remit.gateway / hand.gateway),
      ratio(remit.postgres / hand.postgres),
    ];
  });
  const grown = (
    [
      ["raise", "raise among 5,000", "raise among 50"],
      ["report", "200th report", "2nd report"],
    ] as const
  ).flatMap(([verb, many, few]) =>
    (["remit", "hand-written"] as const).map((contestant) => {
      const [late, early] = [find(many, contestant), find(few, contestant)];
      const times = total(late) / total(early);
      return [
        verb,
        `${many} ÷ ${few}, ${contestant}`,
        contestant === "remit" ? atMost(times, overFirst) : ratio(times),
        ratio(late.gateway / early.gateway),
        ratio(late.postgres / early.postgres),
      ];
    }),
  );
  const head = ["verb", "ratio", "gateway and PostgreSQL", "gateway", "PostgreSQL"];
  return table(head, [...verbs, ...grown]);
}

/** Every figure of a run. */
export function measuredWrites(results: readonly Writing[]): string {
  const find = finder(results);
  return table(
    ["work", "server", "gateway ms", "PostgreSQL ms"],
    works.flatMap((work) =>
      (["remit", "hand-written"] as const).map((contestant) => {
        const { gateway, postgres } = find(work, contestant);
        return [work, contestant, ms(gateway), ms(postgres)];
      }),
    ),
  );
}
