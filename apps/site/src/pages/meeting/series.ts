import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, time } from "../../html/parts.ts";
import { meetingTag } from "../../lines.ts";
import { paths } from "../../paths.ts";
import { ruleInWords } from "./rule.ts";

/** The series of which a meeting is one. */
export const seriesFields = graphql(`
  fragment MeetingSeriesFields on Meeting {
    slug
    series { rule plannedFor }
    seriesMeetings(first: 60) { totalCount nodes { slug heldOn status } }
  }
`);

/** Draws the rule of a series in words and its other meetings; nothing where a meeting stands alone. */
export function drawSeries(frame: Frame, meeting: FragmentOf<typeof seriesFields>): Html {
  const { formats } = frame;
  const { slug, series, seriesMeetings } = meeting;
  if (series === null) return html``;
  const { nodes, totalCount } = seriesMeetings;
  const own = nodes.find((each) => each.slug === slug);
  const others = nodes.filter((each) => each.slug !== slug);
  const rule = ruleInWords(series.rule);
  return html`<p>One of a series${rule === null ? "" : `: ${rule}`}.</p>
${own === undefined || own.heldOn === series.plannedFor ? "" : html`<p>By its rule it was to be on ${time(series.plannedFor, formats.day(series.plannedFor))}.</p>`}
${others.length === 0 ? "" : html`<ul>${others.map((each) => html`<li><a href="${paths.meeting(each.slug)}">${time(each.heldOn, formats.day(each.heldOn))}</a> ${meetingTag(frame, each.status)}</li>\n`)}</ul>`}
${totalCount > nodes.length ? html`<p>${totalCount - nodes.length} more are not shown.</p>` : ""}`;
}
