import { firstQuery, plainQuery, queries } from "@remit/gateway";

const by = "by { kind name }";
const due = "{ kind on inWords }";
const why = `${by} on reason agreedIn { label }`;

const record = `
  version status text kind { notation } completion reference
  owners { role status note kind name parts { agent { name } status note } }
  due ${due} originalDue ${due} originalText beneficiaries { name }
  updates { ${by} on text access progress { kind value unit text } evidence { label } }
  reviews { meeting { label } on outcome note }
  changes { verb ${why} }
  dueRevisions { from ${due} to ${due} ${why} } rewordings { from to ${why} }
  links { relation target { label } } followUps { kind text meeting { label } }
  started { ${by} on } block { ${why} } done { ${by} on note override evidence { label } }
  closure { kind ${by} on note reason to { label } agreedIn { label } }`;

const logs = `# What does each action say of itself, and how did it come to that?
{
  actions(first: 40) { totalCount nodes {
    access wording group { slug } owners { selector asOf agent { __typename name } } due { text }
    raisedAt { on item { heading } meeting { slug } }
    successors { reference } waitsFor { reference } warnings { code waitsFor { reference } }
    contributesTo { basis reason commitment { code } }
    ${record}
  } } }`;

const past = `# How did the actions stand on the last day of March 2026?
{
  actions(first: 40) { nodes { reference asAt(at: "2026-03-31T12:00:00Z") {
    version verb action { ${record} } } } } }`;

const snapshots = `# What did the logs hold that were taken?
{
  meetings(first: 10) { nodes { slug actionLogs {
    takenOn version contentHash meeting { label } agreedIn { label }
    entries { reference text owners due status version }
    history { nodes { version verb } } } } } }`;

const people = `# Who belongs to the groups?
{
  groups(first: 10) { nodes {
    slug name code kind { notation } zone chair { person { name } role }
    members(first: 30) { totalCount nodes {
      role position basis asOf from to
      person { slug name givenName familyName honorificPrefix honorificSuffix } } }
  } } }`;

const minutes = `# Who came, and what was minuted?
{
  meetings(first: 5) { nodes {
    slug title ordinal ordinalBasis heldOn startsAt location status access
    roles { role name person { slug } }
    attendance { name position status statusBasis capacity basis note deputisingFor
      organisation { slug } person { slug } section { heading } }
    attendanceNotes { kind text }
    items { number heading level outcome papers { number title } actions { reference }
      contributions { kind text reporting lead speakers { mention name basis } } }
    decisions { kind text wording }
  } } }`;

const promises = `# What was promised, and what is measured?
{
  missions(first: 10) { nodes {
    slug title statement announcedOn parties { name role } links { kind title statement }
    funding { kind amount currency statement additional }
    commitments { code kind statement openActionCount contributions { basis reason action { reference } } targets { statement } }
    series { code title measure unit observations { period { start end label } value status vintage current derived note } }
  } } }`;

const found = `# Where are kerbs and lamps spoken of?
{
  kerbs: search(text: "kerb", first: 50) { nodes { text on meeting { slug } found { __typename } } }
  lamps: search(text: "lamp", first: 50) { nodes { text on meeting { slug } found { __typename } } }
}`;

/** What everybody may ask of a release's database. */
export const everybodyAsks: Readonly<Record<string, string>> = {
  first: firstQuery,
  plain: plainQuery,
  ...queries,
  history: `{
  actions(filter: { group: "harbourside-pavements-working-group" }, first: 50) { nodes {
    reference text status version owners { name }
    changes { __typename }
    history { nodes { version verb by action { text status } } }
  } } }`,
  logs,
  past,
  snapshots,
  people,
  "what was minuted": minutes,
  promises,
  found,
};

/** What is asked of it once more by an official who keeps the records of its groups. */
export const keepersAsk: Readonly<Record<string, string>> = {
  "logs to a keeper": logs,
  "past to a keeper": past,
  "found by a keeper": found,
};
