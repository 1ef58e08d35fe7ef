import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import {
  cited,
  external,
  facts,
  html,
  type Html,
  list,
  type Piece,
  section,
  tag,
  time,
} from "../html/parts.ts";
import { agentFields, agentLink } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";
import { commitmentLine, drawCommitments, outcomeFields } from "./mission/commitments.ts";
import { drawSeries, seriesFields } from "./mission/figures.ts";
import { drawMoney, moneyFields } from "./mission/money.ts";
import { drawRecommendation, recommendationFields } from "./mission/recommendations.ts";

const question = operation(
  graphql(
    `
      query Mission($slug: String!) {
        mission(by: { slug: $slug }) {
          slug
          title
          statement
          announcedOn
          period { start end label }
          source { title publisher url }
          parties { name role agent { ...AgentFields } }
          outcomes { ...OutcomeFields }
          commitments { ...CommitmentLine }
          series { ...SeriesFields }
          ...MoneyFields
          reports { title status publishedOn source { title publisher url } }
          recommendations { ...RecommendationFields }
          milestones { title status due actual forecast }
          links { title statement url }
        }
      }
    `,
    [agentFields, commitmentLine, moneyFields, outcomeFields, recommendationFields, seriesFields],
  ),
);

type Mission = NonNullable<Awaited<ReturnType<typeof askMission>>>;
const askMission = async ({ ask, param }: Visit) =>
  (await ask(question, { slug: param("slug") })).mission;

/** What a mission promises and whether it keeps its word: commitments, targets, figures, money, reports. */
export const missionPage: Page = {
  path: `${paths.missions}/:slug`,
  partOf: "missions",
  operations: [question],
  show: async (visit) => {
    const mission = await askMission(visit);
    if (mission === null) return null;
    const { formats, words } = visit;
    const { nouns } = words;
    const { title, statement, slug, outcomes, commitments, series, parties } = mission;
    const many = nouns.commitments.toLocaleLowerCase();
    return {
      title,
      label: nouns.mission,
      crumbs: [{ text: nouns.missions, path: paths.missions }],
      summary: statement,
      facts: facts([
        ["Time", formats.period(mission.period)],
        [
          "Announced",
          mission.announcedOn && time(mission.announcedOn, formats.day(mission.announcedOn)),
        ],
        ...(["RESPONSIBLE", "GOVERNANCE"] as const).map(
          (role) =>
            [
              words.partyRole[role],
              parties.filter((each) => each.role === role).map((party) => agentLink(visit, party)),
            ] as const,
        ),
      ]),
      main: html`<p class="site-lead">${statement}</p>
${cited(mission.source)}
${section("commitments", nouns.commitments, commitments.length === 0 ? html`<p class="site-nothing">No ${many} have been recorded.</p>` : drawCommitments(visit, slug, outcomes, commitments))}
${section("figures", "Figures", series.length === 0 ? html`<p class="site-nothing">No figures have been recorded.</p>` : html`${series.map((each) => drawSeries(visit, each))}`)}
${section("money", "Money", drawMoney(visit, mission))}
${section("milestones", "Milestones", milestones(visit, mission))}
${section("reports", "Reports", reports(visit, mission))}
${section("recommendations", "Recommendations and answers", recommendations(visit, mission))}
${section("beside", "What else it has to do with", beside(mission))}`,
      aside: html`<nav class="ds_contents-nav" aria-label="On this page"><h2 class="ds_contents-nav__title">On this page</h2>
<ul class="ds_contents-nav__list">${contents(mission, nouns.commitments).map(([id, text]) => html`<li class="ds_contents-nav__item"><a class="ds_contents-nav__link" href="#${id}">${text}</a></li>\n`)}</ul></nav>`,
    };
  },
};

const contents = (
  { milestones, reports, links }: Mission,
  commitments: string,
): readonly (readonly [id: string, text: string])[] => [
  ["commitments", commitments],
  ["figures", "Figures"],
  ["money", "Money"],
  ...(milestones.length === 0 ? [] : [["milestones", "Milestones"] as const]),
  ...(reports.length === 0 ? [] : [["reports", "Reports"] as const]),
  ["recommendations", "Recommendations and answers"],
  ...(links.length === 0 ? [] : [["beside", "What else it has to do with"] as const]),
];

function milestones({ formats, words }: Visit, { milestones: all }: Mission): Piece {
  if (all.length === 0) return null;
  const day = (text: string, date: string | null) =>
    date === null ? [] : [`${text} ${formats.day(date)}`];
  return list(
    all.map(({ title, status, due, actual, forecast }) => {
      const days = [
        ...day("due", due),
        ...(actual === null ? day("expected", forecast) : day("achieved", actual)),
      ];
      return html`<p>${title}</p><p class="site-action__facts">${tag(words.milestoneStatus[status])}${days.map((each) => html` <span>${each}</span>`)}</p>`;
    }),
    "",
  );
}

function reports({ formats, words }: Visit, { reports: all }: Mission): Piece {
  if (all.length === 0) return null;
  return list(
    all.map(
      ({ title, status, publishedOn, source }) =>
        html`<p>${title}</p><p class="site-action__facts">${tag(words.reportStatus[status])}${publishedOn === null ? "" : html` <span>${time(publishedOn, formats.day(publishedOn))}</span>`}</p>${source === null ? "" : cited(source)}`,
    ),
    "",
  );
}

const recommendations = (visit: Visit, { recommendations: all }: Mission): Html =>
  list(
    all.map((each) => drawRecommendation(visit, each)),
    "No recommendation has been recorded.",
  );

function beside({ links }: Mission): Piece {
  if (links.length === 0) return null;
  return list(
    links.map(
      ({ title, statement, url }) =>
        html`<p><strong>${external(title, url)}</strong></p><p>${statement}</p>`,
    ),
    "",
  );
}
