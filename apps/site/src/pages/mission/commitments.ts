import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { counted, html, type Html, tag, type Tone } from "../../html/parts.ts";
import { paths } from "../../paths.ts";
import { drawTarget, targetFields } from "./targets.ts";

const tones: Record<Enum<"CommitmentStatus">, Tone> = {
  MADE: "plain",
  IN_DELIVERY: "going",
  DELIVERED: "good",
  PARTLY_DELIVERED: "stopped",
  NOT_DELIVERED: "stopped",
  SUPERSEDED: "ended",
  WITHDRAWN: "ended",
};

/** The status of a commitment in words. */
export const commitmentTag = ({ words }: Frame, status: Enum<"CommitmentStatus">): Html =>
  tag(words.commitmentStatus[status], tones[status]);

/** A commitment on the page of its mission. */
export const commitmentLine = graphql(
  `
    fragment CommitmentLine on Commitment {
      code
      statement
      status
      openActionCount
      outcomes { code }
      targets { ...TargetFields }
    }
  `,
  [targetFields],
);

/** An outcome that commitments work towards. */
export const outcomeFields = graphql(`
  fragment OutcomeFields on Outcome {
    code
    title
    status
    parent { code }
  }
`);

type Line = FragmentOf<typeof commitmentLine>;
type Outcome = FragmentOf<typeof outcomeFields>;

/** Draws commitments under the outcomes that they work towards; those under none stand last. */
export function drawCommitments(
  frame: Frame,
  mission: string,
  outcomes: readonly Outcome[],
  commitments: readonly Line[],
): Html {
  const standing = outcomes.filter(({ status }) => status === "STANDING");
  const codes = new Set(standing.map(({ code }) => code));
  const rest = commitments.filter((each) => !each.outcomes.some(({ code }) => codes.has(code)));
  const { nouns } = frame.words;
  const named = standing.map((outcome) => {
    const under = commitments.filter((each) =>
      each.outcomes.some(({ code }) => code === outcome.code),
    );
    return html`<h3>${outcome.parent === null ? "" : "– "}${outcome.title}</h3>
${under.length === 0 ? html`<p class="site-nothing">No ${nouns.commitment.toLocaleLowerCase()} stands under it.</p>` : drawn(frame, mission, under)}`;
  });
  if (standing.length === 0) return drawn(frame, mission, rest);
  return html`${named}
${rest.length === 0 ? "" : html`<h3>Under no ${nouns.outcome.toLocaleLowerCase()}</h3>${drawn(frame, mission, rest)}`}`;
}

const drawn = (frame: Frame, mission: string, lines: readonly Line[]): Html =>
  html`<ul class="site-list">${lines.map((line) => html`<li>${drawCommitment(frame, mission, line)}</li>\n`)}</ul>`;

function drawCommitment(frame: Frame, mission: string, line: Line): Html {
  const { nouns } = frame.words;
  const { code, statement, status, openActionCount, targets } = line;
  return html`<p><a href="${paths.commitment(mission, code)}">${statement}</a></p>
<p class="site-action__facts">${commitmentTag(frame, status)}${openActionCount === 0 ? "" : html` <span>${counted(openActionCount, nouns.action, nouns.actions)} open</span>`}</p>
${targets.map((target) => drawTarget(frame, target))}`;
}
