import { Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Ask } from "../graph.ts";

/** What outputs are made of, by the word of their addresses. */
export type Source = "meetings" | "groups";

/** A way to write something down. */
interface Format<Data> {
  /** Such as `text/calendar; charset=utf-8`. */
  readonly type: string;
  readonly write: (data: Data) => string | Uint8Array | Promise<string | Uint8Array>;
  /** Writes it into a file of somebody's own, where that can be done. */
  readonly fill?: (data: Data, template: Uint8Array) => Promise<Uint8Array>;
}

interface Making<Data> {
  readonly of: Source;
  readonly name: string;
  readonly says: string;
  /** One operation, always the same text, whose only root field is what it is of. It is told `$slug`, and `$after` where it has pages. */
  readonly question: string;
  /** The list of the root field that is asked for page by page. */
  readonly pages?: string;
  readonly schema: z.ZodType<Data>;
  readonly formats: Readonly<Record<string, Format<Data>>>;
}

/** Something that goes out: the question that it asks of the graph, and the formats in which the answer is written. */
export interface Output extends Pick<
  Making<unknown>,
  "of" | "name" | "says" | "question" | "pages"
> {
  /** Media types by the endings of file names. */
  readonly formats: Readonly<Record<string, string>>;
  /** Writes an answer, into a template where one is given. Refuses a format that takes none with `NO_TEMPLATE`. */
  readonly write: (format: string, answer: unknown, template?: Uint8Array) => Promise<Uint8Array>;
}

/** Makes an output. What the graph answers is read by its schema before it is written. */
export function output<Data>({ schema, formats, ...rest }: Making<Data>): Output {
  return {
    ...rest,
    formats: Object.fromEntries(Object.entries(formats).map(([name, { type }]) => [name, type])),
    write: async (name, answer, template) => {
      const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
      if (format === undefined) throw unknownFormat(rest.name, name, Object.keys(formats));
      const data = schema.parse(answer);
      if (template !== undefined) {
        if (format.fill !== undefined) return format.fill(data, template);
        throw new Refusal("NO_TEMPLATE", `${name} is written without a template: leave it out.`);
      }
      const written = await format.write(data);
      return typeof written === "string" ? new TextEncoder().encode(written) : written;
    },
  };
}

const inEnglish = new Intl.ListFormat("en-GB");

/** Names one after another in a sentence. */
export const listed = (names: readonly string[]): string => inEnglish.format(names);

/** Says in which formats there is something. */
export const unknownFormat = (name: string, format: string, known: readonly string[]): Refusal =>
  new Refusal(
    "FORMAT_UNKNOWN",
    `There is no ${name} in the format ${format.slice(0, 20)}. There is: ${listed(known)}.`,
  );

const Page = z.looseObject({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const Found = z.record(z.string(), z.unknown()).nullable();
const Answer = z.object({
  data: z.record(z.string(), Found).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.looseObject({ code: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

const nouns: Readonly<Record<Source, string>> = { meetings: "meeting", groups: "group" };

type Found = NonNullable<z.infer<typeof Found>>;

/** Ten thousand rows where a page has a hundred: as much as one answer keeps in memory. */
const mostPages = 100;

/**
 * Asks what an output is made of, page by page where it has pages, and once more from the start where the record changed
 * between two of them. Refuses with `NOT_FOUND`, `OUTPUT_TOO_LONG` or `BUSY`, or as the graph does.
 */
export async function askFor(output: Output, slug: string, ask: Ask): Promise<Found> {
  const once = () =>
    output.pages === undefined
      ? foundBy(output, { slug }, ask)
      : pagesOf(output, output.pages, slug, ask);
  const found = (await once()) ?? (await once());
  if (found !== null) return found;
  throw new Refusal(
    "BUSY",
    `The record changed twice while ${slug.slice(0, 200)} was read for its ${output.name}: ask again.`,
  );
}

/** Every page of a list, with the rest as the last page has it. Null where the record changed between two pages, which may then lack or repeat somebody. */
async function pagesOf(
  output: Output,
  pages: string,
  slug: string,
  ask: Ask,
): Promise<Found | null> {
  const revision = await ask.revision();
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const found: Found = await foundBy(output, { slug, after }, ask);
    const { nodes: some, pageInfo } = Page.parse(found[pages]);
    if (page > 1 && (await ask.revision()) !== revision) return null;
    nodes.push(...some);
    if (!pageInfo.hasNextPage) return { ...found, [pages]: nodes };
    after = pageInfo.endCursor;
  }
  throw new Refusal(
    "OUTPUT_TOO_LONG",
    `There is more to write than can be written at once: ${slug.slice(0, 200)} has more than ${nodes.length} ${pages}. Ask the graph for them, page by page.`,
  );
}

async function foundBy(
  { of, name, question }: Output,
  variables: Readonly<Record<string, string | null>> & { readonly slug: string },
  ask: Ask,
): Promise<Found> {
  const text = await ask({ query: question, variables, operationName: null });
  const { data, errors: [error] = [] } = Answer.parse(JSON.parse(text));
  if (error !== undefined)
    throw new Refusal(error.extensions?.code ?? "NOT_ANSWERED", error.message);
  const [found = null] = Object.values(data ?? {});
  if (found !== null) return found;
  throw new Refusal(
    "NOT_FOUND",
    `There is no ${nouns[of]} ${variables.slug.slice(0, 200)} that you may see: its ${name} cannot be written out.`,
  );
}
