import type { Frame, Shown } from "../html/layout.ts";
import { html } from "../html/parts.ts";
import { paths } from "../paths.ts";

/** What stands where nothing is, or nothing that the reader may see: the two are one answer. */
export const missing = ({ settings, words: { nouns } }: Frame): Shown => ({
  title: "Page not found",
  main: html`<p>There is nothing at this address that is published. It may have been typed or copied
without its end, or what was here was taken back.</p>
<p>You can begin at the <a href="${paths.home}">front page</a>, look through the
<a href="${paths.meetings}">${nouns.meetings.toLocaleLowerCase()}</a> and
<a href="${paths.actions}">${nouns.actions.toLocaleLowerCase()}</a>${settings.pages.search ? html`, or <a href="${paths.search}">search the record</a>` : ""}.</p>`,
});

/** What stands where an address asks for what cannot be asked for, in the words of the graph. */
export const badAddress = (message: string): Shown => ({
  title: "This address cannot be answered",
  main: html`<p>${message}</p>
<p>Go back to the page that you came from, or begin at the <a href="${paths.home}">front page</a>.</p>`,
});

/** What stands where the site could not do what it should. */
export const broken: Shown = {
  title: "Sorry, this page cannot be shown now",
  main: html`<p>The record could not be read. That is no fault of yours, and nothing is lost: try again
in a minute.</p>
<p>If it stays so, tell whoever keeps this site which address you were at.</p>`,
};
