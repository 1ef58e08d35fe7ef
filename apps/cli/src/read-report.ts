import type { ReportReading } from "@remit/documents";
import { counted } from "@remit/import";

/** What was understood of a report, a line for each thing that it says and under it what was found there. */
export function shownReport({
  title,
  mission,
  covers,
  foreword,
  contact,
  sentences,
  unread,
}: ReportReading): string[] {
  const facts = {
    Mission: mission,
    Covers: covers === null ? null : `${covers.start} to ${covers.end}`,
    Signed: [foreword?.by, foreword?.post].filter((part) => part != null).join(", "),
    Contact: contact,
  };
  return [
    title ?? "(no title)",
    ...Object.entries(facts).map(([name, value]) => `${name}: ${value || "not stated"}`),
    "",
    ...sentences.flatMap(({ kind, text, findings, confidence }) => [
      `${kind}${confidence === null ? "" : ` (${confidence})`}: ${text}`,
      ...findings.map(
        (found) =>
          `  ${found.kind}: ${[found.hedge, found.direction, found.value, found.unit, found.subject ?? found.text, found.by].filter((part) => part !== null).join(" | ")}`,
      ),
    ]),
    ...(unread.length === 0
      ? []
      : ["", counted(unread.length, "line"), ...unread.map(({ text }) => `- ${text}`)]),
  ];
}
