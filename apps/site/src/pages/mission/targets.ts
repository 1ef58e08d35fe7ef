import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, tag, type Tone } from "../../html/parts.ts";
import { figureFields, figureInWords } from "./figures.ts";

/** A target with what would meet it, and how far the figures have come. */
export const targetFields = graphql(
  `
  fragment TargetFields on Target {
    statement
    status
    by { start end label }
    baseline {
      kind: __typename
      ... on ExactQuantity { value unit }
      ... on QualitativeQuantity { text }
    }
    required {
      kind: __typename
      ... on ExactQuantity { value unit }
      ... on NotComputable { reason }
    }
    progress {
      met
      latest { ...FigureFields period { start end label } }
      way {
        kind: __typename
        ... on ProgressShare { share }
        ... on NotComputable { reason }
      }
    }
    indicator { unit title }
    revisions { on reason }
    ended { on reason }
    source { title publisher url }
  }
`,
  [figureFields],
);

type Target = FragmentOf<typeof targetFields>;

const tones: Record<Enum<"TargetStatus">, Tone> = {
  PROPOSED: "plain",
  SET: "going",
  MET: "good",
  MISSED: "stopped",
  WITHDRAWN: "ended",
};

/** Draws a target: its sentence, by when, from where, and what the figures say; why not, where they say nothing. */
export function drawTarget(frame: Frame, target: Target): Html {
  const { formats, words } = frame;
  const { statement, status, by, ended, revisions, source } = target;
  const isDay = by.start === null && by.label === null;
  const until = isDay && by.end !== null ? formats.day(by.end) : formats.period(by);
  return html`<div class="site-target"><p><strong>Target:</strong> ${statement} ${tag(words.targetStatus[status], tones[status])}</p>
<ul class="site-target__facts">
<li>By when: ${until === "" ? "not stated" : until}</li>
<li>From where: ${baselineOf(frame, target)}</li>
<li>What would meet it: ${requiredOf(frame, target)}</li>
<li>How far it has come: ${progressOf(frame, target)}</li>
${revisions.map(({ on, reason }) => html`<li>Revised on ${formats.day(on)}: ${reason}</li>\n`)}
${ended === null ? "" : html`<li>${words.targetStatus[status]} on ${formats.day(ended.on)}: ${ended.reason}</li>`}
</ul>
${cited(source)}</div>
`;
}

function baselineOf({ formats }: Frame, { baseline }: Target): string {
  if (baseline === null) return "not stated";
  return baseline.kind === "ExactQuantity"
    ? `${formats.number(baseline.value)} ${baseline.unit}`
    : baseline.text;
}

function requiredOf({ formats, words }: Frame, { required }: Target): string {
  return required.kind === "ExactQuantity"
    ? `${formats.number(required.value)} ${required.unit}`
    : `cannot be worked out, because ${words.notComputable[required.reason]}`;
}

function progressOf(frame: Frame, { progress, indicator, required }: Target): string {
  const { formats, words } = frame;
  if (progress === null) return "not known";
  const { met, latest, way } = progress;
  const figure =
    latest === null
      ? "no figure yet"
      : `${figureInWords(frame, latest, indicator?.unit)} in ${formats.period(latest.period)}`;
  if (met === true) return `${figure}, which meets it`;
  if (way.kind === "ProgressShare")
    return `${figure}; ${formats.number(String(Math.round(Number(way.share) * 1000) / 10))}% of the way`;
  // What cannot be worked out for one reason is said once.
  const isSaid = required.kind === "NotComputable" && required.reason === way.reason;
  return isSaid
    ? figure
    : `${figure}; the part of the way cannot be worked out, because ${words.notComputable[way.reason]}`;
}
