import type { AnyVerb, Subject } from "./verb.ts";

/** Verbs as a table in Markdown: what each does, in which states, where it leads, and whose it is. */
export function tableOf(
  verbs: readonly Pick<AnyVerb<Subject>, "title" | "says" | "from" | "to" | "whose">[],
): string {
  const rows = verbs.map(({ title, says, from, to, whose }) => [
    `\`${title}\``,
    says,
    from.join(", "),
    to === "same" ? "the same" : typeof to === "string" ? to : to.join(" or "),
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
