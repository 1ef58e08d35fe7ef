import { graphql } from "../graph/documents.ts";
import { operation } from "../graph/ask.ts";
import type { Visit } from "../page.ts";
import { pathOf, paths } from "../paths.ts";

/** What it takes to know the page of something. */
export const foundFields = graphql(`
  fragment Found on Node {
    type: __typename
    id
    ... on Group { slug }
    ... on Meeting { slug }
    ... on Person { slug }
    ... on Organisation { slug }
    ... on Mission { slug }
    ... on Action { reference }
    ... on Commitment { code mission { slug } }
    ... on Item { place meeting { slug } }
    ... on Decision { meeting { slug } item { place } }
    ... on Contribution { meeting { slug } item { place } }
    ... on Paper { meeting { slug } }
    ... on Minutes { meeting { slug } }
    ... on Membership { group { slug } }
    ... on TermsOfReference { group { slug } }
    ... on Report { mission { slug } }
    ... on Recommendation { mission { slug } }
    ... on Target { mission { slug } }
    ... on Indicator { mission { slug } }
    ... on Outcome { mission { slug } }
    ... on Milestone { mission { slug } }
    ... on Deliverable { mission { slug } }
    ... on FundingEnvelope { mission { slug } }
    ... on FundingLine { mission { slug } }
  }
`);

const question = operation(
  graphql(
    `
      query WhatHasThisId($id: ID!) {
        node(id: $id) {
          ...Found
        }
      }
    `,
    [foundFields],
  ),
);

/** Leads from a global id, which records quote, to the page of what has it. */
export const nodePage = {
  path: paths.node(":id").replace("%3A", ":"),
  operations: [question],
  leadsTo: async ({ ask, param }: Visit): Promise<string | null> => {
    const { node } = await ask(question, { id: param("id") });
    return node === null ? null : pathOf(node);
  },
};
