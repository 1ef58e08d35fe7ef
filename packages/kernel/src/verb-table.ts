import type { Move } from "./moves.ts";
import type { AnySaying } from "./saying.ts";

/** Verbs as a table in Markdown: what each does, in which states, where it leads, and whose it is. What makes a thing has no states to begin in. */
export function tableOf(
  verbs: readonly (Pick<AnySaying, "title" | "says" | "whose"> & Partial<Move<string>>)[],
): string {
  const rows = verbs.map(({ title, says, whose, ...move }) => [
    `\`${title}\``,
    says,
    ...states(move),
    whose.join(", "),
  ]);
  return [
    ["Verb", "What it does", "Of what is", "Which is then", "By"],
    ["---", "---", "---", "---", "---"],
    ...rows,
  ]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function states({ from, to }: Partial<Move<string>>): [string, string] {
  if (from === undefined || to === undefined) return ["not there yet", "new"];
  const then = to === "same" ? "the same" : typeof to === "string" ? to : to.join(" or ");
  return [from.length === 0 ? "any" : from.join(", "), then];
}
