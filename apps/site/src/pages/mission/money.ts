import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, nothing, table } from "../../html/parts.ts";

/** The money that is said to be there for a mission. */
export const moneyFields = graphql(`
  fragment MoneyFields on Mission {
    fundingTotals { kind amount currency start end }
    funding {
      kind
      amount
      currency
      statement
      period { start end label }
      source { title publisher url }
    }
  }
`);

/** Draws the money by its kind. Kinds are never added up: what is announced may be what is allocated later. */
export function drawMoney(
  { formats, words }: Frame,
  { fundingTotals, funding }: FragmentOf<typeof moneyFields>,
): Html {
  if (funding.length === 0) return nothing("No money has been recorded.");
  const rows = fundingTotals.map(({ kind, amount, currency, start, end }) => [
    words.fundingKind[kind],
    formats.money(amount, currency),
    formats.period({ start, end, label: null }),
  ]);
  return html`${table("Money by its kind", ["Kind", "Amount", "Time"], rows)}
<ul class="site-list">${funding.map(({ statement, source }) => html`<li><p>${statement}</p>${cited(source)}</li>\n`)}</ul>
<p class="site-source">Kinds do not add up: what was announced may be the same money as what was committed or allocated.</p>`;
}
