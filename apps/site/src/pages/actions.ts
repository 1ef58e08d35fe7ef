import { operation } from "../graph/ask.ts";
import { type Enum, graphql } from "../graph/documents.ts";
import { further, select } from "../html/forms.ts";
import { counted, html, type Html, list } from "../html/parts.ts";
import { actionLine, drawAction, pageFields } from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";
import { english } from "../words.ts";

const question = operation(
  graphql(
    `
      query Actions($filter: ActionFilter, $orderBy: ActionOrder, $after: String) {
        actions(first: 25, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount
          nodes { ...ActionLine }
          pageInfo { ...PageFields }
        }
        groups(first: 100) { nodes { slug name } }
      }
    `,
    [actionLine, pageFields],
  ),
);

/** The orders of the log, by what an address calls them. */
const orders = {
  raised: { text: "As they were raised", by: { field: "RAISED", direction: "ASC" } },
  latest: { text: "The latest first", by: { field: "RAISED", direction: "DESC" } },
  due: { text: "By the day on which they are due", by: { field: "DUE", direction: "ASC" } },
  reference: { text: "By reference", by: { field: "REFERENCE", direction: "ASC" } },
} as const;

const isOrder = (text: string): text is keyof typeof orders => Object.hasOwn(orders, text);

const isStatus = (text: string): text is Enum<"ActionStatus"> =>
  Object.hasOwn(english.actionStatus, text);

/** What an address asks for; what it asks for in no known word is not asked for. */
function askedIn({ query }: Visit) {
  const [status, sort] = [query("status"), query("sort")];
  return {
    group: query("group"),
    status: isStatus(status) ? status : "",
    overdue: query("overdue") === "yes" ? "yes" : "",
    text: query("text").slice(0, 200),
    sort: isOrder(sort) ? sort : "raised",
  } as const;
}

/** The log of actions: all of them or some, in the order that a reader wants, page by page. */
export const actionsPage: Page = {
  path: paths.actions,
  operations: [question],
  show: async (visit) => {
    const asked = askedIn(visit);
    const { group, status, overdue, text, sort } = asked;
    const after = visit.query("after");
    const { actions, groups } = await visit.ask(question, {
      filter: {
        ...(group === "" ? {} : { group }),
        ...(status === "" ? {} : { status }),
        ...(overdue === "" ? {} : { overdue: true }),
        ...(text === "" ? {} : { text }),
      },
      orderBy: orders[sort].by,
      after: after || null,
    });
    const { nouns } = visit.words;
    const name = groups.nodes.find(({ slug }) => slug === group)?.name;
    const count = counted(actions.totalCount, nouns.action, nouns.actions);
    return {
      title: name === undefined ? nouns.actions : `${nouns.actions} of the ${name}`,
      crumbs:
        name === undefined
          ? []
          : [
              { text: nouns.groups, path: paths.groups },
              { text: name, path: paths.group(group) },
            ],
      main: html`${form(visit, asked, groups.nodes)}
<p class="site-lead">${count}</p>
${list(
  actions.nodes.map((action) => drawAction(visit, action)),
  "There are none of this kind. Ask for another status, another group or other words.",
)}
${further(paths.actions, { ...asked, sort: sort === "raised" ? "" : sort }, actions.pageInfo, after)}`,
    };
  },
};

function form(
  { words, settings }: Visit,
  { group, status, overdue, text, sort }: ReturnType<typeof askedIn>,
  groups: readonly { readonly slug: string; readonly name: string }[],
): Html {
  const statuses = Object.entries(words.actionStatus).filter(([value]) => value !== "DRAFT");
  return html`<form class="site-form" action="${paths.actions}" method="get" aria-label="Which of them, and in which order">
<div class="site-form__fields">
${groups.length > 1 || group !== "" ? select("group", words.nouns.group, [["", "Every one"], ...groups.map(({ slug, name }) => [slug, name] as const)], group) : ""}
${select("status", "Status", [["", "Every status"], ...statuses], status)}
${select(
  "overdue",
  "Due",
  [
    ["", "Whenever"],
    ["yes", "Overdue"],
  ],
  overdue,
)}
<div class="site-field"><label class="ds_label" for="text">With these words</label>
<input class="ds_input" id="text" name="text" type="text" value="${text}" maxlength="200" lang="${settings.language}"></div>
${select(
  "sort",
  "Order",
  Object.entries(orders).map(([value, order]) => [value, order.text] as const),
  sort,
)}
<button class="ds_button" type="submit">Show</button>
</div></form>`;
}
