/** All that a mission has come to, in one question. */
export const dashboard = `query ($slug: String!) { mission(by: {slug: $slug}) { title fundingTotals { kind amount }
  recommendations { code status answers { position on } } commitments { code status openActionCount assessments { kind value }
    targets { statement status required { ... on ExactQuantity { value unit } ... on NotComputable { reason } }
      progress { met way { ... on ProgressShare { share } ... on NotComputable { reason } } latest { value } }
      assessments { kind value } } } } }`;
