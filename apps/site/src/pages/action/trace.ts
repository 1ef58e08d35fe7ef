import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, link } from "../../html/parts.ts";
import { paths } from "../../paths.ts";

/** The way from a sentence in minutes to the action, the commitment and the mission. */
export const traceFields = graphql(`
  fragment TraceFields on Action {
    reference
    text
    group { slug name }
    raisedAt {
      on
      meeting { slug title }
      item { place heading number }
    }
    contributesTo {
      reason
      basis
      commitment { code statement mission { slug title } }
    }
  }
`);

type Trace = FragmentOf<typeof traceFields>;

/** Draws the way that an action stands on, each step of which can be followed. */
export function drawTrace({ words, formats, settings }: Frame, trace: Trace): Html {
  const { nouns } = words;
  const { group, raisedAt, contributesTo } = trace;
  const { meeting, item, on } = raisedAt;
  const steps: Html[] = [
    ...(group === null ? [] : [html`${nouns.group}: ${link(group.name, paths.group(group.slug))}`]),
    meeting === null
      ? html`Raised on ${formats.day(on)}`
      : html`${nouns.meeting} of ${formats.day(on)}: ${link(meeting.title, paths.meeting(meeting.slug))}`,
    ...(item === null || meeting === null
      ? []
      : [
          html`Item: ${link([item.number, item.heading].filter((part) => part !== null).join(". ") || `Item ${item.place}`, paths.item(meeting.slug, item.place))}`,
        ]),
    html`<strong>${nouns.action}: this one</strong>`,
  ];
  const served = contributesTo.flatMap(({ commitment, reason, basis }) =>
    commitment === null
      ? []
      : [
          html`${nouns.commitment}: ${link(commitment.statement, commitment.mission && settings.pages.missions ? paths.commitment(commitment.mission.slug, commitment.code) : null)}
<p class="site-source">${reason}${basis === "EDITED" ? " This link was made by an editor; no source states it." : ""}</p>${commitment.mission === null ? "" : html`<p class="site-source">Part of the ${nouns.mission.toLocaleLowerCase()} ${link(commitment.mission.title, settings.pages.missions ? paths.mission(commitment.mission.slug) : null)}</p>`}`,
        ],
  );
  return html`<ol class="site-trace">${[...steps, ...served].map((step) => html`<li>${step}</li>\n`)}</ol>
${served.length === 0 ? html`<p class="site-nothing">The record links it with no ${nouns.commitment.toLocaleLowerCase()}.</p>` : ""}`;
}
