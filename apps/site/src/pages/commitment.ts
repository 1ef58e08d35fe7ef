import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { cited, facts, html, type Html, joined, link, list, section, time } from "../html/parts.ts";
import { actionLine, drawAction } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";
import { commitmentTag } from "./mission/commitments.ts";
import { drawRecommendation, recommendationFields } from "./mission/recommendations.ts";
import { drawTarget, targetFields } from "./mission/targets.ts";

const which = operation(
  graphql(`
    query CommitmentsOfMission($mission: String!) {
      commitments(first: 100, filter: { mission: $mission }) {
        nodes { id code }
      }
    }
  `),
);

const question = operation(
  graphql(
    `
      query Commitment($id: ID!) {
        node(id: $id) {
          ... on Commitment {
            code
            statement
            status
            wording
            period { start end label }
            mission { slug title }
            outcomes { title }
            source { title publisher url }
            ended { on reason }
            successor { code statement }
            supersedes { code statement }
            restatements { on by statement }
            targets { ...TargetFields }
            contributions { reason action { ...ActionLine } }
            assessments { asAt assessor kind says rationale status }
            recommendations { ...RecommendationFields }
          }
        }
      }
    `,
    [actionLine, recommendationFields, targetFields],
  ),
);

type Commitment = NonNullable<Awaited<ReturnType<typeof askCommitment>>>;

/** The graph knows a commitment by its id: the code of an address leads there. */
async function askCommitment({ ask, param }: Visit) {
  const { commitments } = await ask(which, { mission: param("slug") });
  const found = commitments.nodes.find(({ code }) => code === param("code"));
  if (found === undefined) return null;
  const { node } = await ask(question, { id: found.id });
  return node !== null && "code" in node ? node : null;
}

/** One promise: its words, what would keep it, what is done for it, and how it is judged. */
export const commitmentPage: Page = {
  path: `${paths.missions}/:slug/commitments/:code`,
  partOf: "missions",
  operations: [which, question],
  show: async (visit) => {
    const commitment = await askCommitment(visit);
    if (commitment === null) return null;
    const { formats, words } = visit;
    const { nouns } = words;
    const { statement, status, mission, outcomes, period, ended, source } = commitment;
    return {
      title: statement,
      label: nouns.commitment,
      crumbs: [
        { text: nouns.missions, path: paths.missions },
        ...(mission === null ? [] : [{ text: mission.title, path: paths.mission(mission.slug) }]),
      ],
      summary: statement,
      facts: facts([
        ["Status", commitmentTag(visit, status)],
        [nouns.mission, mission && link(mission.title, paths.mission(mission.slug))],
        [nouns.outcome, joined(outcomes.map(({ title }) => title))],
        ["Time", formats.period(period)],
        ["Ended", ended && html`${time(ended.on, formats.day(ended.on))}: ${ended.reason}`],
      ]),
      main: html`${cited(source)}
${section(
  "targets",
  "Targets",
  list(
    commitment.targets.map((target) => drawTarget(visit, target)),
    "It comes without a target.",
  ),
)}
${section("actions", `${nouns.actions} that serve it`, actions(visit, commitment))}
${section("judged", "How it is judged", judged(visit, commitment))}
${section(
  "recommendations",
  "Recommendations",
  list(
    commitment.recommendations.map((each) => drawRecommendation(visit, each)),
    "No recommendation speaks of it.",
  ),
)}
${section("words", "Its words over time", wordsOf(visit, commitment))}`,
    };
  },
};

function actions(visit: Visit, { contributions }: Commitment): Html {
  const { nouns } = visit.words;
  return list(
    contributions.flatMap(({ action, reason }) =>
      action === null
        ? []
        : [html`${drawAction(visit, action)}<p class="site-source">${reason}</p>`],
    ),
    `The record links no ${nouns.action.toLocaleLowerCase()} with it.`,
  );
}

function judged({ formats }: Visit, { assessments }: Commitment): Html {
  const standing = assessments.filter(({ status }) => status === "GIVEN");
  return list(
    standing.map(
      ({ says, asAt, assessor, rationale }) =>
        html`<p><strong>${says}</strong>, ${assessor === null ? "worked out by rule" : `by ${assessor}`}, as at ${time(asAt, formats.day(asAt))}</p>${rationale === null ? "" : html`<p>${rationale}</p>`}`,
    ),
    "Nobody has assessed it yet.",
  );
}

function wordsOf({ formats }: Visit, commitment: Commitment): Html | "" {
  const { restatements, supersedes, successor, mission } = commitment;
  const others = (text: string, several: readonly { code: string; statement: string }[]) =>
    several.map(
      (each) =>
        html`<p>${text} ${link(each.statement, mission && paths.commitment(mission.slug, each.code))}</p>`,
    );
  const lines = [
    ...others("It takes the place of:", supersedes),
    ...restatements.map(
      ({ on, by, statement }) =>
        html`<p>Put again on ${time(on, formats.day(on))} by ${by}: “${statement}”</p>`,
    ),
    ...others("In its place there is now:", successor === null ? [] : [successor]),
  ];
  return lines.length === 0 ? "" : list(lines, "");
}
