import {
  CommitmentKind,
  FundingKind,
  Hedge,
  Measure,
  MissionLinkKind,
  ObservationStatus,
} from "@remit/commitments";
import { harboursideJson } from "@remit/commitments/testing";

// Documents in which every value of every closed set stands that an import writes.

const statement = { wording: "summary", source: "plan" };

/** A mission with a part of every kind. */
export const everyCommitment = {
  ...harboursideJson,
  mission: { ...harboursideJson.mission, slug: "every-kind" },
  funding: FundingKind.options.map((kind) => ({
    ...statement,
    statement: `Money for kerbs: ${kind}.`,
    kind,
    amount: { amount: "100", currency: "GBP" },
  })),
  commitments: [
    ...CommitmentKind.options.map((kind) => ({
      ...statement,
      code: `kerbs-${kind}`,
      statement: `A promise about kerbs: ${kind}.`,
      kind,
    })),
    {
      ...statement,
      code: "kerbs",
      statement: "Kerbs that everybody can pass.",
      kind: "outcome",
      targets: [
        ...["at-least", "at-most"].map((operator) => ({
          ...statement,
          statement: `${operator} ten kerbs.`,
          spec: { kind: "threshold", operator, value: "10", unit: "kerbs" },
        })),
        ...["increase", "decrease"].map((direction) => ({
          ...statement,
          statement: `A change of kerbs: ${direction}.`,
          spec: { kind: "relative-change", percent: "10", direction },
          baseline: { kind: "qualitative", text: "a handful" },
        })),
        ...harboursideJson.commitments.flatMap(({ targets = [] }) => targets),
        {
          ...statement,
          statement: "A share of all crossings.",
          spec: { kind: "share", percent: "75", of: "crossings" },
          baseline: { kind: "exact", value: "10", unit: "dropped kerbs" },
          series: "dropped-kerbs",
        },
        {
          ...statement,
          statement: "Twenty benches.",
          spec: { kind: "absolute", value: "20", unit: "benches" },
          baseline: { kind: "exact", value: "10", unit: "benches" },
          series: "benches",
        },
      ],
    },
  ],
  series: [
    ...Measure.options.map((measure) => ({
      ...harboursideJson.series[0],
      code: measure,
      measure,
      unit: measure,
      observations: ObservationStatus.options.flatMap((status, index) => {
        const year = `200${index}`;
        const figure = { period: { start: year, end: year }, value: "1", status, source: "survey" };
        return status === "superseded" ? [figure, { ...figure, status: "revised" }] : [figure];
      }),
    })),
    ...harboursideJson.series,
    {
      ...harboursideJson.series[0],
      code: "benches",
      unit: "benches",
      observations: [],
    },
    {
      ...harboursideJson.series[0],
      code: "walks",
      ended: "2026",
      successor: "dropped-kerbs",
      observations: Hedge.options.map((hedge, index) => ({
        period: { start: `201${index}`, end: `201${index}` },
        value: "1",
        hedge,
        interval: { low: "0", high: "2", level: "95%" },
        source: "survey",
      })),
    },
  ],
  links: MissionLinkKind.options.map((kind) => ({
    ...statement,
    title: `Another mission: ${kind}`,
    statement: `Both are about kerbs: ${kind}.`,
    kind,
  })),
};

/** A report in which every sort of finding stands; it is on the mission of `everyCommitment`. */
export const everyFinding = `${everyCommitment.mission.title}: annual report 2025 to 2026

Covers the time between April 2025 and 31 March 2026.

The council committed an additional £2 million. We launched the Level Ways campaign. More than 20 kerbs are level.

We aim to increase the number of level kerbs by 50%, by the end of this council. We asked people with lived experience.

A core element of the mission is to level every crossing. These are our year one commitments.

Our work was advised by the Harbour Watch, who told us of trends, such as increased falls among walkers.

In response to the panel's report we will publish a kerb plan. The year will be challenging, with frost and storms.

The mission is supported across the council – Safer Crossings and Warm Halls – and beyond.
`;

const lists = `Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust
  • Sam Okoro, Town Council
  • Lea Moss (deputising for Robin Vale), Wheelchair Users

Observers:

  • Pia Lark, Harbour Watch

Invited speakers:

  • Tam Reed, Bus Company

Guests:

  • Una Hill, Bus Users

Officials:

  • Max Tarn, Streets Division

Absent:

  • Bela Novak, Shopkeepers of the Quay

Apologies:

  • Robin Vale, Wheelchair Users

Secretariat:

  • Iris Lund (minutes), Streets Division
`;

/** Minutes in which everything was done that minutes tell of. */
export const everyWord = `Harbourside Pavements Working Group minutes: May 2026

Minutes from the meeting of the group on 12 May 2026.

${lists}
Items and actions

Welcome

The Chair introduced the new members. The Chair welcomed Lea Moss, attending for the first time. Nominated deputies were listed.

Apologies were received from Robin Vale. The absence of Bela Novak was noted.

Kerbs

Sam Okoro gave an update on the kerbs.

Decision: The Group agreed to count the kerbs.

Decision: The plan for kerbs was approved.

Decision: The price of kerbs was deferred.

Decision: A wider kerb was recommended.

Decision: A higher kerb was rejected.

Decision: Kerbs come before benches.

Report of the harbour

Decision: The report of the harbour was noted.

Benches

Una Hill asked about benches.

Sam Okoro replied that benches are counted.

Tam Reed offered to count benches.

The Chair thanked Tam Reed.

The Chair summed up.

Any other business

There was none.
`;

/** Minutes whose lists do not say who is in them. */
export const bareLists = `Harbourside Pavements Working Group minutes: June 2026

Minutes from the meeting of the group on 9 June 2026.

Attendees and apologies

  • Ada Quill, Harbour Trust
  • Sam Okoro, Town Council

  • Tam Reed, Bus Company
  • Una Hill, Bus Users

Items and actions

Kerbs

The Group spoke of kerbs.
`;
