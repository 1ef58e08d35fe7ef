import { Refusal } from "@remit/kernel";
import type * as Docx from "docx";
import type { Block } from "./blocks.ts";

type Piece = Docx.Paragraph | Docx.Table;

/** Writes blocks as a Word document with headings, lists and tables that a screen reader finds. */
export async function asDocx(
  blocks: readonly Block[],
  { title, language = "en-GB" }: { readonly title: string; readonly language?: string },
): Promise<Uint8Array> {
  const docx = await import("docx");
  const document = new docx.Document({
    title,
    creator: "Remit",
    lastModifiedBy: "Remit",
    styles: {
      default: { document: { run: { font: "Arial", size: 24, language: { value: language } } } },
    },
    sections: [{ children: blocks.flatMap((block) => piecesOf(docx, block)) }],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
}

/**
 * Puts blocks into somebody's own Word document, in the place of a paragraph that holds a name between two braces, such
 * as `{{items}}`. Refuses what is no Word document with `NOT_TEMPLATE`.
 */
export async function inTemplate(
  template: Uint8Array,
  places: Readonly<Record<string, readonly Block[]>>,
): Promise<Uint8Array> {
  const docx = await import("docx");
  const patches = Object.fromEntries(
    Object.entries(places).map(([name, blocks]) => [
      name,
      {
        type: docx.PatchType.DOCUMENT,
        children: blocks.flatMap((block) => piecesOf(docx, block)),
      },
    ]),
  );
  try {
    return await docx.patchDocument({
      outputType: "uint8array",
      data: template,
      patches,
      keepOriginalStyles: true,
    });
  } catch {
    throw new Refusal(
      "NOT_TEMPLATE",
      `The template cannot be filled in. Give a Word document (.docx) that has ${Object.keys(places)
        .map((name) => `{{${name}}}`)
        .join(", ")} each in a paragraph of its own.`,
    );
  }
}

function piecesOf(docx: typeof Docx, block: Block): Piece[] {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  const levels = {
    1: HeadingLevel.HEADING_1,
    2: HeadingLevel.HEADING_2,
    3: HeadingLevel.HEADING_3,
    4: HeadingLevel.HEADING_4,
  };
  const labelled = (label: string, text: string) =>
    new Paragraph({
      spacing,
      children: [new TextRun({ text: `${label}:`, bold: true }), new TextRun(` ${text}`)],
    });
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ spacing, text: block.text, heading: levels[block.level] })];
    case "text":
      return [new Paragraph({ spacing, text: block.text })];
    case "labelled":
      return [labelled(block.label, block.text)];
    case "facts":
      return block.facts.map(([name, value]) => labelled(name, value));
    case "blank":
      return [
        new Paragraph({
          spacing,
          children: [new TextRun({ text: `[${block.text}]`, italics: true })],
        }),
      ];
    case "quote":
      return [
        new Paragraph({ text: block.text, indent: { left: 720 } }),
        new Paragraph({ spacing, text: `— ${block.from}`, indent: { left: 720 } }),
      ];
    case "list":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case "table":
      return [
        new Paragraph({
          spacing,
          keepNext: true,
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
        tableOf(docx, block),
      ];
    default:
      // What a chart says is in its words.
      return [labelled(block.title, block.says)];
  }
}

/** In twentieths of a point. */
const spacing = { before: 120, after: 120 };

function tableOf(
  { Paragraph, Table, TableCell, TableRow, WidthType }: typeof Docx,
  { head, rows }: Extract<Block, { kind: "table" }>,
): Docx.Table {
  const row = (cells: readonly string[], how: { readonly tableHeader?: true } = {}) =>
    new TableRow({
      ...how,
      children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, { tableHeader: true }), ...rows.map((cells) => row(cells))],
  });
}
