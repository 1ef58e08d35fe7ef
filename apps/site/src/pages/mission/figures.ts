import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import { chart } from "../../html/chart.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, table } from "../../html/parts.ts";

/** A series of figures by which a mission is measured. */
export const seriesFields = graphql(`
  fragment SeriesFields on Indicator {
    code
    title
    unit
    definition
    publisher
    note
    missingParts { dimension category }
    observations(current: true) {
      value
      status
      period { start end label }
      dimensions { dimension category }
      source { title publisher url }
    }
  }
`);

type Series = FragmentOf<typeof seriesFields>;
type Observation = Series["observations"][number];

/** Draws a series: its chart, what it counts, and each figure with its source. */
export function drawSeries(frame: Frame, series: Series): Html {
  const { code, title, unit, definition, publisher, note, observations, missingParts } = series;
  const { formats, words } = frame;
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
            text: formats.number(each.value),
          },
        ],
  );
  const parts = observations.some(({ dimensions }) => dimensions.length > 0);
  const rows = observations.map((each) => [
    periodOf(frame, each),
    ...(parts ? [each.dimensions.map(({ category }) => category).join(", ")] : []),
    formats.number(each.value),
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

const periodOf = ({ formats }: Frame, { period }: Observation): string =>
  period.label ?? formats.period(period);
