import { Markup, markup as html } from "./markup.ts";

/** What a document is made of, whatever it is written as: a page, Markdown or a Word document. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  /** A paragraph that begins with what it is, such as an action. `id` is where a page can be led to. */
  | {
      readonly kind: "labelled";
      readonly label: string;
      readonly text: string;
      readonly id?: string;
    }
  /** What is known in short: each a name and its value. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, value: string])[] }
  /** What its authors are to write. */
  | { readonly kind: "blank"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string; readonly from: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "chart"; readonly title: string; readonly says: string; readonly svg: string };

/** Writes blocks as Markdown. A chart is a picture with its words. */
export const asMarkdown = (blocks: readonly Block[]): string =>
  `${blocks.map(markdownOf).join("\n\n")}\n`;

function markdownOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inline(block.text)}`;
    case "text":
      return escaped(block.text);
    case "labelled":
      return `**${inline(block.label)}:** ${inline(block.text)}`;
    case "facts":
      return block.facts.map(([name, value]) => `- ${escaped(name)}: ${inline(value)}`).join("\n");
    case "blank":
      return `_[${escaped(block.text)}]_`;
    case "quote":
      return `> ${escaped(block.text)}\n>\n> — ${escaped(block.from)}`;
    case "list":
      return block.items.map((item) => `- ${escaped(item)}`).join("\n");
    case "table":
      return [
        `**${escaped(block.caption)}**`,
        "",
        line(block.head),
        line(block.head.map(() => "---")),
        ...block.rows.map(line),
      ].join("\n");
    default:
      return `![${escaped(block.says)}](data:image/svg+xml;base64,${Buffer.from(block.svg).toString("base64")})`;
  }
}

const line = (cells: readonly string[]) =>
  `| ${cells.map((cell) => (cell === "---" ? cell : inline(cell).replaceAll("|", "\\|"))).join(" | ")} |`;

/** No text of the record is markup or a link. */
const inline = (text: string) =>
  text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>]/gu, (sign) => `\\${sign}`);

/** Nor does it make a heading, a point or a line of its own. */
const escaped = (text: string) =>
  inline(text).replace(
    /^(?<before>\d*)(?<mark>[#+.)-]+)(?=\s|$)/u,
    (_, before: string, mark: string) => `${before}\\${mark}`,
  );

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
  caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
  th, td { border: 1px solid #767676; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
  th { background: #f2f2f2; }
  dl div { display: flex; gap: 0.5rem; } dt { font-weight: 600; min-width: 10rem; } dd { margin: 0; }
  figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; }
  blockquote { border-left: 0.25rem solid #767676; margin-left: 0; padding-left: 1rem; }
  .blank { border: 1px dashed #767676; padding: 0.5rem; }
  .labelled { border-left: 0.25rem solid #1d4f7c; padding-left: 0.75rem; }
  @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } h1, h2, h3, h4 { break-after: avoid; } li, tr, .labelled { break-inside: avoid; } }`;

/** A page: what it is called, its language as a tag of BCP 47, and what it says of itself after all else. */
export interface PageHead {
  readonly title: string;
  readonly language?: string;
  readonly note?: string;
}

/** Writes blocks as a page that stands alone: no script, font or picture from elsewhere. */
export function asHtml(
  blocks: readonly Block[],
  { title, language = "en-GB", note }: PageHead,
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}
</style>
</head>
<body>
<main>
${blocks.map(markupOf)}</main>
${note === undefined ? "" : html`<footer><p>${note}</p></footer>\n`}</body>
</html>
`.toString();
}

/** Writes blocks as a piece of a page, for a form that has the page around it. */
export const asFragment = (blocks: readonly Block[]): string =>
  html`${blocks.map(markupOf)}`.toString();

function markupOf(block: Block): Markup {
  switch (block.kind) {
    case "heading": {
      const tag = new Markup(`h${block.level}`);
      return html`<${tag}>${block.text}</${tag}>\n`;
    }
    case "text":
      return html`<p>${block.text}</p>\n`;
    case "labelled":
      return html`<p class="labelled"${block.id === undefined ? "" : html` id="${block.id}"`}><strong>${block.label}:</strong> ${block.text}</p>\n`;
    case "facts":
      return html`<dl>${block.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
    case "blank":
      return html`<p class="blank">[${block.text}]</p>\n`;
    case "quote":
      return html`<blockquote><p>${block.text}</p><footer>${block.from}</footer></blockquote>\n`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
    case "table":
      return html`<table><caption>${block.caption}</caption><thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${block.rows.map(([first = "", ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>\n`;
    default:
      return html`<figure>${new Markup(block.svg)}<figcaption>${block.title}. ${block.says}</figcaption></figure>\n`;
  }
}
