import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, table } from "../../html/parts.ts";
import { namedOrNot } from "./members.ts";

/** How often each member came to the meetings of a group. */
export const summaryFields = graphql(`
  fragment SummaryFields on Group {
    attendanceSummary(first: 100) {
      totalCount
      nodes { meetings present apologies deputised person { slug name } }
    }
  }
`);

/** Draws how often each member came; nothing where no meeting has been held. */
export function drawSummary(
  frame: Frame,
  { attendanceSummary: { nodes, totalCount } }: FragmentOf<typeof summaryFields>,
): Html {
  if (nodes.length === 0) return html``;
  const rows = nodes.map(({ person, meetings, present, apologies, deputised }) => [
    namedOrNot(frame, person),
    String(meetings),
    String(present),
    String(apologies),
    String(deputised),
  ]);
  const heads = ["Name", "Meetings", "Present", "Apologies", "Deputy came"];
  return html`<p>Counted are the meetings that were held while somebody was a member.</p>
${table("Attendance of each member", heads, rows)}
${totalCount > nodes.length ? html`<p>${totalCount - nodes.length} more are not shown.</p>` : ""}`;
}
