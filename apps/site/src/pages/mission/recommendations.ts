import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, tag } from "../../html/parts.ts";

/** A recommendation with its answers. */
export const recommendationFields = graphql(`
  fragment RecommendationFields on Recommendation {
    code
    text
    madeBy
    status
    answerDue
    answers { on by position text source { title publisher url } }
    source { title publisher url }
  }
`);

/** Draws what was recommended, by whom, and what was answered. */
export function drawRecommendation(
  { formats, words }: Frame,
  recommendation: FragmentOf<typeof recommendationFields>,
): Html {
  const { text, madeBy, status, answerDue, answers, source } = recommendation;
  const waits = status === "AWAITING";
  return html`<p>${text}</p>
<p class="site-action__facts">${tag(words.recommendationStatus[status], waits ? "stopped" : "plain")} <span>Made by ${madeBy}</span>${waits && answerDue !== null ? html` <span>An answer was due on ${formats.day(answerDue)}</span>` : ""}</p>
${cited(source)}
${answers.map(
  (answer) =>
    html`<div class="site-target"><p><strong>${words.answerPosition[answer.position]}</strong> by ${answer.by}, ${formats.day(answer.on)}</p><p>${answer.text}</p>${answer.source === null ? "" : cited(answer.source)}</div>`,
)}`;
}
