import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { facts, html, joined, link, list, section } from "../html/parts.ts";
import { actionLine, drawAction, personLink } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";

const question = operation(
  graphql(
    `
      query Organisation($slug: String!) {
        organisation(by: { slug: $slug }) {
          name
          otherNames
          place { parent { name slug } }
          attendance(first: 50) {
            totalCount
            nodes {
              name
              position
              person { slug }
              meeting { slug title heldOn }
            }
          }
          actions(first: 50) { nodes { ...ActionLine } }
          missionRoles { role mission { slug title } }
        }
      }
    `,
    [actionLine],
  ),
);

const ask = async (visit: Visit) =>
  (await visit.ask(question, { slug: visit.param("slug") })).organisation;

/** Who came from an organisation, and what it owns. */
export const organisationPage: Page = {
  path: "/organisations/:slug",
  operations: [question],
  show: async (visit) => {
    const organisation = await ask(visit);
    if (organisation === null) return null;
    const { words, formats, settings } = visit;
    const { nouns } = words;
    const { name, otherNames, place, attendance, actions, missionRoles } = organisation;
    const lines = attendance.nodes.map(
      (each) =>
        html`<p>${personLink(visit, each.name, each.person)}${each.position === null ? "" : `, ${each.position}`}</p><p class="site-source">${link(each.meeting.title, paths.meeting(each.meeting.slug))}, ${formats.day(each.meeting.heldOn)}</p>`,
    );
    return {
      title: name,
      label: nouns.organisation,
      crumbs: [],
      data: {
        "@type": "Organization",
        name,
        ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
        ...(place === null
          ? {}
          : { parentOrganization: { "@type": "Organization", name: place.parent.name } }),
      },
      facts: facts([
        ["Also called", joined(otherNames)],
        ["Part of", place && link(place.parent.name, paths.organisation(place.parent.slug))],
        [
          nouns.missions,
          missionRoles.flatMap(({ role, mission }) =>
            mission === null
              ? []
              : [
                  html`${link(mission.title, settings.pages.missions ? paths.mission(mission.slug) : null)} (${words.partyRole[role].toLocaleLowerCase()})`,
                ],
          ),
        ],
      ]),
      main: html`${section(
        "actions",
        nouns.actions,
        list(
          actions.nodes.map((action) => drawAction(visit, action)),
          "It owns none.",
        ),
      )}
${section("meetings", nouns.meetings, list(lines, "Nobody is recorded as having come from it."))}`,
    };
  },
};
