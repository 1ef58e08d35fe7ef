import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, time } from "../../html/parts.ts";
import { quoted } from "../../lines.ts";

/** All that was done to an action, and said of it. */
export const lifeFields = graphql(`
  fragment LifeFields on Action {
    raisedAt { on }
    started { on by { name } }
    block { on reason by { name } agreedIn { id label } }
    done { on note by { name } }
    closure { on kind reason by { name } agreedIn { id label } }
    updates { on text by { name } }
    reviews { on outcome note meeting { id label } }
    rewordings { on from to reason by { name } agreedIn { id label } }
    dueRevisions { on from { inWords } to { inWords } reason by { name } agreedIn { id label } }
    changes { on verb reason by { name } agreedIn { id label } }
  }
`);

type Life = FragmentOf<typeof lifeFields>;

interface Event {
  readonly on: string;
  readonly what: string;
  readonly who: string | null;
  readonly more: string | null;
  readonly at?: { readonly id: string; readonly label: string } | null;
}

/** Draws the life of an action, the first day first. */
export function drawLife(frame: Frame, life: Life): Html {
  const events = eventsOf(frame, life);
  const { formats } = frame;
  return html`<ol class="site-life">${events.map(
    ({ on, what, who, more, at }) =>
      html`<li><p class="site-source">${time(on, formats.day(on))}</p>
<p><strong>${what}</strong>${who === null ? "" : ` by ${who}`}${at ? html`, at ${quoted(at)}` : ""}</p>${more === null ? "" : html`<p>${more}</p>`}</li>\n`,
  )}</ol>
${events.length === 1 ? html`<p class="site-nothing">Nothing has been recorded since.</p>` : ""}`;
}

function eventsOf({ words }: Frame, life: Life): Event[] {
  const { raisedAt, started, block, done, closure } = life;
  // A change of words or of a day stands among the changes too, and says more in its own list.
  const told = new Set(["REWORD", "REVISE"]);
  const events: Event[] = [
    { on: raisedAt.on, what: "Raised", who: null, more: null },
    ...(started === null
      ? []
      : [{ on: started.on, what: "Taken up", who: started.by.name, more: null }]),
    ...life.updates.map(({ on, text, by }) => ({ on, what: "Report", who: by.name, more: text })),
    ...life.reviews.map(({ on, outcome, note, meeting }) => ({
      on,
      what: `Review: ${words.reviewOutcome[outcome].toLocaleLowerCase()}`,
      who: null,
      more: note,
      at: meeting,
    })),
    ...life.rewordings.map(({ on, from, reason, by, agreedIn }) => ({
      on,
      what: words.actionChange.REWORD,
      who: by.name,
      more: `It read: “${from}”. ${reason}`,
      at: agreedIn,
    })),
    ...life.dueRevisions.map(({ on, from, to, reason, by, agreedIn }) => ({
      on,
      what: `${words.actionChange.REVISE}: from ${from.inWords} to ${to.inWords}`,
      who: by.name,
      more: reason,
      at: agreedIn,
    })),
    ...life.changes
      .filter(({ verb }) => !told.has(verb))
      .map(({ on, verb, reason, by, agreedIn }) => ({
        on,
        what: words.actionChange[verb],
        who: by.name,
        more: reason,
        at: agreedIn,
      })),
    ...(block === null
      ? []
      : [
          {
            on: block.on,
            what: words.actionStatus.BLOCKED,
            who: block.by.name,
            more: block.reason,
            at: block.agreedIn,
          },
        ]),
    ...(done === null
      ? []
      : [
          {
            on: done.on,
            what: words.actionStatus.DONE,
            who: done.by?.name ?? null,
            more: done.note,
          },
        ]),
    ...(closure === null
      ? []
      : [
          {
            on: closure.on,
            what: words.closure[closure.kind],
            who: closure.by.name,
            more: closure.reason,
            at: closure.agreedIn,
          },
        ]),
  ];
  return events.toSorted((one, other) => one.on.localeCompare(other.on));
}
