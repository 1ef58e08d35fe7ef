import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import { chart } from "../../html/chart.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, table } from "../../html/parts.ts";

/** A figure, with all that its source says of how sure it is. */
export const figureFields = graphql(`
  fragment FigureFields on Observation {
    value
    hedge
    interval { low high level }
    secondHand
  }
`);

/** A series of figures by which a mission is measured. */
export const seriesFields = graphql(
  `
  fragment SeriesFields on Indicator {
    code
    title
    unit
    definition
    publisher
    note
    missingParts { dimension category }
    observations(current: true) {
      ...FigureFields
      status
      period { start end label }
      dimensions { dimension category }
      source { title publisher url }
    }
  }
`,
  [figureFields],
);

type Series = FragmentOf<typeof seriesFields>;
type Observation = Series["observations"][number];

/** Draws a series: its chart, what it counts, and each figure with its source. */
export function drawSeries(frame: Frame, series: Series): Html {
  const { code, title, unit, definition, publisher, note, observations, missingParts } = series;
  const { words } = frame;
  const id = `figures-${code}`;
  const whole = observations.filter(({ dimensions }) => dimensions.length === 0);
  const figures = whole.flatMap((each) =>
    each.period.start === null
      ? []
      : [
          {
            start: each.period.start,
            value: Number(each.value),
            label: periodOf(frame, each),
            text: hedged(frame, each),
          },
        ],
  );
  const parts = observations.some(({ dimensions }) => dimensions.length > 0);
  const rows = observations.map((each) => [
    periodOf(frame, each),
    ...(parts ? [each.dimensions.map(({ category }) => category).join(", ")] : []),
    figureInWords(frame, each),
    words.observationStatus[each.status],
    cited(each.source),
  ]);
  const heads = ["Period", ...(parts ? ["Part"] : []), `Figure (${unit})`, "Status", "Source"];
  return html`<section id="${id}"><h3>${title}</h3>
<p>${definition}</p>
${chart(id, title, figures)}
<p class="site-source">Published by ${publisher}.${note === null ? "" : ` ${note}`}</p>
${missingParts.length === 0 ? "" : html`<p class="site-source">Of these parts there is no figure: ${missingParts.map(({ category }) => category).join(", ")}.</p>`}
${rows.length === 0 ? html`<p class="site-nothing">No figure has been recorded yet.</p>` : html`<details class="ds_details site-details"><summary>The figures and their sources</summary>${table(title, heads, rows, { wide: true })}</details>`}
</section>`;
}

type Figure = FragmentOf<typeof figureFields>;

/** A number with its hedge, such as "about 13". */
const hedged = ({ formats, words }: Frame, { value, hedge }: Figure): string =>
  hedge === null ? formats.number(value) : `${words.hedge[hedge]} ${formats.number(value)}`;

/** A figure as its source gives it, such as "about 13 pubs (between 12 and 14, 95 per cent; counted by somebody else)". */
export function figureInWords(frame: Frame, figure: Figure, unit = ""): string {
  const { formats } = frame;
  const { interval, secondHand } = figure;
  const notes = [
    interval &&
      `between ${formats.number(interval.low)} and ${formats.number(interval.high)}${interval.level === null ? "" : `, ${interval.level}`}`,
    secondHand && "counted by somebody else than its source",
  ].filter((note) => typeof note === "string");
  const said = `${hedged(frame, figure)}${unit === "" ? "" : ` ${unit}`}`;
  return notes.length === 0 ? said : `${said} (${notes.join("; ")})`;
}

const periodOf = ({ formats }: Frame, { period }: Observation): string =>
  period.label ?? formats.period(period);
