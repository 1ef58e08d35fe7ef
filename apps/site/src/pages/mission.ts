import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { cited, facts, html, type Html, list, nothing, section, time } from "../html/parts.ts";
import { agentFields, agentLink } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";
import { commitmentLine, drawCommitments, outcomeFields } from "./mission/commitments.ts";
import { drawSeries, seriesFields } from "./mission/figures.ts";
import { drawMoney, moneyFields } from "./mission/money.ts";
import {
  drawCircumstances,
  drawDeliverables,
  drawMilestones,
  drawOthers,
  drawReports,
  partFields,
} from "./mission/parts.ts";
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
          recommendations { ...RecommendationFields }
          ...PartFields
        }
      }
    `,
    [
      agentFields,
      commitmentLine,
      moneyFields,
      outcomeFields,
      partFields,
      recommendationFields,
      seriesFields,
    ],
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
    const { title, statement, parties } = mission;
    const parts = partsOf(visit, mission);
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
${parts.map(({ id, heading, main }) => section(id, heading, main))}`,
      aside: html`<nav class="ds_contents-nav" aria-label="On this page"><h2 class="ds_contents-nav__title">On this page</h2>
<ul class="ds_contents-nav__list">${parts.map(({ id, heading }) => html`<li class="ds_contents-nav__item"><a class="ds_contents-nav__link" href="#${id}">${heading}</a></li>\n`)}</ul></nav>`,
    };
  },
};

interface Part {
  readonly id: string;
  readonly heading: string;
  readonly main: Html;
}

/** The parts of the page: those that a reader looks for, empty or not, and those others in which something stands. */
function partsOf(visit: Visit, mission: Mission): readonly Part[] {
  const { nouns } = visit.words;
  const { slug, outcomes, commitments, series, recommendations } = mission;
  const none = `No ${nouns.commitments.toLocaleLowerCase()} have been recorded.`;
  const others = [
    { id: "deliverables", heading: "What comes of it", lines: drawDeliverables(visit, mission) },
    { id: "milestones", heading: "Milestones", lines: drawMilestones(visit, mission) },
    { id: "reports", heading: "Reports", lines: drawReports(visit, mission) },
    { id: "context", heading: "Circumstances", lines: drawCircumstances(visit, mission) },
    { id: "beside", heading: "What else it has to do with", lines: drawOthers(visit, mission) },
  ];
  return [
    {
      id: "commitments",
      heading: nouns.commitments,
      main:
        commitments.length === 0
          ? nothing(none)
          : drawCommitments(visit, slug, outcomes, commitments),
    },
    {
      id: "figures",
      heading: "Figures",
      main:
        series.length === 0
          ? nothing("No figures have been recorded.")
          : html`${series.map((each) => drawSeries(visit, each))}`,
    },
    { id: "money", heading: "Money", main: drawMoney(visit, mission) },
    {
      id: "recommendations",
      heading: "Recommendations and answers",
      main: list(
        recommendations.map((each) => drawRecommendation(visit, each)),
        "No recommendation has been recorded.",
      ),
    },
    ...others
      .filter(({ lines }) => lines.length > 0)
      .map(({ id, heading, lines }) => ({ id, heading, main: list(lines, "") })),
  ];
}
