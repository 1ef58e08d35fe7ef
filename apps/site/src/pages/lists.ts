import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { html, list } from "../html/parts.ts";
import { drawMeeting, meetingLine, pageFields } from "../lines.ts";
import { further } from "../html/forms.ts";
import type { Page } from "../page.ts";
import { paths } from "../paths.ts";

const groupsQuestion = operation(
  graphql(
    `
      query Groups($after: String) {
        groups(first: 50, after: $after) {
          totalCount
          nodes {
            slug
            name
            termsOfReference { purpose }
            replaced { on }
          }
          pageInfo { ...PageFields }
        }
      }
    `,
    [pageFields],
  ),
);

/** Every group of the record. */
export const groupsPage: Page = {
  path: paths.groups,
  operations: [groupsQuestion],
  show: async ({ ask, query, words: { nouns }, formats }) => {
    const { groups } = await ask(groupsQuestion, { after: query("after") || null });
    const lines = groups.nodes.map(
      ({ slug, name, termsOfReference, replaced }) =>
        html`<p class="site-meeting__title"><a href="${paths.group(slug)}">${name}</a></p>
${replaced === null ? "" : html`<p class="site-source">Ended on ${formats.day(replaced.on)}</p>`}
${termsOfReference === null ? "" : html`<p>${termsOfReference.purpose}</p>`}`,
    );
    return {
      title: nouns.groups,
      crumbs: [],
      main: html`${list(lines, "No group has been recorded yet.")}
${further(paths.groups, {}, groups.pageInfo)}`,
    };
  },
};

const meetingsQuestion = operation(
  graphql(
    `
      query Meetings($filter: MeetingFilter, $after: String) {
        meetings(first: 25, after: $after, filter: $filter) {
          totalCount
          nodes { ...MeetingLine }
          pageInfo { ...PageFields }
        }
      }
    `,
    [meetingLine, pageFields],
  ),
);

/** Every meeting of the record, the latest first. */
export const meetingsPage: Page = {
  path: paths.meetings,
  operations: [meetingsQuestion],
  show: async (visit) => {
    const { ask, query, words } = visit;
    const group = query("group");
    const filter = group === "" ? {} : { group };
    const { meetings } = await ask(meetingsQuestion, { filter, after: query("after") || null });
    const [first] = meetings.nodes;
    const of = group !== "" && first?.group ? ` of the ${first.group.name}` : "";
    return {
      title: `${words.nouns.meetings}${of}`,
      crumbs:
        group !== "" && first?.group
          ? [
              { text: words.nouns.groups, path: paths.groups },
              { text: first.group.name, path: paths.group(first.group.slug) },
            ]
          : [],
      main: html`${list(
        meetings.nodes.map((meeting) => drawMeeting(visit, meeting)),
        "No meeting has been recorded here yet.",
      )}
${further(paths.meetings, { group }, meetings.pageInfo)}`,
    };
  },
};

const missionsQuestion = operation(
  graphql(`
    query Missions {
      missions(first: 100) {
        nodes { slug title statement period { start end label } }
      }
    }
  `),
);

/** Every mission of the record. */
export const missionsPage: Page = {
  path: paths.missions,
  partOf: "missions",
  operations: [missionsQuestion],
  show: async ({ ask, words: { nouns }, formats }) => {
    const { missions } = await ask(missionsQuestion, {});
    const cards = missions.nodes.map(
      ({
        slug,
        title,
        statement,
        period,
      }) => html`<h2><a href="${paths.mission(slug)}">${title}</a></h2>
<p>${statement}</p>
<p class="site-source">${formats.period(period)}</p>`,
    );
    return {
      title: nouns.missions,
      crumbs: [],
      main: list(cards, "No mission has been recorded yet.", "site-cards"),
    };
  },
};
