import { withQuery } from "../paths.ts";
import { html, type Html } from "./parts.ts";

/** How a list goes on, and back to where it begins. */
export function further(
  path: string,
  query: Readonly<Record<string, string | null>>,
  { hasNextPage, endCursor }: { readonly hasNextPage: boolean; readonly endCursor: string | null },
  after = "",
): Html {
  if (!hasNextPage && after === "") return html``;
  const back =
    after === "" ? "" : html`<a href="${withQuery(path, query)}">Back to the first page</a>`;
  const on = hasNextPage
    ? html`<a href="${withQuery(path, { ...query, after: endCursor })}">Next page</a>`
    : "";
  return html`<nav class="site-pages" aria-label="Pages">${back} ${on}</nav>`;
}

/** A list to choose one of. */
export function select(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
): Html {
  return html`<div class="site-field"><label class="ds_label" for="${name}">${label}</label>
<div class="ds_select-wrapper"><select class="ds_select" id="${name}" name="${name}">${choices.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ""}>${text}</option>`)}</select><span class="ds_select-arrow" aria-hidden="true"></span></div></div>`;
}
