/** The first question: who owns this action, where does it come from, and what is it good for? The README asks it too. */
export const firstQuery = `{
  action(by: { reference: "NDMIG-2021-12-A1" }) {
    text
    owners { name kind }
    raisedAt { meeting { ordinal heldOn chair { name } nextMeeting { startsAt } } }
    contributesTo { commitment { code } }
  }
}`;

/** What to ask of a record without the example. */
export const plainQuery = `{
  meetings(first: 5) {
    totalCount
    nodes { title heldOn group { name } attendanceCount openActionCount }
  }
}`;

/** Worked queries over the example, by what they ask. Their names are on the tabs of GraphiQL. */
export const queries = {
  meeting: `# Who came to the meeting of December 2021, and which actions did it raise?
query Attendance {
  meeting(by: { slug: "national-drugs-mission-implementation-group-2021-12-22" }) {
    title
    ordinal
    chair { name }
    attendance { name position status capacity basis }
    actions { reference text owners { name kind } due { kind } }
    nextMeeting { text startsAt }
    source { officialRecord }
  }
}`,
  minutes: `# What was said under each item, and by whom?
query Minutes {
  meeting(by: { slug: "national-drugs-mission-implementation-group-2021-12-22" }) {
    items {
      heading
      outcome
      papers { number }
      contributions { kind text speakers { mention name person { slug } } }
      actions { reference }
    }
    decisions { text }
  }
}`,
  mission: `# What has the National Mission promised, and what would meet its targets?
query Mission {
  mission(by: { slug: "national-mission-on-drugs" }) {
    title
    period { start end label }
    funding { amount currency statement }
    commitments {
      code
      statement
      targets {
        statement
        by { end label }
        required { ... on ExactQuantity { value unit } ... on NotComputable { reason } }
      }
    }
    series { title unit latest { period { label end } value source { title url } } }
  }
}`,
  trace: `# Which actions help to keep which commitments, and who owns them?
query ActionsAndCommitments {
  actions(filter: { status: OPEN }, first: 20) {
    totalCount
    nodes {
      reference
      text
      owners { name agent { __typename name } }
      raisedAt { item { heading } meeting { heldOn group { name } } }
      contributesTo { reason commitment { statement targets { statement } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
};
