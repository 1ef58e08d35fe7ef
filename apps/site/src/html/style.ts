/** What the design system has no rule for. Its own steps are used, so that both look like one, and the colours of the palette. */
export const own = `.ds_page, .ds_page__middle { grid-template-columns: minmax(0, 1fr); }
.ds_page__middle > .ds_wrapper { display: block; }
.site-main { display: block; padding: 0 0 2rem; max-width: none; }
.site-main:focus { outline: none; }
.site-main p, .site-main li { max-width: 44rem; }
.site-main section { margin-bottom: 2.5rem; scroll-margin-top: 1rem; }
.site-main h2 { margin-top: 0; }
.site-main .ds_page-header { margin: 1.5rem 0 2rem; max-width: 56rem; padding: 0; }
.site-sentence { border-left: 0.25rem solid var(--site-link); font-size: 1.375rem; line-height: 2rem; margin-bottom: 2.5rem; padding-left: 1rem; }
.site-main .ds_page-header__title { overflow-wrap: anywhere; }
.site-columns { display: grid; gap: 0 3rem; }
.site-halves { display: grid; gap: 0 3rem; }
@media (min-width: 62rem) {
  .site-columns { grid-template-columns: minmax(0, 1fr) 18rem; }
  .site-halves { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
.site-content, .site-aside { min-width: 0; }
.site-aside { border-top: 0.0625rem solid var(--site-rule); padding-top: 1.5rem; }
.site-aside h2 { font-size: 1.1875rem; line-height: 1.5rem; margin-bottom: 0.5rem; }
.site-aside :is(p, li) { font-size: 1rem; line-height: 1.5rem; margin-bottom: 0.5rem; }
@media (min-width: 62rem) { .site-aside { border-top: 0; padding-top: 0; } }

.site-name { font-size: 1.5rem; font-weight: 700; line-height: 2rem; }
.site-logo { height: 2.5rem; margin-right: 0.75rem; vertical-align: middle; width: auto; }
.site-tagline { color: var(--site-quiet); margin-left: 1.5rem; }
.ds_site-branding .site-tagline::before { margin-left: -0.75rem; }
.site-search__button { margin: 0; min-width: 0; }
.ds_site-search__form .ds_input__wrapper { display: flex; }
.ds_site-search .ds_input { max-width: none; min-width: 0; }
.site-navigation { border-top: 0.0625rem solid var(--site-line); }
.site-navigation__list { display: flex; flex-wrap: wrap; list-style: none; margin: 0 0 0 -0.75rem; padding: 0; }
.site-navigation__list > li { margin: 0; padding: 0; }
.site-navigation__link { color: var(--site-ink); display: block; font-size: 1rem; line-height: 1.5rem; padding: 0.625rem 0.75rem; text-decoration: none; }
.site-navigation__link:hover { text-decoration: underline; text-underline-offset: 0.3em; }
.site-navigation__link[aria-current] { box-shadow: inset 0 -0.25rem 0 var(--site-link); font-weight: 700; }
.site-navigation__link:focus { background: #fdd522; box-shadow: inset 0 -0.25rem 0 #1a1a1a; color: #1a1a1a; outline: none; }

.site-list { list-style: none; margin: 0 0 1.5rem; padding: 0; }
.site-list > li { border-bottom: 0.0625rem solid var(--site-line); margin: 0; max-width: none; padding: 0.75rem 0; }
.site-list > li:first-child { border-top: 0.0625rem solid var(--site-line); }
.site-list p { margin: 0; }
.site-cards { display: grid; gap: 1rem; list-style: none; margin: 0 0 1.5rem; padding: 0; }
.site-cards > li { background: var(--site-soft); border-left: 0.25rem solid var(--site-link); margin: 0; max-width: none; padding: 1.25rem 1.5rem; }
.site-cards > li > :first-child { margin-top: 0; }
.site-cards > li > :last-child { margin-bottom: 0; }
.site-lead { font-size: 1.1875rem; line-height: 1.75rem; }
.site-nothing, .site-source, .site-foot { color: var(--site-quiet); }
.site-source, .site-foot { font-size: 1rem; line-height: 1.5rem; }
.site-main .site-source { margin-bottom: 0.75rem; }

.site-action__facts, .site-meeting__facts { align-items: baseline; color: var(--site-quiet); display: flex; flex-wrap: wrap; font-size: 1rem; gap: 0.125rem 1rem; line-height: 1.75rem; margin: 0.25rem 0 0; }
.site-list p.site-action__facts, .site-list p.site-meeting__facts { margin-top: 0.25rem; max-width: none; }
.site-meeting__title { font-weight: 700; }
.site-reference { font-variant-numeric: tabular-nums; white-space: nowrap; }

.site-facts { margin: 0 0 1.5rem; max-width: 56rem; }
.site-facts > div { border-bottom: 0.0625rem solid var(--site-line); display: grid; gap: 0 1.5rem; padding: 0.5rem 0; }
.site-facts dt { font-weight: 700; }
.site-facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.site-facts dd p:last-child { margin-bottom: 0; }
@media (min-width: 48rem) { .site-facts > div { grid-template-columns: 12rem minmax(0, 1fr); } }

.site-table { margin: 0 0 1.5rem; }
.site-table--wide { overflow-x: auto; }
.site-table--wide .ds_table { min-width: 44rem; }
.site-table .ds_table { margin: 0; }
.site-table caption { margin: 0; padding: 0 0 0.5rem; }
.site-table tbody th { background: none; font-weight: 400; }
.site-table tbody th::before { content: none; }
.site-table tbody tr:nth-child(even) > * { background: var(--site-soft); }
.site-table :is(th, td) { font-size: 1rem; line-height: 1.5rem; overflow-wrap: break-word; }
.site-table :is(th, td) p { font-size: 1rem; line-height: 1.5rem; margin: 0; }
.site-people th:first-child { width: 34%; }
@media (min-width: 48rem) { .site-people :is(th, td):last-child { width: 9rem; } }
@media (max-width: 30rem) { .site-table tr > * { padding-left: 0.375rem; padding-right: 0.375rem; } }
.site-main .ds_tag { font-size: 0.875rem; line-height: 1.5rem; }

.site-item { border-top: 0.0625rem solid var(--site-rule); padding-top: 1.25rem; }
.site-item h3 { margin-top: 0; max-width: 44rem; }
.site-item > ul:not([class]) { margin-bottom: 1rem; }
.site-decision { border-left: 0.25rem solid var(--site-good); margin: 0 0 1rem; padding: 0.25rem 0 0.25rem 1rem; }
.site-decision p { margin: 0; }
.site-decision__kind, .site-actions__name { font-weight: 700; }
.site-actions { border-left: 0.25rem solid var(--site-link); margin: 0 0 1.5rem; padding: 0 0 0 1rem; }
.site-actions p.site-actions__name { margin: 0 0 0.25rem; }
.site-actions .site-list { margin-bottom: 0; }
.site-actions .site-list > li:last-child { border-bottom: 0; }

.site-form { background: var(--site-soft); margin: 0 0 1.5rem; padding: 1rem 1.25rem; }
.site-form__fields { align-items: end; display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; }
.site-field { flex: 1 1 12rem; min-width: 0; }
.site-form .ds_button, .site-day .ds_button { margin: 0; min-height: 3rem; padding-block: 0.5rem; }
.site-form .ds_label, .site-day .ds_label { font-size: 1rem; margin: 0 0 0.25rem; }
.site-form :is(.ds_select, .ds_input) { margin: 0; max-width: none; width: 100%; }
.site-form .ds_select-wrapper { margin: 0; max-width: none; }
.site-day { margin: 0 0 1rem; }
.site-day .site-day__input { display: inline-block; max-width: 12rem; }
.site-pages { display: flex; gap: 1.5rem; margin: 1rem 0; }
.site-details { margin: 1rem 0; }
.site-details > summary { cursor: pointer; color: var(--site-link); text-decoration: underline; text-underline-offset: 0.2em; }
.site-details[open] > summary { margin-bottom: 0.75rem; }
.site-life { list-style: none; margin: 0 0 1.5rem; padding: 0; }
.site-life > li { border-left: 0.25rem solid var(--site-rule); margin: 0; padding: 0 0 1rem 1rem; }
.site-main .site-life p { margin: 0; }
.site-chart { height: auto; max-width: 44rem; width: 100%; }
.site-chart text { fill: var(--site-ink); font-family: inherit; font-size: 14px; }
.site-chart rect { fill: var(--site-link); }
.site-chart line { stroke: var(--site-quiet); }
.site-target { border-left: 0.25rem solid var(--site-line); margin: 0.75rem 0; padding-left: 1rem; }
.site-main .site-target p { font-size: 1rem; line-height: 1.5rem; margin: 0; }
.site-target__facts { list-style: none; margin: 0.25rem 0; padding: 0; }
.site-main > .site-source, .site-content > .site-source { margin-bottom: 2.5rem; }
.site-footer { padding: 2rem 0 3rem; }
.site-footer a:not(:hover, :focus) { color: var(--site-ink); }
.site-main .site-target__facts > li { font-size: 1rem; line-height: 1.5rem; margin: 0; padding: 0; }
.site-trace { list-style: none; margin: 0 0 1.5rem; padding: 0; }
.site-trace > li { margin: 0 0 0.25rem; padding: 0 0 0 1.5rem; position: relative; }
.site-trace > li::before { content: "↓"; left: 0; position: absolute; }
.site-trace > li:first-child::before { content: "•"; }

@page { margin: 2cm; }
@media print {
  .ds_skip-links, .site-navigation, .ds_site-search, .ds_breadcrumbs, .ds_contents-nav, .site-form, .site-day, .site-pages { display: none !important; }
  .ds_page { display: block; min-height: 0; }
  .site-columns { display: block; }
  .site-main { padding: 0; }
  .site-main .ds_page-header__title { font-size: 1.75rem; line-height: 2.25rem; }
  .site-main .ds_tag { background: none; }
  .site-action, .site-decision, .site-target, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .site-main a[rel="external"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  .site-table { overflow: visible; }
  details:not([open]) > *:not(summary) { display: block; }
  details::details-content { content-visibility: visible; height: auto; }
}
`;
