import { lightened } from "../colours.ts";

/** The colours of a page by what they are for. */
export interface Palette {
  readonly paper: string;
  /** Behind cards, forms and every other row of a table. */
  readonly soft: string;
  /** Behind the foot and the heads of tables. */
  readonly band: string;
  /** Between the lines of a list. */
  readonly line: string;
  /** Around and between larger parts. */
  readonly rule: string;
  readonly ink: string;
  /** Words that stand back. */
  readonly quiet: string;
  readonly link: string;
  /** Beside decisions. */
  readonly good: string;
}

/** The colours by day: those of the design system, with the directorate's brand. */
export const light = (brand: string): Palette => ({
  paper: "#ffffff",
  soft: "#f8f8f8",
  band: "#ebebeb",
  line: "#ebebeb",
  rule: "#b3b3b3",
  ink: "#1a1a1a",
  quiet: "#5e5e5e",
  link: brand,
  good: "#1a7032",
});

const band = "#2a3037";

/** The colours for whoever asks for dark ones. The brand is lightened as far as reading it takes. */
export const dark = (brand: string): Palette => ({
  paper: "#15181c",
  soft: "#1f2429",
  band,
  line: "#343b43",
  rule: "#59626b",
  ink: "#f0f0f0",
  quiet: "#b8bec4",
  link: lightened(brand, band),
  good: "#6fcf8e",
});

/** Words and ground of each tag in the dark; by day the design system has its own. */
export const darkTags = {
  grey: { ink: "#e4e4e4", ground: "#3a4047" },
  blue: { ink: "#b9dcff", ground: "#12304d" },
  green: { ink: "#b5ecc5", ground: "#143523" },
  orange: { ink: "#ffd3b8", ground: "#4a2410" },
  purple: { ink: "#f3cdef", ground: "#3b1d38" },
} as const;

const declared = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--site-${name}: ${colour};`)
    .join(" ");

/** The sheet that declares the colours of a brand. Paper is white, so a printed page has those of the day. */
export const coloursOf = (
  brand: string,
): string => `:root { color-scheme: light; ${declared(light(brand))} }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; ${declared(dark(brand))} }
  body, .ds_site-header, .ds_select, .ds_input, .ds_table tbody > tr > td { background-color: var(--site-paper); }
  body, .ds_label, .ds_site-search, .ds_select, .ds_input, .ds_select-arrow::before { color: var(--site-ink); }
  ::placeholder, .ds_breadcrumbs { color: var(--site-quiet); }
  a, .ds_button--secondary { color: var(--site-link); }
  a:hover:not(:focus) { color: var(--site-ink); }
  .ds_button:not(.ds_button--secondary, :focus) { background-color: var(--site-link); color: var(--site-paper); }
  .ds_button:not(.ds_button--secondary, :focus):hover { background-color: var(--site-ink); color: var(--site-paper); }
  .ds_button--secondary:hover:not(:focus) { background-color: var(--site-band); color: var(--site-ink); }
  .ds_site-search .ds_site-search__input[type="search"] { background-color: var(--site-soft); border-color: var(--site-quiet); }
  .ds_site-header { border-color: var(--site-line); }
  .ds_site-header::before { border-color: var(--site-link); }
  .ds_site-branding__title::before { background: var(--site-link); }
  .ds_site-footer { background-color: var(--site-band); border-color: var(--site-rule); }
  .ds_inset-text, .ds_table :is(thead, tbody), .ds_table th:not(:first-child)::before { border-color: var(--site-rule); }
  .ds_table tr { border-color: var(--site-line); }
  .ds_table thead th { background-color: var(--site-band); }
  .ds_table tbody > tr:nth-child(even) > td { background-color: var(--site-soft); }
${Object.entries(darkTags)
  .map(
    ([name, { ink, ground }]) =>
      `  .ds_tag.ds_tag--${name} { background-color: ${ground}; color: ${ink}; outline-color: ${ink}; }`,
  )
  .join("\n")}
}
`;
