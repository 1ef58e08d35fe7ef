import {
  ContextKind,
  DeliverableKind,
  FundingFirmness,
  FundingLineKind,
  InvolvementKind,
  MissionLinkKind,
  OutcomeKind,
  StatementKind,
} from "@remit/commitments";

const source = { title: "A year on", publisher: "Harbourside Council" };
const reason = "The group said so";
const spelled = (word: string) => word.replaceAll("-", "_").toUpperCase();

/** What parts are recorded in: the ids of things of the record. */
export interface Surroundings {
  readonly mission: string;
  readonly other: string;
  readonly commitment: string;
  readonly target: string;
  readonly indicator: string;
  readonly envelope: string;
}

type Act = (verb: string, input: object) => Promise<string>;

/** Does every verb of what belongs to a mission beside its promises, with every value of every closed set. */
export async function everyPart(act: Act, confirm: Act, around: Surroundings): Promise<void> {
  await everyReport(act, around);
  await everyStep(act, around);
  await everyPound(act, around);
  const { mission, other, commitment } = around;
  for (const [index, kind] of ContextKind.options.entries())
    await act("recordContextFactor", {
      mission,
      title: `Frost ${index}`,
      kind: spelled(kind),
      statement: "Frost breaks kerbs.",
      wording: index === 0 ? "VERBATIM" : "SUMMARY",
      since: "2025-12",
      until: "2026-02",
      source,
    });
  for (const how of InvolvementKind.options)
    await act("recordInvolvement", {
      mission,
      commitment,
      who: "People who use wheelchairs",
      how: spelled(how),
      effect: "Two more kerbs.",
      source,
    });
  const link = { mission, other, statement: "Buses stop there.", wording: "SUMMARY", source };
  const linked: string[] = [];
  for (const kind of MissionLinkKind.options)
    linked.push(await act("linkMissions", { ...link, kind: spelled(kind) }));
  await confirm("confirmMissionLink", { id: linked[0] });
  await act("withdrawMissionLink", { id: linked[1], reason });
  const standard = await act("recordStandard", {
    mission,
    code: "flush-kerb",
    title: "A kerb is level with the road.",
    issuedBy: { name: "Kerb Watch" },
    issuedOn: "2025",
    source,
  });
  const assess = (area: string) =>
    act("assessStandard", {
      standard,
      area,
      areaScheme: "ward",
      period: { start: "2026-01", end: "2026-03", label: "the first quarter" },
      scale: "mat-ragb",
      scaleVersion: "2024",
      value: "green",
      assessor: { name: "Kerb Watch" },
      source,
    });
  await assess("North");
  await act("withdrawStandardAssessment", { id: await assess("South"), reason });
  await act("withdrawContextFactor", {
    id: await act("recordContextFactor", {
      mission,
      title: "Rain",
      kind: "RISK",
      statement: "Rain fell.",
      wording: "SUMMARY",
      source,
    }),
    reason,
  });
  await act("withdrawInvolvement", {
    id: await act("recordInvolvement", {
      mission,
      who: "Parents",
      how: "CONSULTED",
      source,
    }),
    reason,
  });
  await act("withdrawStandard", {
    id: await act("recordStandard", {
      mission,
      code: "old-kerb",
      title: "A kerb is low.",
      issuedBy: { name: "Kerb Watch" },
      source,
    }),
    reason,
  });
}

async function everyReport(act: Act, { mission, commitment, target, indicator }: Surroundings) {
  const draft = () =>
    act("draftReport", {
      mission,
      title: "The first year",
      series: "annual",
      covers: { start: "2025-01", end: "2026-03-31", label: "the first year" },
      foreword: { by: { name: "Jo Quay" }, text: "Much was done." },
      contact: "streets@harbourside.example",
    });
  const first = await draft();
  for (const kind of StatementKind.options)
    await act("addReportStatement", {
      id: first,
      kind: spelled(kind),
      text: "Two kerbs were dropped.",
      wording: kind === "trend" ? "VERBATIM" : "SUMMARY",
      about: [commitment, target, indicator],
    });
  await act("confirmFinding", { id: first, statement: 1, as: { existing: commitment } });
  await act("rejectFinding", { id: first, statement: 2, reason });
  await act("freezeReport", { id: first });
  await act("publishReport", { id: first, source });
  await act("publishErratum", { id: first, statement: 1, text: "It was one.", source });
  const second = await draft();
  await act("freezeReport", { id: second });
  await act("publishReport", { id: second });
  await act("supersedeReport", { id: first, successor: second });
  await act("withdrawReport", { id: await draft(), reason });
  await act("freezeReport", { id: await draft() });
  await draft();
}

async function everyStep(act: Act, { mission, commitment }: Surroundings) {
  const outcomes: string[] = [];
  for (const [index, kind] of OutcomeKind.options.entries())
    outcomes.push(
      await act("setOutcome", {
        mission,
        code: `o${index}`,
        title: "Nobody meets a step.",
        kind: spelled(kind),
        framework: "the plan of 2025",
        ...(outcomes[0] === undefined ? {} : { parent: outcomes[0] }),
        source,
      }),
    );
  await act("alignOutcome", { id: outcomes[1], commitments: [commitment] });
  await act("withdrawOutcome", { id: outcomes[2], reason });
  const milestone = () =>
    act("setMilestone", { commitment, title: "Ten kerbs", due: "2026-06-01", source });
  for (const progress of ["ON_TRACK", "MINOR_DELAY", "SIGNIFICANT_DELAY"])
    await act("rateMilestone", { id: await milestone(), progress, forecast: "2026-07-01" });
  const late = await milestone();
  await act("rescheduleMilestone", { id: late, due: "2026-09-01", reason });
  await act("reachMilestone", { id: late, actual: "2026-09-03" });
  await act("missMilestone", { id: await milestone(), reason });
  await act("withdrawMilestone", { id: await milestone(), reason });
  await milestone();
  const planned: string[] = [];
  for (const kind of DeliverableKind.options)
    planned.push(
      await act("planDeliverable", {
        mission,
        commitment,
        title: "A map of kerbs",
        kind: spelled(kind),
        producedBy: { name: "Harbourside Council" },
        source,
      }),
    );
  await act("produceDeliverable", { id: planned[0], deliveredOn: "2026-05", document: source });
  await act("withdrawDeliverable", { id: planned[1], reason });
}

async function everyPound(act: Act, { envelope }: Surroundings) {
  const line = (kind: string, amount: string, firmness: string) =>
    act("recordFundingLine", {
      envelope,
      kind: spelled(kind),
      amount,
      firmness,
      period: { start: "2025-04", end: "2026-03", label: "2025-26" },
      recipient: { name: "The kerb workshop" },
      purpose: "Kerbs",
      source,
    });
  await act("withdrawFundingLine", { id: await line("budget", "1", "FORMAL"), reason });
  await line("budget", "120000", "FORMAL");
  for (const kind of FundingLineKind.options.filter((each) => each !== "budget"))
    for (const firmness of FundingFirmness.options) await line(kind, "7", spelled(firmness));
  const profile = await act("declareFundingProfile", { envelope, source });
  await act("withdrawFundingProfile", { id: profile, reason });
  await act("declareFundingProfile", { envelope, source });
}
