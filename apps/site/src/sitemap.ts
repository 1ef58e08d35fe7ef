import { type Operation, operation } from "./graph/ask.ts";
import { graphql } from "./graph/documents.ts";
import { html, type Html } from "./html/parts.ts";
import { pageFields } from "./lines.ts";
import type { Visit } from "./page.ts";
import { paths, withQuery } from "./paths.ts";
import type { Settings } from "./settings.ts";

const groups = operation(
  graphql(
    `
      query SitemapGroups($after: String) {
        found: groups(first: 100, after: $after) {
          nodes { slug }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const missions = operation(
  graphql(
    `
      query SitemapMissions($after: String) {
        found: missions(first: 100, after: $after) {
          nodes { slug }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const commitments = operation(
  graphql(
    `
      query SitemapCommitments($after: String) {
        found: commitments(first: 100, after: $after) {
          nodes { code mission { slug } }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const meetings = operation(
  graphql(
    `
      query SitemapMeetings($after: String) {
        found: meetings(first: 100, after: $after) {
          nodes { slug minutes { publication { status } } }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const persons = operation(
  graphql(
    `
      query SitemapPersons($after: String) {
        found: persons(first: 100, after: $after) {
          nodes { slug publicProfile erasedOn }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const organisations = operation(
  graphql(
    `
      query SitemapOrganisations($after: String) {
        found: organisations(first: 100, after: $after) {
          nodes { slug }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

const actions = operation(
  graphql(
    `
      query SitemapActions($after: String) {
        found: actions(first: 100, after: $after, orderBy: { field: RAISED, direction: DESC }) {
          nodes { reference status }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

interface Part<Node> {
  readonly found: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Every row of a list, from its first page to its last. */
async function all<Node>(
  { ask }: Pick<Visit, "ask">,
  question: Operation<Part<Node>, { after?: string | null }>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const { found }: Part<Node> = await ask(question, { after });
    nodes.push(...found.nodes);
    after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

/** How many addresses the protocol of sitemaps lets one file hold. */
export const mostAddresses = 50_000;

/** Where the pages of a record are, for whoever searches the web: nothing that was withdrawn, and nobody who is told of by a role alone. */
export const sitemap = {
  path: paths.sitemap,
  operations: [groups, missions, commitments, meetings, persons, organisations, actions],
  /** The paths of all pages that tell of one thing, after those that list them. */
  walk: async (visit: Visit): Promise<readonly string[]> => {
    const { pages } = visit.settings;
    const found: string[] = [paths.home, paths.groups, paths.meetings, paths.actions];
    for (const { slug } of await all(visit, groups)) found.push(paths.group(slug));
    if (pages.missions) {
      found.push(paths.missions);
      for (const { slug } of await all(visit, missions)) found.push(paths.mission(slug));
      for (const { code, mission } of await all(visit, commitments))
        if (mission !== null) found.push(paths.commitment(mission.slug, code));
    }
    for (const { slug, minutes } of await all(visit, meetings))
      if (minutes?.publication.status !== "WITHDRAWN") found.push(paths.meeting(slug));
    if (pages.people)
      for (const { slug, publicProfile, erasedOn } of await all(visit, persons))
        if (publicProfile === "NAMED" && erasedOn === null) found.push(paths.person(slug));
    for (const { slug } of await all(visit, organisations)) found.push(paths.organisation(slug));
    for (const { reference, status } of await all(visit, actions))
      if (status !== "WITHDRAWN") found.push(paths.action(reference));
    return found;
  },
  /** One file of addresses, or a file of files where there are too many for one. Null for a part that there is not. */
  draw: (found: readonly string[], origin: string, part: string): Html | null => {
    const parts = Math.ceil(found.length / mostAddresses);
    const at = (path: string) => html`<loc>${origin}${path}</loc>`;
    if (part === "" && parts > 1)
      return written(
        "sitemapindex",
        Array.from({ length: parts }, (_, index) => {
          const path = withQuery(paths.sitemap, { part: index + 1 });
          return html`<sitemap>${at(path)}</sitemap>\n`;
        }),
      );
    const number = part === "" ? 1 : Number(part);
    if (!Number.isInteger(number) || number < 1 || number > parts) return null;
    const held = found.slice((number - 1) * mostAddresses, number * mostAddresses);
    return written(
      "urlset",
      held.map((path) => html`<url>${at(path)}</url>\n`),
    );
  },
};

const written = (name: "urlset" | "sitemapindex", entries: readonly Html[]): Html =>
  html`<?xml version="1.0" encoding="utf-8"?>
<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</${name}>
`;

/** What whoever searches the web is asked: to read every page, but for answers to searches, which have no end. */
export const robots = {
  path: paths.robots,
  draw: (settings: Settings, origin: string): string =>
    [
      "User-agent: *",
      // The protocol asks for the line where nothing is disallowed, too.
      `Disallow:${settings.pages.search ? ` ${paths.search}` : ""}`,
      `Sitemap: ${origin}${paths.sitemap}`,
      "",
    ].join("\n"),
};
