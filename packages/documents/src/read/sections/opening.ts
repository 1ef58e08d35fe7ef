import type { Layout } from "./layout.ts";
import { isColumnHead, isOpening, isPlan } from "./line-kind.ts";
import { nestAt } from "./nest.ts";

interface Place {
  readonly state: "head" | "people" | "business" | "plan";
  /** Whether nothing stands before it. */
  readonly first: boolean;
  /** The depths of the headings of items so far. */
  readonly depths: ReadonlySet<number>;
}

/** What a line opens that is no item itself: a table of business, a plan, or the business; null where it opens none. */
export function openingAt(
  layout: Layout,
  at: number,
  { state, first, depths }: Place,
): "columns" | "plan" | "business" | null {
  const [line, next] = [layout.lines[at], layout.lines[at + 1]];
  if (line === undefined || (at < layout.peopleAt && line.depth === 0)) return null;
  const { plain } = line.content.without(/ ?:$/u).without(/^\d{1,2}[.)] */u);
  if (line.marker !== null) return null;
  if (line.depth === 0 && isColumnHead(plain, layout.lines[at - 1])) return "columns";
  if (!isOpening(plain)) return null;
  const text = next?.marker === null ? next : undefined;
  if (/business/iu.test(plain) && (text?.content.plain.length ?? 0) > 60) return null;
  // "Minutes: the chair signed those of May": what runs in is of that item.
  if (line.titled === true && text?.gap === 0 && text.depth === 0) return null;
  if (layout.style === "markdown" ? line.depth === 0 : state === "business") return null;
  if (line.depth === 1 && state === "head" && first) return null;
  if (state === "business" && isOneOf(depths, line.depth, plain) && !nestAt(layout.lines, at + 1))
    return null;
  if (state === "business" && line.depth > layout.baseDepth + 1) return null;
  return /^agenda$/iu.test(plain) && (layout.planned || isPlan(layout.lines, at))
    ? "plan"
    : "business";
}

/** "New business" among headings of its depth is one of them. */
const isOneOf = (depths: ReadonlySet<number>, depth: number, plain: string): boolean =>
  depth > 0 && !/^(?:meeting )?(?:minutes|notes)$/iu.test(plain) && depths.has(depth);
