import type { Asset } from "../assets.ts";
import type { Formats } from "../dates.ts";
import { paths } from "../paths.ts";
import type { Settings } from "../settings.ts";
import type { Words } from "../words.ts";
import { asData, html, type Html, type Piece } from "./parts.ts";

/** One step of the way to a page. */
export interface Crumb {
  readonly text: string;
  readonly path: string;
}

/** What a page has to show. */
export interface Shown {
  readonly title: string;
  /** What sort of thing the page is about, above its title. */
  readonly label?: string;
  /** The way to the page, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  /** The facts under the title. */
  readonly facts?: Piece;
  readonly main: Html;
  /** What stands beside it on a desk, and after it on a phone. */
  readonly aside?: Piece;
  /** One sentence for whoever lists the page. */
  readonly summary?: string;
  /** What machines read of the page, as schema.org has it, without its address. */
  readonly data?: object;
}

/** What every page is drawn with. */
export interface Frame {
  readonly settings: Settings;
  readonly words: Words;
  readonly formats: Formats;
  /** The files that every page loads. */
  readonly assets: readonly Asset[];
  /** Where the graph can be asked by whoever reads the page; null where that is not known. */
  readonly graphAddress: string | null;
}

/** Draws whole pages, each with its path and with where readers find the site. What is the same on all of them is drawn once. */
export function layoutOf(frame: Frame): (path: string, origin: string, shown: Shown) => Html {
  const foot = footer(frame);
  const within = (path: string) => ways(frame).find(({ to }) => path.startsWith(`${to}/`))?.to;
  const heads = new Map<string, Html>();
  const headAt = (path: string): Html => {
    const isWay = ways(frame).some(({ to }) => to === path);
    const key = isWay ? path : `${within(path) ?? ""}/`;
    const head = heads.get(key) ?? header(frame, key);
    heads.set(key, head);
    return head;
  };
  return (path, origin, shown) => whole(frame, shown, `${origin}${path}`, headAt(path), foot);
}

function whole(frame: Frame, shown: Shown, address: string, head: Html, foot: Html): Html {
  const { settings } = frame;
  const { title, crumbs, summary, data } = shown;
  const name = title === settings.name ? title : `${title} – ${settings.name}`;
  return html`<!doctype html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta property="og:title" content="${title}">
<meta property="og:type" content="website">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="${settings.name}">
${summary ? html`<meta name="description" property="og:description" content="${summary}">` : ""}
<link rel="alternate" type="application/atom+xml" title="${settings.name}" href="${paths.feed}">
${frame.assets.map(({ path, type }) => (type === "text/css" ? html`<link rel="stylesheet" href="${path}">\n` : html`<link rel="icon" type="${type}" href="${path}">\n`))}
${data ? html`<script type="application/ld+json">${asData({ "@context": "https://schema.org", ...data, url: address })}</script>` : ""}
</head>
<body>
<div class="ds_skip-links"><ul class="ds_skip-links__list"><li class="ds_skip-links__item"><a class="ds_skip-links__link" href="#main-content">Skip to main content</a></li></ul></div>
<div class="ds_page">
<div class="ds_page__top">${head}</div>
<div class="ds_page__middle">
<div class="ds_wrapper">${crumbs ? trail(crumbs, title) : ""}
<main id="main-content" tabindex="-1" class="site-main">
${heading(shown)}
${
  shown.aside
    ? html`<div class="site-columns"><div class="site-content">${shown.main}</div>
<aside class="site-aside" aria-label="About this page">${shown.aside}</aside></div>`
    : shown.main
}
</main></div></div>
<div class="ds_page__bottom">${foot}</div>
</div>
</body>
</html>`;
}

function heading({ title, label, facts }: Shown): Html {
  return html`<header class="ds_page-header">
${label ? html`<span class="ds_page-header__label ds_content-label">${label}</span>` : ""}
<h1 class="ds_page-header__title">${title}</h1>
${facts ?? ""}
</header>`;
}

/** Where the links at the top lead. */
const ways = ({ settings, words: { nouns } }: Frame) => [
  { text: nouns.groups, to: paths.groups },
  { text: nouns.meetings, to: paths.meetings },
  { text: nouns.actions, to: paths.actions },
  ...(settings.pages.missions ? [{ text: nouns.missions, to: paths.missions }] : []),
];

function header(frame: Frame, path: string): Html {
  const { name, tagline, logo, pages } = frame.settings;
  return html`<header class="ds_site-header">
<div class="ds_wrapper"><div class="ds_site-header__content">
<div class="ds_site-branding">
<a class="ds_site-branding__link site-name" href="${paths.home}">${logo ? html`<img class="site-logo" src="${logo.address}" alt="${logo.text}">` : ""}${name}</a>
${tagline ? html`<div class="ds_site-branding__title site-tagline">${tagline}</div>` : ""}
</div>
${pages.search ? searchBox("site-search", "") : ""}
</div></div>
<div class="site-navigation"><div class="ds_wrapper"><nav aria-label="Main"><ul class="site-navigation__list">
${ways(frame).map(({ text, to }) => html`<li><a class="site-navigation__link" href="${to}"${path === to ? html` aria-current="page"` : path.startsWith(`${to}/`) ? html` aria-current="true"` : ""}>${text}</a></li>\n`)}
</ul></nav></div></div>
</header>`;
}

/** A box to search the record with. Its id is its own on a page. */
export function searchBox(id: string, text: string): Html {
  return html`<div class="ds_site-search ds_site-header__search"><form role="search" action="${paths.search}" class="ds_site-search__form" aria-label="${id === "site-search" ? "The whole record" : "Search again"}">
<label class="ds_label visually-hidden" for="${id}">Search the record</label>
<div class="ds_input__wrapper ds_input__wrapper--has-icon"><input id="${id}" class="ds_input ds_site-search__input" type="search" name="q" value="${text}" placeholder="Search the record" required maxlength="200" autocomplete="off"><button type="submit" class="ds_button site-search__button">Search</button></div>
</form></div>`;
}

function trail(crumbs: readonly Crumb[], title: string): Html {
  return html`<nav aria-label="Breadcrumb"><ol class="ds_breadcrumbs">
<li class="ds_breadcrumbs__item"><a class="ds_breadcrumbs__link" href="${paths.home}">Home</a></li>
${crumbs.map(({ text, path }) => html`<li class="ds_breadcrumbs__item"><a class="ds_breadcrumbs__link" href="${path}">${text}</a></li>\n`)}
<li class="ds_breadcrumbs__item" aria-current="page">${title}</li>
</ol></nav>`;
}

function footer({ settings, graphAddress }: Frame): Html {
  return html`<footer class="ds_site-footer"><div class="ds_wrapper"><div class="site-footer">
${settings.foot.map((sentence) => html`<p class="site-foot">${sentence}</p>\n`)}
<p class="site-foot">Follow what is published, decided and agreed: <a href="${paths.feed}">feed of the record</a>.</p>
${graphAddress === null ? "" : html`<p class="site-foot">All of this is data too: <a href="${graphAddress}">ask the graph</a>.</p>`}
</div></div></footer>`;
}
