import { isStorable } from "@remit/kernel";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from "graphql";

/** How large one operation may be, before anything is looked up in the schema. */
export interface Limits {
  readonly characters: number;
  readonly tokens: number;
  /** Brackets of every kind within each other: what the parser's own recursion can bear. */
  readonly brackets: number;
  readonly depth: number;
  /** Fragments are counted wherever they are spread. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

/** Generous for a page, small for a machine: see docs/decisions/0004. */
export const defaultLimits: Limits = {
  characters: 20_000,
  tokens: 4_000,
  brackets: 60,
  depth: 15,
  fields: 400,
  aliases: 30,
  directives: 10,
};

/**
 * Parses an operation, or refuses with `TOO_LARGE` before the parser, or anything after it, can be made to work hard,
 * and with `BAD_TEXT` where a text in it cannot be stored.
 */
export function parseWithin(source: string, limits: Limits = defaultLimits): DocumentNode {
  if (source.length > limits.characters) throw tooLarge("characters", limits.characters);
  if (bracketsWithin(source) > limits.brackets) throw tooLarge("brackets", limits.brackets);
  const document = parse(source, { maxTokens: limits.tokens });
  // An escape can write what cannot be stored, and an address may hold it as it is.
  if (/\\u|\0/u.test(source))
    visit(document, { StringValue: ({ value }) => assertStorable(value) });
  const sizes = new Sizes(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizes.of(definition.selectionSet, definition.directives?.length ?? 0);
    for (const name of ["depth", "fields", "aliases", "directives"] as const)
      if (size[name] > limits[name]) throw tooLarge(name, limits[name]);
  }
  return document;
}

const tooLarge = (what: string, limit: number) =>
  new GraphQLError(
    `The operation is too large: it may have at most ${limit} ${words[what] ?? what}. Ask for less, or in several operations.`,
    {
      extensions: { code: "TOO_LARGE", http: { status: 400 } },
    },
  );

function assertStorable(text: string): void {
  if (isStorable(text)) return;
  throw new GraphQLError("Take the character NUL out of the text: no text may hold it.", {
    extensions: { code: "BAD_TEXT", http: { status: 400 } },
  });
}

const words: Record<string, string> = {
  brackets: "brackets within each other",
  depth: "levels of fields",
};

/** How deep brackets stand in each other. Those in strings count too, which only ever refuses more. */
function bracketsWithin(source: string): number {
  let open = 0;
  let deepest = 0;
  for (const [bracket] of source.matchAll(/[{}[\]()]/gu)) {
    open += "{[(".includes(bracket) ? 1 : -1;
    deepest = Math.max(deepest, open);
  }
  return deepest;
}

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

/** The sizes of selections with their fragments spread out. Each fragment is measured once, so that no nesting of them costs more. */
class Sizes {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Size>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
  }

  of(set: SelectionSetNode | undefined, directives = 0): Size {
    let size: Size = { depth: 0, fields: 0, aliases: 0, directives };
    for (const selection of set?.selections ?? []) {
      const own = selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        // graphql-js itself limits how deep introspection may go.
        const inner = this.of(
          selection.name.value.startsWith("__") ? undefined : selection.selectionSet,
        );
        const aliases = inner.aliases + (selection.alias ? 1 : 0);
        size = sum(
          size,
          { ...inner, depth: inner.depth + 1, fields: inner.fields + 1, aliases },
          own,
        );
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        size = sum(size, this.of(selection.selectionSet), own);
      } else {
        size = sum(size, this.#fragment(selection.name.value), own);
      }
    }
    return size;
  }

  #fragment(name: string): Size {
    const known = this.#measured.get(name);
    if (known !== undefined) return known;
    // While it is measured it counts nothing: a fragment within itself is for validation to refuse.
    this.#measured.set(name, { depth: 0, fields: 0, aliases: 0, directives: 0 });
    const size = this.of(this.#fragments.get(name)?.selectionSet);
    this.#measured.set(name, size);
    return size;
  }
}

const sum = (one: Size, other: Size, directives: number): Size => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives + directives,
});
