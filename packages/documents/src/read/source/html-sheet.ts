import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment } from "parse5";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { placesOf } from "./entities.ts";
import { type Sheet, SheetWriter } from "./sheet.ts";

const page =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b/iu;
const fragment =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:div|main|article|section|h[1-6]|p|ul|ol|dl|table|header)\b[^>]*>/iu;
const closing = /<\/(?:div|main|article|section|h[1-6]|p|li|td|dd)>/giu;

/** Whether a text is a web page, or a piece of one. */
export const isHtml = (source: string): boolean =>
  page.test(source) ||
  (fragment.test(source) && [...source.slice(0, 5000).matchAll(closing)].length > 1);

/** Reads a page, or a piece of one, as the blocks that it shows: nothing is fetched and nothing runs. */
export function htmlSheet(source: string, words: Lexicon): Sheet {
  const options = { sourceCodeLocationInfo: true } as const;
  const root = page.test(source) ? parse(source, options) : parseFragment(source, options);
  const writer = new PageWriter(source);
  writer.write(mainOf(root) ?? root);
  return writer.sheet(words);
}

const hidden = new Set(
  "head script style noscript template nav footer aside form button select textarea svg iframe object audio video canvas dialog".split(
    " ",
  ),
);
const inline = new Set(
  "a abbr img b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const emphasised = new Set(["b", "strong", "em", "i"]);
/** As deep as a page nests before what is inside is left out: the tree of a bomb is deeper. */
const deepest = 400;

type Node = Tree.ChildNode | Tree.ParentNode;

const isElement = (node: Node): node is Tree.Element => "tagName" in node;
const childrenOf = (node: Node): readonly Tree.ChildNode[] =>
  "childNodes" in node ? node.childNodes : [];
const attributeOf = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

/** The element that a page calls its main one, where its title stands in it. */
function mainOf(root: Node): Tree.Element | null {
  const main = firstOf(root, ({ tagName }) => tagName === "main" || tagName === "article");
  return main !== null && firstOf(main, ({ tagName }) => tagName === "h1") !== null ? main : null;
}

function firstOf(root: Node, test: (element: Tree.Element) => boolean): Tree.Element | null {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node) && test(node)) return node;
    for (const child of childrenOf(node).toReversed()) stack.push(child);
  }
  return null;
}

interface Setting {
  readonly strong: boolean;
  /** How many lists it stands in. */
  readonly lists: number;
  /** In a cell everything stands on one line. */
  readonly cell: boolean;
  readonly pre: boolean;
  readonly depth: number;
}

class PageWriter {
  readonly #source: string;
  readonly #writer: SheetWriter;
  /** Line ends that stand before the next word: none, one, or two for a block's end. */
  #ends = 0;
  #space = false;
  /** What the next word starts with: a heading's or a point's mark. */
  #mark = "";

  constructor(source: string) {
    this.#source = source;
    this.#writer = new SheetWriter(source);
  }

  write(root: Node): void {
    this.#children(root, { strong: false, lists: 0, cell: false, pre: false, depth: 0 });
  }

  sheet(words: Lexicon): Sheet {
    return this.#writer.sheet(words);
  }

  #children(node: Node, setting: Setting): void {
    for (const child of childrenOf(node)) this.#node(child, setting);
  }

  #node(node: Tree.ChildNode, above: Setting): void {
    const setting = { ...above, depth: above.depth + 1 };
    if (setting.depth > deepest) return;
    if (node.nodeName === "#text" && "value" in node) return this.#text(node, setting);
    if (!isElement(node) || hidden.has(node.tagName) || isHidden(node)) return;
    const { tagName } = node;
    if (inline.has(tagName)) {
      const strong = setting.strong || emphasised.has(tagName);
      return this.#children(node, { ...setting, strong });
    }
    if (tagName === "br") return setting.cell ? this.#gap() : this.#end(1);
    if (setting.cell) {
      this.#gap();
      this.#children(node, setting);
      return this.#gap();
    }
    if (tagName === "table" && isGrid(node)) return this.#table(node, setting);
    if (tagName === "dl") return this.#terms(node, setting);
    if (tagName === "li") return this.#point(node, setting);
    const level = /^h(?<level>[1-6])$/u.exec(tagName)?.groups?.["level"];
    const list = tagName === "ul" || tagName === "ol";
    this.#end(list && setting.lists > 0 ? 1 : 2);
    if (level !== undefined) {
      this.#mark = `${"#".repeat(Number(level))} `;
      this.#children(node, { ...setting, cell: true });
      this.#mark = "";
    } else {
      const lists = setting.lists + (list ? 1 : 0);
      this.#children(node, { ...setting, lists, pre: setting.pre || tagName === "pre" });
    }
    this.#end(list && setting.lists > 0 ? 1 : 2);
  }

  #point(node: Tree.Element, setting: Setting): void {
    this.#end(1);
    const holds = firstOf(node, ({ tagName }) => /^h[1-6]$|^table$/u.test(tagName)) !== null;
    if (!holds) this.#mark = `${"  ".repeat(setting.lists)}${numberOf(node) ?? "•"} `;
    const [first, ...rest] = childrenOf(node).filter(
      (child) => isElement(child) || ("value" in child && child.value.trim() !== ""),
    );
    const inner = { ...setting, lists: setting.lists };
    // The first paragraph of a point stands on the line of its mark.
    if (first !== undefined && isElement(first) && /^(?:p|div)$/u.test(first.tagName) && !holds)
      this.#children(first, inner);
    else if (first !== undefined) this.#node(first, inner);
    for (const child of rest) this.#node(child, inner);
    this.#mark = "";
    this.#end(1);
  }

  /** "Label: value" for every term. */
  #terms(node: Tree.Element, setting: Setting): void {
    this.#end(2);
    let described = false;
    for (const term of termsOf(node)) {
      const isTerm = term.tagName === "dt";
      if (isTerm) this.#end(1);
      else if (described) this.#literal(";", term);
      this.#gap();
      this.#children(term, { ...setting, cell: true });
      if (isTerm) this.#literal(":", term);
      described = !isTerm;
    }
    this.#end(2);
  }

  /** One line for every row, its cells between bars. */
  #table(table: Tree.Element, setting: Setting): void {
    this.#end(2);
    for (const row of elementsOf(table, "tr")) {
      this.#end(1);
      const cells = childrenOf(row).filter(
        (cell): cell is Tree.Element => isElement(cell) && /^t[dh]$/u.test(cell.tagName),
      );
      if (cells.length === 0) continue;
      this.#literal("| ", row);
      for (const cell of cells) {
        this.#children(cell, { ...setting, cell: true, strong: cell.tagName === "th" });
        this.#literal(" | ", cell);
      }
      this.#space = false;
    }
    this.#end(2);
  }

  #text(node: Tree.TextNode, setting: Setting): void {
    const at = node.sourceCodeLocation?.startOffset ?? 0;
    const places = placesOf(node, this.#source, at);
    for (const { 0: word, index, groups } of node.value.matchAll(/(?<end>\n)|[^\S\n]+|\S+/gu)) {
      if (groups?.["end"] !== undefined && setting.pre && !setting.cell) this.#end(this.#ends + 1);
      else if (word.trim() === "") this.#gap();
      else this.#word(word, at, places, index, setting.strong);
    }
  }

  #word(
    word: string,
    at: number,
    places: Uint32Array | null,
    index: number,
    strong: boolean,
  ): void {
    const first = places?.[index] ?? at + index;
    this.#start(first);
    if (places === null) return this.#writer.run(word, first, strong);
    for (let each = 0; each < word.length; each++)
      this.#writer.stand(word[each] ?? "", places[index + each] ?? first, strong);
  }

  /** Writes what is due before a word: line ends, a mark, a space. */
  #start(at: number): void {
    if (this.#writer.length > 0 && this.#ends > 0) this.#writer.stand("\n".repeat(this.#ends), at);
    else if (this.#space && this.#writer.last !== " " && this.#writer.last !== "\n")
      this.#writer.stand(" ", at);
    if (this.#mark !== "" && (this.#ends > 0 || this.#writer.length === 0)) {
      this.#writer.stand(this.#mark, at);
      this.#mark = "";
    }
    this.#ends = 0;
    this.#space = false;
  }

  #literal(text: string, { sourceCodeLocation }: Tree.Element): void {
    const at = sourceCodeLocation?.startOffset ?? 0;
    if (this.#ends > 0) this.#start(at);
    this.#writer.stand(text, at);
    this.#space = false;
  }

  #gap(): void {
    this.#space = true;
  }

  #end(count: number): void {
    this.#ends = Math.max(this.#ends, Math.min(count, 4));
  }
}

const isHidden = (node: Tree.Element): boolean =>
  attributeOf(node, "hidden") !== undefined ||
  attributeOf(node, "aria-hidden") === "true" ||
  /display\s*:\s*none/iu.test(attributeOf(node, "style") ?? "");

const cellsIn = (row: Tree.Element): number =>
  childrenOf(row).filter((cell) => isElement(cell) && /^t[dh]$/u.test(cell.tagName)).length;

/** Whether a table holds data: one that holds headings, lists or tables only places them. */
function isGrid(table: Tree.Element): boolean {
  const layout = firstOf(
    table,
    (each) => each !== table && /^(?:h[1-6]|ul|ol|table)$/u.test(each.tagName),
  );
  return layout === null && elementsOf(table, "tr").some((row) => cellsIn(row) > 1);
}

function elementsOf(root: Node, name: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node) && node.tagName === name) found.push(node);
    else for (const child of childrenOf(node).toReversed()) stack.push(child);
  }
  return found;
}

/** The terms and descriptions of a list, also where each pair stands in a `div`. */
const termsOf = (list: Tree.Element): Tree.Element[] =>
  childrenOf(list).flatMap((child) => {
    if (!isElement(child)) return [];
    return /^d[td]$/u.test(child.tagName) ? [child] : termsOf(child);
  });

/** "3." for the third point of a numbered list. */
function numberOf(point: Tree.Element): string | null {
  const list = point.parentNode;
  if (list === null || !isElement(list) || list.tagName !== "ol") return null;
  const points = list.childNodes.filter(
    (child): child is Tree.Element => isElement(child) && child.tagName === "li",
  );
  const start = Number.parseInt(attributeOf(list, "start") ?? "1", 10);
  return points.length > 500
    ? null
    : `${(Number.isNaN(start) ? 1 : start) + points.indexOf(point)}.`;
}
