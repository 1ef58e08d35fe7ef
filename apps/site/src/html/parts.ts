import { html as written, raw } from "hono/html";

/** A piece of a page: whatever was put into it is escaped. */
export type Html = ReturnType<typeof raw>;

/** Pieces of a page that may be none. */
export type Piece = Html | string | null | false | undefined;

type Part = Piece | number | readonly Part[];

/** Writes a piece of a page. What is put in is escaped, but for pieces that were written so themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const piece = written(strings, ...parts);
  if (piece instanceof Promise) throw new TypeError("A piece of a page waits for nothing.");
  return piece;
}

/** Whether there is anything to be seen of a piece. */
const isSeen = (piece: Piece): boolean =>
  piece !== null && piece !== false && piece !== undefined && String(piece) !== "";

/** Words that lead to a page, where there is one. */
export const link = (text: string, path: string | null): Html =>
  path === null ? html`${text}` : html`<a href="${path}">${text}</a>`;

/** Pieces in a row, with commas between. */
export const joined = (pieces: readonly Piece[]): Html =>
  html`${pieces.map((piece, index) => html`${index === 0 ? "" : ", "}${piece}`)}`;

/** Data for machines, inside a script element that no browser runs. */
export const asData = (data: object): Html =>
  html`${raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}`;

/** A day or a moment that machines can read too. */
export const time = (at: string, text: string): Html => html`<time datetime="${at}">${text}</time>`;

const tones = { plain: "grey", going: "blue", good: "green", stopped: "orange", ended: "purple" };

/** What a tag is to be seen as, beside the words that say it. */
export type Tone = keyof typeof tones;

/** A status in words. Its colour says nothing that they do not. */
export const tag = (text: string, tone: Tone = "plain"): Html =>
  html`<span class="ds_tag ds_tag--${tones[tone]}">${text}</span>`;

/** A part of a page with its heading; nothing where it has nothing to say. */
export function section(id: string, heading: string, ...pieces: readonly Piece[]): Html {
  const there = pieces.filter(isSeen);
  if (there.length === 0) return html``;
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>
${there}
</section>
`;
}

/** What a list says that has nothing on it. */
export const nothing = (sentence: string): Html => html`<p class="site-nothing">${sentence}</p>`;

/** A list of pieces, or a sentence where there are none. */
export function list(pieces: readonly Html[], otherwise: string, kind = "site-list"): Html {
  if (pieces.length === 0) return nothing(otherwise);
  return html`<ul class="${kind}">${pieces.map((piece) => html`<li>${piece}</li>\n`)}</ul>`;
}

/** One fact: what it is of, and what it is. */
export type Fact = readonly [name: string, value: Piece | readonly Piece[]];

const isThere = ([, value]: Fact): boolean =>
  isSeveral(value) ? value.some(isSeen) : isSeen(value);

const isSeveral = (value: Fact[1]): value is readonly Piece[] => Array.isArray(value);

/** The facts under a title, but for those that are not there. */
export const facts = (all: readonly Fact[]): Html =>
  html`<dl class="ds_page-header__metadata ds_metadata">${all.filter(isThere).map(([name, value]) => html`<div class="ds_metadata__item"><dt class="ds_metadata__key">${name}</dt> <dd class="ds_metadata__value">${isSeveral(value) ? joined(value) : value}</dd></div>\n`)}</dl>`;

/** Facts with room for whole sentences. */
export const summaryList = (all: readonly Fact[]): Html =>
  html`<dl class="site-facts">${all.filter(isThere).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;

/** A table that tells what it holds. One that is `wide` scrolls by itself on a phone. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Piece[])[],
  { wide = false }: { readonly wide?: boolean } = {},
): Html {
  const around = wide
    ? html` role="region" aria-label="${caption}" tabindex="0" class="site-table site-table--wide"`
    : html` class="site-table"`;
  return html`<div${around}><table class="ds_table"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}

/** Where something was read. */
export interface Citation {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
}

/** Words that lead out of the site, where there is an address of the web that a browser may be led to. */
export const external = (text: string, url: string | null): Html =>
  url !== null && /^https?:/u.test(url)
    ? html`<a href="${url}" rel="external">${text}</a>`
    : html`${text}`;

/** A source, small, beside what it says. */
export function cited({ title, publisher, url }: Citation): Html {
  return html`<p class="site-source">Source: ${external(title, url)}${publisher === null ? "" : `, ${publisher}`}</p>`;
}

/** How many of something there are, in words. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${(count === 1 ? one : many).toLocaleLowerCase()}`;
