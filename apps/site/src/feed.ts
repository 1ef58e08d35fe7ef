import { operation } from "./graph/ask.ts";
import { graphql } from "./graph/documents.ts";
import { html, type Html } from "./html/parts.ts";
import type { Visit } from "./page.ts";
import { paths } from "./paths.ts";

const question = operation(
  graphql(`
    query Feed($today: Date!) {
      meetings(first: 25, filter: { to: $today }) {
        nodes {
          slug
          title
          heldOn
          status
          group { name }
          items { place }
          source { importedAt }
          minutes { publication { status publishedOn } }
          decisions { id text }
        }
      }
      actions(first: 50, orderBy: { field: RAISED, direction: DESC }) {
        nodes { reference text raisedAt { on } group { name } }
      }
    }
  `),
);

type Found = Awaited<ReturnType<typeof asked>>;
const asked = (visit: Visit) => visit.ask(question, { today: visit.today });

type Meeting = Found["meetings"]["nodes"][number];

interface Entry {
  /** Its page, which is its name in the feed too. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** A day, or a moment. */
  readonly at: string;
}

const most = 50;

/** What was published, decided and raised lately, for whoever follows the record. */
export const feed = {
  path: paths.feed,
  operations: [question],
  show: async (visit: Visit, origin: string): Promise<Html> => {
    const found = await asked(visit);
    const { settings, today } = visit;
    const entries = [...published(found), ...decided(visit, found), ...raised(visit, found)]
      .toSorted((one, other) => other.at.localeCompare(one.at))
      .slice(0, most);
    // A line before the declaration would make it none.
    return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${settings.language}">
<title>${settings.name}</title>
<subtitle>${settings.tagline}</subtitle>
<id>${origin}${paths.feed}</id>
<link rel="self" type="application/atom+xml" href="${origin}${paths.feed}"/>
<link rel="alternate" type="text/html" href="${origin}${paths.home}"/>
<author><name>${settings.name}</name></author>
<updated>${moment(entries[0]?.at ?? today)}</updated>
${entries.map(({ path, title, text, at }) => html`<entry><title>${title}</title><id>${origin}${path}</id><link href="${origin}${path}"/><updated>${moment(at)}</updated><content type="text">${text}</content></entry>\n`)}
</feed>
`;
  },
};

const moment = (at: string): string => (at.includes("T") ? at : `${at}T00:00:00Z`);

/** Minutes, from the day on which they were published or read in: no agenda, and nothing that was taken back. */
const published = ({ meetings }: Found): Entry[] =>
  meetings.nodes.flatMap((meeting) => {
    const { slug, title, group } = meeting;
    const at = publishedAt(meeting);
    const text = group === null ? title : `Minutes of the ${group.name}: ${title}`;
    return at === null ? [] : [{ path: paths.meeting(slug), title: `Minutes: ${title}`, text, at }];
  });

/** When there were minutes for everybody to read; null where there are none. */
function publishedAt({ status, items, source, minutes }: Meeting): string | null {
  if (status !== "HELD" && status !== "CLOSED") return null;
  if (minutes !== null)
    return minutes.publication.status === "PUBLISHED" ? minutes.publication.publishedOn : null;
  return items.length === 0 ? null : (source?.importedAt ?? null);
}

const decided = ({ formats }: Visit, { meetings }: Found): Entry[] =>
  meetings.nodes.flatMap(({ title, heldOn, decisions }) =>
    decisions.map(({ id, text }) => ({
      path: paths.node(id),
      title: `Decision of ${formats.day(heldOn)}`,
      text: `${text} (${title})`,
      at: heldOn,
    })),
  );

const raised = ({ words: { nouns } }: Visit, { actions }: Found): Entry[] =>
  actions.nodes.map(({ reference, text, raisedAt, group }) => ({
    path: paths.action(reference),
    title: `${nouns.action} ${reference}`,
    text: group === null ? text : `${text} (${group.name})`,
    at: raisedAt.on,
  }));
