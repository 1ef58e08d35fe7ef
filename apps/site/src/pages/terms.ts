import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "../graph/documents.ts";
import type { Frame } from "../html/layout.ts";
import { html, type Html, summaryList, time } from "../html/parts.ts";
import { quoted } from "../lines.ts";

/** What terms of reference say. */
export const termsFields = graphql(`
  fragment TermsFields on TermsOfReference {
    number
    purpose
    scope { kind text }
    seats { name places appointedBy }
    quorum { members percent countsDeputies }
    meetsEveryMonths
    papersDueDays
    minutesDueDays
    termMonths
    deputiesAllowed
    from
    until
    reviewOn
    agreed { on meeting { id label } }
  }
`);

type Terms = FragmentOf<typeof termsFields>;

/** Draws terms of reference. */
export function drawTerms({ formats, words }: Frame, terms: Terms): Html {
  const day = (date: string | null) => date && time(date, formats.day(date));
  const scope = (kind: Enum<"ScopeKind">) => {
    const points = terms.scope.filter((point) => point.kind === kind);
    return points.length === 0
      ? html``
      : html`<h3>${words.scope[kind]}</h3><ul>${points.map(({ text }) => html`<li>${text}</li>\n`)}</ul>`;
  };
  return html`<p class="site-lead">${terms.purpose}</p>
${(["OBJECTIVE", "IN_SCOPE", "OUT_OF_SCOPE"] as const).map(scope)}
<details class="ds_details site-details"><summary>The rest of its terms of reference</summary>
${summaryList([
  ["In force", terms.from && formats.period({ start: terms.from, end: terms.until, label: null })],
  ["Agreed", terms.agreed && html`${day(terms.agreed.on)}, at ${quoted(terms.agreed.meeting)}`],
  [
    "Seats",
    terms.seats.map(
      ({ name, places, appointedBy }) =>
        html`<p>${name}: ${places}${appointedBy === null ? "" : `, appointed by ${appointedBy}`}</p>`,
    ),
  ],
  ["Quorum", quorumOf(terms)],
  ["Meets", terms.meetsEveryMonths === null ? "" : `every ${monthsOf(terms.meetsEveryMonths)}`],
  ["Papers", terms.papersDueDays === null ? "" : `${daysOf(terms.papersDueDays)} before a meeting`],
  [
    "Minutes",
    terms.minutesDueDays === null ? "" : `within ${daysOf(terms.minutesDueDays)} of a meeting`,
  ],
  ["Members are appointed", terms.termMonths === null ? "" : `for ${monthsOf(terms.termMonths)}`],
  [
    "Deputies",
    terms.deputiesAllowed === null
      ? ""
      : terms.deputiesAllowed
        ? "may stand in for members"
        : "may not stand in for members",
  ],
  ["Next review", day(terms.reviewOn)],
])}</details>`;
}

const monthsOf = (months: number) =>
  months === 1
    ? "month"
    : months % 12 === 0
      ? `${months / 12} years`.replace(/^1 years$/u, "year")
      : `${months} months`;
const daysOf = (days: number) => (days === 1 ? "a day" : `${days} days`);

function quorumOf({ quorum }: Terms): string {
  if (quorum === null) return "";
  const { members, percent, countsDeputies } = quorum;
  const parts = [
    ...(members === null ? [] : [`${members} members`]),
    ...(percent === null ? [] : [`${percent}% of the members`]),
  ];
  const deputies =
    countsDeputies === null
      ? ""
      : countsDeputies
        ? ", counting deputies"
        : ", not counting deputies";
  return `${parts.join(" and ")}${deputies}`;
}
