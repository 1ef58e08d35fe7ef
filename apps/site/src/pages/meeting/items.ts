import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, nothing, tag } from "../../html/parts.ts";
import { actionLine, drawAction, personLink } from "../../lines.ts";

/** What a meeting took, with what was said, decided and raised under it. */
export const itemFields = graphql(
  `
    fragment ItemFields on Item {
      number
      heading
      level
      place
      outcome
      papers { number title }
      contributions {
        text
        lead
        speakers { mention person { slug } }
      }
      decisions { kind text }
      actions { ...ActionLine }
    }
  `,
  [actionLine],
);

type Item = FragmentOf<typeof itemFields>;
type Contribution = Item["contributions"][number];

/** The name of an item: its number and heading, or its place. */
export const nameOf = ({ number, heading, place }: Item): string =>
  [number, heading].filter((part) => part !== null).join(". ") || `Item ${place}`;

/** Draws the items of a meeting in their order. */
export function drawItems(frame: Frame, items: readonly Item[]): Html {
  if (items.length === 0) return nothing("No items are published.");
  return html`${items.map((item) => drawItem(frame, item))}`;
}

function drawItem(frame: Frame, item: Item): Html {
  const { words } = frame;
  const id = `item-${item.place}`;
  const name = nameOf(item);
  const heading = item.level > 1 ? html`<h4>${name}</h4>` : html`<h3>${name}</h3>`;
  return html`<section class="site-item" id="${id}">
${heading}
${item.outcome === "NOT_STATED" || item.outcome === "DISCUSSED" ? "" : html`<p>${tag(words.itemOutcome[item.outcome])}</p>`}
${drawPapers(item)}
${leadsOf(item.contributions).map((list) => drawSaid(frame, list))}
${item.decisions.map(({ kind, text }) => html`<div class="site-decision"><p class="site-decision__kind">${kind === "NOT_STATED" ? "Decision" : `Decision: ${words.decisionKind[kind].toLocaleLowerCase()}`}</p><p>${text}</p></div>\n`)}
${item.actions.length === 0 ? "" : html`<div class="site-actions"><p class="site-actions__name">${words.nouns.actions}</p><ul class="site-list">${item.actions.map((action) => html`<li>${drawAction(frame, action)}</li>\n`)}</ul></div>`}
</section>
`;
}

function drawPapers({ papers, heading }: Item): Html {
  if (papers.length === 0) return html``;
  return html`<p class="site-source">${papers.length === 1 ? "Paper" : "Papers"}: ${papers.map(({ number, title }, index) => html`${index === 0 ? "" : "; "}${number}${title === null || title === heading ? "" : ` (${title})`}`)}</p>`;
}

interface Said {
  readonly lead: string | null;
  readonly contributions: readonly Contribution[];
}

/** Contributions that stand in one list of the minutes, together. */
function leadsOf(contributions: readonly Contribution[]): Said[] {
  const lists: { lead: string | null; contributions: Contribution[] }[] = [];
  for (const each of contributions) {
    const last = lists.at(-1);
    if (last !== undefined && each.lead !== null && last.lead === each.lead)
      last.contributions.push(each);
    else lists.push({ lead: each.lead, contributions: [each] });
  }
  return lists;
}

function drawSaid(frame: Frame, { lead, contributions }: Said): Html {
  const [first] = contributions;
  if (lead === null)
    return html`${contributions.map((each) => html`<p>${spoken(frame, each.text, each.speakers)}</p>\n`)}`;
  return html`<p>${first ? spoken(frame, lead, first.speakers) : lead}</p>
<ul>${contributions.map((each) => html`<li>${spoken(frame, each.text, each.speakers)}</li>\n`)}</ul>
`;
}

/** A text in which each speaker leads to their person, where their name first stands. */
function spoken(frame: Frame, text: string, speakers: Contribution["speakers"]): Html {
  const speaker = speakers.find(({ person, mention }) => person !== null && text.includes(mention));
  if (speaker === undefined) return html`${text}`;
  const { mention, person } = speaker;
  const [before = ""] = text.split(mention, 1);
  const after = text.slice(before.length + mention.length);
  const others = speakers.filter((each) => each !== speaker);
  return html`${before}${personLink(frame, mention, person)}${spoken(frame, after, others)}`;
}
