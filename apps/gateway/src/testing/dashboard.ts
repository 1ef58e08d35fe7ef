/** All that a mission has come to, in one question. */
export const dashboard = `query ($slug: String!) { mission(by: {slug: $slug}) { title fundingTotals { kind amount }
  made: commitmentCount withdrawn: commitmentCount(status: WITHDRAWN) fundingByYear { kind start amount }
  outcomes { code kind } standardTotals { value assessments } reports { title status publishedOn errata { number } }
  recommendations { code status answers { position on } } relations { kind status }
  commitments { code status openActionCount assessments { kind value } milestones { title status due slippage }
    targets { statement status required { ... on ExactQuantity { value unit } ... on NotComputable { reason } }
      progress { met way { ... on ProgressShare { share } ... on NotComputable { reason } } latest { value } }
      assessments { kind value } } } } }`;
