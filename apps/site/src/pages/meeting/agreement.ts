import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, time } from "../../html/parts.ts";
import { paths } from "../../paths.ts";

const agreedFields = graphql(`
  fragment AgreedFields on AgreedMinutes {
    text
    alsoActions
    at { id slug heldOn }
    of { slug heldOn }
  }
`);

/** Which meeting agreed the minutes of this one, and the minutes of which it agreed. */
export const agreementFields = graphql(
  `
    fragment AgreementFields on Meeting {
      agreement { ...AgreedFields }
      agreedMinutes { ...AgreedFields }
    }
  `,
  [agreedFields],
);

type Agreements = FragmentOf<typeof agreementFields>;
type Agreed = FragmentOf<typeof agreedFields>;

/** Draws both, each with the sentence that says so; the sentence alone for a meeting of which the minutes told already. */
export function drawAgreements(
  frame: Frame,
  { agreement, agreedMinutes }: Agreements,
  told: readonly string[],
): Html {
  return html`${agreement === null ? "" : html`${agreement.at !== null && told.includes(agreement.at.id) ? "" : html`<p>${whatOf("The minutes", agreement)} were agreed${agreement.at === null ? "" : html` at ${dayOf(frame, agreement.at)}`}.</p>`}${sourceOf(agreement)}`}
${agreedMinutes.map((agreed) => html`<p>Agreed here: ${whatOf("the minutes", agreed)} of ${agreed.of === null ? "the meeting before, which is not in the record" : dayOf(frame, agreed.of)}.</p>${sourceOf(agreed)}`)}`;
}

const whatOf = (minutes: string, { alsoActions }: Agreed) =>
  alsoActions === true ? `${minutes} and the actions` : minutes;

const dayOf = (
  { formats }: Frame,
  { slug, heldOn }: { readonly slug: string; readonly heldOn: string },
) => html`<a href="${paths.meeting(slug)}">the meeting of ${time(heldOn, formats.day(heldOn))}</a>`;

const sourceOf = ({ text }: Agreed): Html =>
  text === null ? html`` : html`<p class="site-source">As minuted: “${text}”</p>`;
