import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { counted, html, type Html, joined } from "../../html/parts.ts";
import { personLink } from "../../lines.ts";

/** Whom a meeting expected, and whether enough of them came. */
export const expectedFields = graphql(`
  fragment ExpectedFields on Meeting {
    quorum {
      check {
        kind: __typename
        ... on QuorumCheck { present required isQuorate }
        ... on QuorumNotComputable { reason }
      }
    }
    expected(first: 100) {
      totalCount
      nodes { person { slug name } attendance { status } }
    }
  }
`);

type Expected = FragmentOf<typeof expectedFields>;

/** The quorum in words: who was there of how many, or why nobody can say; null where there is none to tell of. */
export function quorumInWords({ words }: Frame, { quorum }: Expected): string | null {
  if (quorum === null) return null;
  const { check } = quorum;
  return check.kind === "QuorumCheck"
    ? `${check.isQuorate ? "Reached" : "Not reached"}: ${check.present} present, ${check.required} needed`
    : `Not known: ${words.quorumReason[check.reason]}`;
}

/** Draws the members of whom the record of the meeting says nothing; nothing where it says nothing of any, or a reader may not see the whole of it. */
export function drawUnmentioned(frame: Frame, { quorum, expected }: Expected): Html {
  if (quorum === null) return html``;
  const missing = expected.nodes.filter(({ attendance }) => attendance === null);
  if (missing.length === 0 || missing.length === expected.nodes.length) return html``;
  const named = missing.flatMap(({ person }) => (person === null ? [] : [person]));
  const unnamed = missing.length - named.length;
  const pieces = [
    ...named.map((person) => personLink(frame, person.name, person)),
    ...(unnamed === 0
      ? []
      : [
          counted(
            unnamed,
            "member whose name is not published",
            "members whose names are not published",
          ),
        ]),
  ];
  return html`<p>Members on the day whom the record does not mention: ${joined(pieces)}.</p>
${expected.totalCount > expected.nodes.length ? html`<p>Of ${expected.totalCount - expected.nodes.length} more members it is not shown.</p>` : ""}`;
}
