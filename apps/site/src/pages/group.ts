import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { facts, html, type Html, link, list, nothing, section, time } from "../html/parts.ts";
import {
  actionLine,
  drawAction,
  drawMeeting,
  drawUpcoming,
  meetingLine,
  upcomingFields,
} from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths, withQuery } from "../paths.ts";
import { drawSummary, summaryFields } from "./group/attendance.ts";
import { drawMembers, membersFields } from "./group/members.ts";
import { drawTerms, termsFields } from "./terms.ts";

const question = operation(
  graphql(
    `
      query Group($slug: String!, $on: Date) {
        group(by: { slug: $slug }) {
          name
          code
          slug
          replaced { on reason }
          predecessors { slug name }
          successors { slug name }
          missionRoles { role mission { slug title } }
          nextMeeting { ...UpcomingFields }
          ...MembersFields
          ...SummaryFields
          meetings(first: 10) { totalCount nodes { ...MeetingLine } }
          open: actions(first: 10, status: OPEN) { totalCount nodes { ...ActionLine } }
          all: actions(first: 1) { totalCount }
          termsOfReference(on: $on) { ...TermsFields }
        }
      }
    `,
    [actionLine, meetingLine, membersFields, summaryFields, termsFields, upcomingFields],
  ),
);

type Group = NonNullable<Awaited<ReturnType<typeof askGroup>>>;
const askGroup = async ({ ask, param }: Visit, on: string) =>
  (await ask(question, { slug: param("slug"), on })).group;

const linksTo = (groups: Group["predecessors"]) =>
  groups.map(({ name, slug }) => link(name, paths.group(slug)));

/** What a group is, who belongs to it on a day, when it met, and what it has to do. */
export const groupPage: Page = {
  path: `${paths.groups}/:slug`,
  operations: [question],
  show: async (visit) => {
    const on = visit.query("on") || visit.today;
    const group = await askGroup(visit, on);
    if (group === null) return null;
    const { words, formats } = visit;
    const { nouns } = words;
    return {
      title: group.name,
      label: nouns.group,
      crumbs: [{ text: nouns.groups, path: paths.groups }],
      summary: group.termsOfReference?.purpose ?? `The public record of the ${group.name}.`,
      data: {
        "@type": "Organization",
        name: group.name,
        identifier: group.code,
        ...(group.replaced === null ? {} : { dissolutionDate: group.replaced.on }),
      },
      facts: facts([
        ["Follows", linksTo(group.predecessors)],
        ["Followed by", linksTo(group.successors)],
        [
          "Ended",
          group.replaced &&
            html`${time(group.replaced.on, formats.day(group.replaced.on))}: ${group.replaced.reason}`,
        ],
        [
          nouns.mission,
          group.missionRoles.flatMap(({ role, mission }) =>
            mission === null
              ? []
              : [
                  html`${link(mission.title, visit.settings.pages.missions ? paths.mission(mission.slug) : null)} (${words.partyRole[role].toLocaleLowerCase()})`,
                ],
          ),
        ],
        ["References begin with", group.code],
      ]),
      main: html`${section("role", "What it is for", role(visit, group))}
${section("actions", `Open ${nouns.actions.toLocaleLowerCase()}`, actions(visit, group))}
${section("meetings", nouns.meetings, meetings(visit, group))}
${section("members", "Members", drawMembers(visit, group, on))}
${section("attendance", "Attendance", drawSummary(visit, group))}`,
      aside: html`${section("next", "Next meeting", group.nextMeeting ? drawUpcoming(visit, group.nextMeeting) : nothing("None is known."))}`,
    };
  },
};

function role(visit: Visit, { termsOfReference: terms }: Group): Html {
  return terms === null ? nothing("No terms of reference are published.") : drawTerms(visit, terms);
}

function actions(visit: Visit, { slug, open, all }: Group): Html {
  const { nouns } = visit.words;
  const many = nouns.actions.toLocaleLowerCase();
  return html`${list(
    open.nodes.map((action) => drawAction(visit, action)),
    all.totalCount === 0 ? `The group has no ${many} yet.` : `None of the group's ${many} is open.`,
  )}
${all.totalCount === 0 ? "" : html`<p><a href="${withQuery(paths.actions, { group: slug })}">The whole log of ${many} (${all.totalCount})</a></p>`}`;
}

function meetings(visit: Visit, { slug, meetings: { nodes, totalCount } }: Group): Html {
  return html`${list(
    nodes.map((meeting) => drawMeeting(visit, meeting)),
    "The group has not met yet.",
  )}
${totalCount > nodes.length ? html`<p><a href="${withQuery(paths.meetings, { group: slug })}">All ${totalCount} of its meetings</a></p>` : ""}`;
}
