import { isReport, type Reading, readMinutes, readReport } from "@remit/documents";
import { counted } from "@remit/import";
import { Refusal } from "@remit/kernel";
import { readDocument } from "./file.ts";
import { shownReport } from "./read-report.ts";

/** Prints what was understood of minutes or of a report; what is uncertain goes to standard error. */
export async function readCommand(file: string, { json }: { json?: boolean }): Promise<void> {
  if (file.toLowerCase().endsWith(".json"))
    throw new Refusal(
      "NOT_MINUTES",
      `${file}: This is JSON, and read is for minutes and reports. A mission or links go in with: remit import`,
    );
  const source = await readDocument(file).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, `${file}: ${error.message}`);
  });
  const { reading, lines } = understood(source);
  const text = json ? JSON.stringify(reading, null, 2) : lines.join("\n");
  process.stdout.write(`${text}\n`);
  if (json) return;
  for (const { code, message } of reading.warnings) process.stderr.write(`${code}: ${message}\n`);
}

function understood(text: string) {
  if (isReport(text)) {
    const reading = readReport(text);
    return { reading, lines: shownReport(reading) };
  }
  const reading = readMinutes(text);
  return { reading, lines: shown(reading) };
}

function shown(reading: Reading): string[] {
  const { title, group, date, time, ordinal, chair, location, nextMeeting: next } = reading;
  const facts = {
    Group: group,
    Date: [date, time].filter((part) => part !== null).join(" "),
    Ordinal: ordinal,
    Chair: chair,
    Location: location,
    "Next meeting": next === null ? null : [next.date, next.time].filter(Boolean).join(" "),
  };
  return [
    title ?? "(no title)",
    ...Object.entries(facts).map(([name, value]) => `${name}: ${value || "not stated"}`),
    "",
    ...reading.sections.flatMap(({ heading }, section) => [
      heading ?? "(a list without a heading)",
      ...reading.attendance.filter((entry) => entry.section === section).map(person),
    ]),
    "",
    ...reading.unplaced.map(said),
    ...reading.items.flatMap(({ heading, number, contributions }) => [
      `${number ?? "-"} ${heading ?? "(heading lost)"}`,
      ...contributions.map(said),
    ]),
    ...listed(
      "paper",
      reading.papers.map(({ number, title }) => `- ${[number, title].filter(Boolean).join(" ")}`),
    ),
    ...listed(
      "decision",
      reading.decisions.map(({ text }) => `- ${text}`),
    ),
    "",
    counted(reading.actions.length, "action"),
    ...reading.actions.map(({ text, owners, due, status }) =>
      [
        `- ${text}`,
        `  owner: ${names(owners) || "not stated"}`,
        `  due: ${due ?? "not stated"}`,
        ...(status === null ? [] : [`  status: ${status}`]),
      ].join("\n"),
    ),
  ];
}

/** A list under its count; nothing where there is nothing to list. */
const listed = (noun: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", counted(lines.length, noun), ...lines];

function said({ text, speakers }: Reading["unplaced"][number]): string {
  const by = speakers.map(({ mention, name }) => name ?? mention).join(", ");
  return `  ${by === "" ? "" : `${by}: `}${text}`;
}

function person(entry: Reading["attendance"][number]): string {
  const marks = [
    entry.chair ? "chair" : entry.category,
    ...(entry.status === "apologies" && entry.category !== "apologies" ? ["apologies"] : []),
    ...(entry.categoryBasis === "inferred" ? [`inferred, ${entry.confidence}`] : []),
  ];
  return `- ${entry.name}${entry.role === null ? "" : `, ${entry.role}`} [${marks.join("; ")}]`;
}

const names = (owners: readonly { name: string }[]) => owners.map(({ name }) => name).join(", ");
