import { GraphError, operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import { further } from "../html/forms.ts";
import { type Shown, searchBox } from "../html/layout.ts";
import { html, list, time } from "../html/parts.ts";
import { pageFields } from "../lines.ts";
import type { Page } from "../page.ts";
import { pathOf, paths } from "../paths.ts";
import { foundFields } from "./node.ts";

const question = operation(
  graphql(
    `
      query Search($text: String!, $after: String) {
        search(text: $text, first: 20, after: $after) {
          totalCount
          nodes {
            text
            on
            group { name }
            found { ...Found }
          }
          pageInfo { ...PageFields }
        }
      }
    `,
    [foundFields, pageFields],
  ),
);

/** Where words were said, and which actions hold them. */
export const searchPage: Page = {
  path: paths.search,
  partOf: "search",
  operations: [question],
  show: async ({ ask, query, formats }) => {
    const [text, after] = [query("q"), query("after")];
    const page = (main: Shown["main"]): Shown => ({
      title: text === "" ? "Search" : `Search for ${text}`,
      crumbs: [],
      main: html`<div class="site-form">${searchBox("search-again", text)}</div>${main}`,
    });
    if (text === "")
      return page(html`<p class="site-nothing">Write a word or two to look for.</p>`);
    try {
      const { search } = await ask(question, { text, after: after || null });
      const lines = search.nodes.map(({ text: words, on, group, found }) => {
        const path = found && pathOf(found);
        return html`<p>${path === null ? words : html`<a href="${path}">${words}</a>`}</p>
<p class="site-source">${time(on, formats.day(on))}${group === null ? "" : `, ${group.name}`}</p>`;
      });
      return page(html`<p class="site-lead">${search.totalCount === 1 ? "1 place" : `${search.totalCount} places`}</p>
${list(lines, "Nothing in the record has these words. Try fewer of them, or others.")}
${further(paths.search, { q: text }, search.pageInfo, after)}`);
    } catch (error) {
      if (!(error instanceof GraphError) || !error.isAskers) throw error;
      return page(html`<p class="site-nothing">${error.message}</p>`);
    }
  },
};
