import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { counted, html, type Html, link, list, section, time } from "../html/parts.ts";
import {
  actionLine,
  drawAction,
  drawMeeting,
  drawUpcoming,
  meetingLine,
  upcomingFields,
} from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";

const question = operation(
  graphql(
    `
      query Home($today: Date!) {
        missions(first: 10) {
          nodes {
            slug
            title
            statement
            commitmentCount
            delivered: commitmentCount(status: DELIVERED)
            period { start end label }
          }
        }
        groups(first: 30) {
          totalCount
          nodes {
            slug
            name
            nextMeeting { ...UpcomingFields }
          }
        }
        coming: meetings(first: 10, filter: { from: $today }, orderBy: { field: HELD, direction: ASC }) {
          nodes { ...MeetingLine }
        }
        lately: meetings(first: 5, filter: { to: $today }) {
          nodes {
            ...MeetingLine
            decisions { text item { place } }
          }
        }
        documents(first: 5, filter: { undone: false }) {
          nodes {
            title
            kind
            importedAt
            meetings { slug }
          }
        }
        raised: actions(first: 5, orderBy: { field: RAISED, direction: DESC }) {
          nodes { ...ActionLine }
        }
        open: actions(first: 1, filter: { status: OPEN }) { totalCount }
        overdue: actions(first: 1, filter: { overdue: true }) { totalCount }
      }
    `,
    [actionLine, meetingLine, upcomingFields],
  ),
);

type Home = Awaited<ReturnType<typeof askHome>>;
const askHome = ({ ask, today }: Visit) => ask(question, { today });

/** The front page: what there is, what comes next, and what was recorded lately. */
export const homePage: Page = {
  path: paths.home,
  operations: [question],
  show: async (visit) => {
    const found = await askHome(visit);
    const { settings } = visit;
    return {
      title: settings.tagline || settings.name,
      summary: settings.tagline,
      facts: figures(visit, found),
      main: html`${missions(visit, found)}
<div class="site-halves">
${section("groups", visit.words.nouns.groups, groups(visit, found))}
${section("next", "Next meetings", next(visit, found))}
</div>
<div class="site-halves">
<div>${section("lately", "Latest meetings", latest(visit, found))}
${section("recorded", "Recorded lately", recorded(visit, found))}</div>
${section("agreed", "Agreed lately", agreed(visit, found))}
</div>`,
    };
  },
};

/** How much there is, each count leading to what it counts. */
function figures({ words: { nouns } }: Visit, { open, overdue }: Home): Html {
  return html`<p class="site-lead"><a href="${paths.actions}?status=OPEN">${counted(open.totalCount, nouns.action, nouns.actions)} open</a>${overdue.totalCount > 0 ? html`, <a href="${paths.actions}?overdue=yes">${overdue.totalCount} overdue</a>` : ""}</p>`;
}

function missions(visit: Visit, { missions: { nodes } }: Home): Html {
  const { settings, words, formats } = visit;
  if (!settings.pages.missions) return html``;
  const cards = nodes.map(
    ({ slug, title, statement, period, commitmentCount, delivered }) =>
      html`<h3><a href="${paths.mission(slug)}">${title}</a></h3>
<p>${statement}</p>
<p class="site-source">${formats.period(period)} · ${counted(commitmentCount, words.nouns.commitment, words.nouns.commitments)}, ${delivered} delivered</p>`,
  );
  return section(
    "missions",
    words.nouns.missions,
    list(cards, "No mission has been recorded yet.", "site-cards"),
  );
}

function groups({ words }: Visit, { groups: { nodes, totalCount } }: Home): Html {
  const names = nodes.map(({ slug, name }) => html`<a href="${paths.group(slug)}">${name}</a>`);
  const more =
    totalCount > nodes.length
      ? html`<p><a href="${paths.groups}">All ${totalCount} ${words.nouns.groups.toLocaleLowerCase()}</a></p>`
      : "";
  return html`${list(names, "No group has been recorded yet.")}${more}`;
}

function next(visit: Visit, { coming, groups: { nodes } }: Home): Html {
  const scheduled = coming.nodes.map((meeting) => drawMeeting(visit, meeting));
  // What is only announced is no meeting of the record yet.
  const announced = nodes.flatMap(({ name, nextMeeting }) =>
    nextMeeting !== null && nextMeeting.meeting === null
      ? [html`<p class="site-meeting__title">${name}</p>${drawUpcoming(visit, nextMeeting)}`]
      : [],
  );
  return list([...scheduled, ...announced], "No meeting to come is known.");
}

function latest(visit: Visit, { lately }: Home): Html {
  const meetings = lately.nodes.map((meeting) => drawMeeting(visit, meeting));
  return list(meetings, "No meeting has been recorded yet.");
}

/** What the latest meetings decided, and which actions were raised last. */
function agreed(visit: Visit, { lately, raised }: Home): Html {
  const { formats } = visit;
  const decisions = lately.nodes.flatMap(({ slug, heldOn, decisions: all }) =>
    all.map(({ text, item }) => {
      const path = item === null ? paths.meeting(slug) : paths.item(slug, item.place);
      return html`<p>${link(text, path)}</p><p class="site-source">Decided on ${time(heldOn, formats.day(heldOn))}</p>`;
    }),
  );
  const actions = raised.nodes.map((action) => drawAction(visit, action));
  return list([...decisions.slice(0, 5), ...actions], "Nothing has been agreed yet.");
}

function recorded(visit: Visit, { documents: { nodes }, missions }: Home): Html {
  const { formats, settings } = visit;
  const read = nodes.filter(({ kind }) => kind !== "LINKS");
  const lines = read.map(({ title, importedAt, meetings: [meeting] }) => {
    const day = importedAt.slice(0, 10);
    const mission = missions.nodes.find((each) => each.title === title);
    const path =
      meeting !== undefined
        ? paths.meeting(meeting.slug)
        : mission !== undefined && settings.pages.missions
          ? paths.mission(mission.slug)
          : null;
    return html`<p>${link(title, path)}</p><p class="site-source">Read in on ${time(day, formats.day(day))}</p>`;
  });
  return list(lines, "Nothing has been read in yet.");
}
