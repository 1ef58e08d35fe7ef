import type { Minutes } from "@remit/meetings/store";
import type { GoneParts } from "./keep-parts.ts";
import type { Finding } from "./report.ts";

/** Adds to minutes what they no longer have and something speaks of, after what they have. */
export function keepGone(
  minutes: Minutes,
  gone: GoneParts,
  dependents: ReadonlyMap<string, readonly string[]>,
): { minutes: Minutes; findings: Finding[] } {
  const isNamed = ({ id }: { readonly id: string }) => dependents.has(id);
  const contributions = gone.contributions.filter(isNamed);
  const papers = gone.papers.filter(isNamed);
  const decisions = gone.decisions.filter(isNamed);
  const attendance = gone.attendance.filter(isNamed);
  // What stays keeps the item and the list in which it stands.
  const around = new Set<string | null>([
    ...[...contributions, ...papers, ...decisions].map(({ item }) => item),
    ...attendance.map(({ section }) => section),
  ]);
  const stays = (part: { readonly id: string }) => isNamed(part) || around.has(part.id);
  const items = gone.items.filter(stays);
  const sections = gone.sections.filter(stays);
  const findings = [...items, ...contributions, ...papers, ...decisions, ...attendance].map(
    (part) => goneFinding(part, dependents.get(part.id) ?? []),
  );
  return {
    minutes: {
      ...minutes,
      items: after(minutes.items, items),
      sections: after(minutes.sections, sections),
      contributions: after(minutes.contributions, contributions),
      papers: after(minutes.papers, papers),
      decisions: after(minutes.decisions, decisions),
      attendance: after(minutes.attendance, attendance),
    },
    findings,
  };
}

function after<Part extends { readonly place: number }>(
  parts: readonly Part[],
  kept: readonly Part[],
): Part[] {
  const last = Math.max(0, ...parts.map(({ place }) => place));
  return [...parts, ...kept.map((part, index) => ({ ...part, place: last + index + 1 }))];
}

interface Named {
  readonly heading?: string | null;
  readonly title?: string | null;
  readonly text?: string;
  readonly name?: string;
}

function goneFinding(
  { heading, title, text, name }: Named,
  dependents: readonly string[],
): Finding {
  const what = heading ?? title ?? text ?? name ?? "A part without a heading";
  const why = dependents.length === 0 ? "what stands in it" : dependents.join(", ");
  return {
    code: "PART_GONE",
    message: `"${what}" is not in the new minutes and stays because of ${why}.`,
  };
}
