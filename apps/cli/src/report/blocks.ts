/** What a document is made of, whatever it is written as. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
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
      return `${"#".repeat(block.level)} ${escaped(block.text)}`;
    case "text":
      return escaped(block.text);
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
  `| ${cells.map((cell) => (cell === "---" ? cell : escaped(cell).replaceAll("|", "\\|"))).join(" | ")} |`;

/** No text of the record is markup, a link or a line of its own. */
const escaped = (text: string) =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_[\]<>]/gu, (sign) => `\\${sign}`)
    .replace(/^([#>+-]|\d+[.)])(?= )/u, "\\$1");

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
  caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
  th, td { border: 1px solid #767676; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
  th { background: #f2f2f2; }
  figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; }
  blockquote { border-left: 0.25rem solid #767676; margin-left: 0; padding-left: 1rem; }
  .blank { border: 1px dashed #767676; padding: 0.5rem; }`;

/** Writes blocks as a page that stands alone. */
export function asHtml(blocks: readonly Block[], title: string): string {
  const body = blocks.map(htmlOf).join("\n");
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>${style}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${safe(block.text)}</h${block.level}>`;
    case "text":
      return `<p>${safe(block.text)}</p>`;
    case "blank":
      return `<p class="blank">[${safe(block.text)}]</p>`;
    case "quote":
      return `<blockquote><p>${safe(block.text)}</p><footer>${safe(block.from)}</footer></blockquote>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join("")}</ul>`;
    case "table":
      return `<table><caption>${safe(block.caption)}</caption><thead><tr>${block.head
        .map((cell) => `<th scope="col">${safe(cell)}</th>`)
        .join("")}</tr></thead><tbody>${block.rows
        .map(
          ([first = "", ...cells]) =>
            `<tr><th scope="row">${safe(first)}</th>${cells.map((cell) => `<td>${safe(cell)}</td>`).join("")}</tr>`,
        )
        .join("")}</tbody></table>`;
    default:
      return `<figure>${block.svg}<figcaption>${safe(block.title)}. ${safe(block.says)}</figcaption></figure>`;
  }
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text of the record within a page. */
export const safe = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
