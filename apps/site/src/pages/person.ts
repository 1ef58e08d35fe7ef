import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { facts, html, type Html, link, list, section } from "../html/parts.ts";
import { actionLine, drawAction } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";

const question = operation(
  graphql(
    `
      query Person($slug: String!) {
        person(by: { slug: $slug }) {
          name
          slug
          memberships {
            role
            position
            from
            to
            asOf
            group { slug name }
          }
          attendance(first: 50) {
            totalCount
            nodes {
              status
              capacity
              position
              meeting { slug title heldOn }
            }
          }
          actions(first: 50) {
            totalCount
            nodes { ...ActionLine }
          }
          missionRoles { role name mission { slug title } }
        }
      }
    `,
    [actionLine],
  ),
);

type Person = NonNullable<Awaited<ReturnType<typeof askPerson>>>;
const askPerson = async ({ ask, param }: Visit) =>
  (await ask(question, { slug: param("slug") })).person;

/** Where somebody belongs, which meetings they came to, and what they own. Whoever is told of by a role alone has no page. */
export const personPage: Page = {
  path: "/people/:slug",
  partOf: "people",
  operations: [question],
  show: async (visit) => {
    const person = await askPerson(visit);
    if (person === null) return null;
    const { nouns } = visit.words;
    const { name, missionRoles, actions } = person;
    return {
      title: name,
      label: nouns.person,
      crumbs: [],
      summary: `${name} in the public record.`,
      facts: facts(
        missionRoles.flatMap(({ role, mission }) =>
          mission === null
            ? []
            : [
                [
                  visit.words.partyRole[role],
                  link(
                    mission.title,
                    visit.settings.pages.missions ? paths.mission(mission.slug) : null,
                  ),
                ] as const,
              ],
        ),
      ),
      main: html`${section("groups", nouns.groups, memberships(visit, person))}
${section(
  "actions",
  nouns.actions,
  list(
    actions.nodes.map((action) => drawAction(visit, action)),
    `${name} owns none.`,
  ),
)}
${section("meetings", nouns.meetings, attended(visit, person))}`,
    };
  },
};

function memberships({ words, formats }: Visit, { memberships: all, name }: Person): Html {
  return list(
    all.flatMap(({ group, role, position, from, to, asOf }) => {
      if (group === null) return [];
      const since = formats.period({ start: from, end: to, label: null });
      const when = since === "" && asOf !== null ? `listed on ${formats.day(asOf)}` : since;
      const parts = [words.membershipRole[role], position, when].filter((part) => part);
      return [
        html`<p><a href="${paths.group(group.slug)}">${group.name}</a></p><p class="site-source">${parts.join(", ")}</p>`,
      ];
    }),
    `${name} is recorded as a member of none.`,
  );
}

function attended({ words, formats }: Visit, { attendance, name }: Person): Html {
  const { nodes, totalCount } = attendance;
  const lines = nodes.map(({ meeting, status, capacity, position }) => {
    const said = [
      formats.day(meeting.heldOn),
      words.attendanceStatus[status].toLocaleLowerCase(),
      capacity === "NOT_STATED" ? "" : words.capacity[capacity].toLocaleLowerCase(),
      position ?? "",
    ];
    return html`<p>${link(meeting.title, paths.meeting(meeting.slug))}</p><p class="site-source">${said.filter((part) => part !== "").join(", ")}</p>`;
  });
  return html`${list(lines, `${name} is on the list of no meeting.`)}
${totalCount > nodes.length ? html`<p>These are the first ${nodes.length} of ${totalCount}.</p>` : ""}`;
}
