import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, html, type Html, nothing, table } from "../../html/parts.ts";

/** The money that is said to be there for a mission. */
export const moneyFields = graphql(`
  fragment MoneyFields on Mission {
    fundingTotals { kind amount currency start end }
    fundingByYear { kind amount currency start end }
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
  { fundingTotals, fundingByYear, funding }: FragmentOf<typeof moneyFields>,
): Html {
  if (funding.length === 0 && fundingByYear.length === 0)
    return nothing("No money has been recorded.");
  const years = fundingByYear.map(({ kind, amount, currency, start, end }) => [
    words.fundingLineKind[kind],
    formats.money(amount, currency),
    formats.period({ start, end, label: null }),
  ]);
  const rows = fundingTotals.map(({ kind, amount, currency, start, end }) => [
    words.fundingKind[kind],
    formats.money(amount, currency),
    formats.period({ start, end, label: null }),
  ]);
  const heads = ["Kind", "Amount", "Time"];
  return html`${rows.length === 0 ? "" : table("What is promised, by its kind", heads, rows)}
${years.length === 0 ? "" : table("What was set aside and spent, by time", heads, years)}
<ul class="site-list">${funding.map(({ statement, source }) => html`<li><p>${statement}</p>${cited(source)}</li>\n`)}</ul>
<p class="site-source">Kinds do not add up: what was announced may be the same money as what was committed or allocated.</p>`;
}
