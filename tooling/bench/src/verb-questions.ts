/** What there is to do, at the length that it has in real minutes. */
export const taskText =
  "Bring a costed proposal for the eastern pavements to the next meeting, with the views of the access panel";

/** What is reported of it. */
export const reportText =
  "The panel has seen the draft and asks for dropped kerbs at two more crossings; costs are being checked.";

const selected = `kind: __typename ... on Action { id reference version status text } ... on Refusal { code message }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selected} } }`;

/** What is asked for each verb. */
export const mutations = {
  raise: mutation("raiseAction", "RaiseActionInput"),
  start: mutation("startAction", "StartActionInput"),
  report: mutation("reportAction", "ReportActionInput"),
  complete: mutation("completeAction", "CompleteActionInput"),
};

export type VerbName = keyof typeof mutations;

const request = (verb: VerbName, input: object) =>
  JSON.stringify({ query: mutations[verb], variables: { input } });

/** The request that raises an action whose one owner is the secretary. */
export const raising = (meeting: { readonly id: string; readonly person: string }): string =>
  request("raise", {
    meeting: `Meeting:${meeting.id}`,
    text: taskText,
    owners: [{ agent: { person: `Person:${meeting.person}` } }],
    due: { date: "2026-06-30" },
  });

/** The request that does another verb to an action, by its global id. */
export const doing = (verb: Exclude<VerbName, "raise">, id: string): string =>
  request(verb, verb === "report" ? { id, text: reportText } : { id });
