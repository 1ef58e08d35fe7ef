import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { facts, html, type Html, section, summaryList, table, tag } from "../html/parts.ts";
import { actionTag, agentFields, agentLink, ownersOf, quoted } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths, withQuery } from "../paths.ts";
import { drawLife, lifeFields } from "./action/life.ts";
import { drawTrace, traceFields } from "./action/trace.ts";

const question = operation(
  graphql(
    `
      query Action($reference: String!) {
        action(by: { reference: $reference }) {
          reference
          text
          originalText
          status
          overdue
          carriedForward
          due { inWords text }
          originalDue { inWords }
          owners {
            name
            role
            status
            on
            note
            agent { ...AgentFields }
            parts { status on note agent { name agent { ...AgentFields } } }
          }
          beneficiaries { name agent { ...AgentFields } }
          group { slug name }
          followUps { text }
          links { relation target { id label } }
          successors { reference text }
          waitsFor { reference text status }
          ...LifeFields
          ...TraceFields
        }
      }
    `,
    [agentFields, lifeFields, traceFields],
  ),
);

type Action = NonNullable<Awaited<ReturnType<typeof askAction>>>;
const askAction = async ({ ask, param }: Visit) =>
  (await ask(question, { reference: param("reference") })).action;

/** What was to be done, who owns it, what became of it, and what it is good for. */
export const actionPage: Page = {
  path: `${paths.actions}/:reference`,
  operations: [question],
  show: async (visit) => {
    const action = await askAction(visit);
    if (action === null) return null;
    const { nouns } = visit.words;
    const { reference, text, group, owners } = action;
    return {
      title: reference,
      label: nouns.action,
      crumbs: [
        ...(group === null ? [] : [{ text: group.name, path: paths.group(group.slug) }]),
        {
          text: nouns.actions,
          path: group === null ? paths.actions : withQuery(paths.actions, { group: group.slug }),
        },
      ],
      summary: text,
      facts: facts([
        [
          "Status",
          html`${actionTag(visit, action.status)}${action.overdue ? html` ${tag("Overdue", "stopped")}` : ""}`,
        ],
        [owners.length === 1 ? "Owner" : "Owners", owners.map((owner) => agentLink(visit, owner))],
        ["Due", action.due.inWords],
        [
          "Carried forward",
          action.carriedForward === 0
            ? ""
            : action.carriedForward === 1
              ? "once"
              : `${action.carriedForward} times`,
        ],
      ]),
      main: html`<p class="site-lead site-sentence">${text}</p>
${section("path", "Where it comes from, and what it serves", drawTrace(visit, action))}
${section("owners", "Owners", drawOwners(visit, action))}
${section("life", "What became of it", drawLife(visit, action))}
${section("more", "More about it", more(visit, action))}`,
    };
  },
};

function drawOwners(visit: Visit, { owners }: Action): Html {
  const { words, formats } = visit;
  const said = (of: { on: string | null; note: string | null }) =>
    [of.on && formats.day(of.on), of.note].filter(Boolean).join(": ");
  const parts = owners.flatMap((owner) => [
    { who: agentLink(visit, owner), role: words.ownerRole[owner.role], answer: owner },
    ...owner.parts.map((part) => ({
      who: html`${agentLink(visit, part.agent)}, of ${owner.name}`,
      role: "",
      answer: part,
    })),
  ]);
  const rows = parts.map(({ who, role, answer }) => [
    who,
    role,
    words.partStatus[answer.status],
    said(answer),
  ]);
  if (rows.length === 0) return html`<p class="site-nothing">The record names no owner.</p>`;
  // Where nobody has said anything there is no column for it.
  const isSilent = parts.every(({ answer }) => said(answer) === "");
  const heads = [
    "Owner",
    "Part in it",
    "Answer",
    ...(isSilent ? [] : ["When, and in which words"]),
  ];
  return table(
    "Owners and their answers",
    heads,
    rows.map((row) => row.slice(0, heads.length)),
  );
}

const namedActions = (several: readonly { readonly reference: string; readonly text: string }[]) =>
  several.map(
    (each) =>
      html`<p><a href="${paths.action(each.reference)}">${each.reference}</a>: ${each.text}</p>`,
  );

function more(visit: Visit, action: Action): Html | "" {
  const { originalText, text, due, originalDue, beneficiaries, followUps, links } = action;
  const { successors, waitsFor } = action;
  const all = [
    ["At first it read", originalText === text ? "" : originalText],
    ["At first it was due", originalDue.inWords === due.inWords ? "" : originalDue.inWords],
    ["Due, as written", due.text],
    ["For the sake of", beneficiaries.length === 0 ? "" : ownersOf(visit, beneficiaries)],
    ["Comes back to the group as", followUps.map((each) => html`<p>${each.text}</p>`)],
    ["Waits for", namedActions(waitsFor)],
    ["In its place", namedActions(successors)],
    ["Linked with", links.map(({ target }) => html`<p>${quoted(target)}</p>`)],
  ] as const;
  const isThere = all.some(([, value]) => value !== null && value.length !== 0);
  return isThere ? summaryList(all) : "";
}
