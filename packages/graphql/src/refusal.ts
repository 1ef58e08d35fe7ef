import { type Issue, issuesOf, type Refusal } from "@remit/kernel";
import type { EmptyBuilder } from "./empty-builder.ts";
import { nameless } from "./names.ts";

/** A refusal as the graph shows it. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  /** For a conflict: the version that is there. */
  readonly presentVersion: number | null;
  readonly issues: readonly Issue[];
}

export function refused(refusal: Refusal): Refused {
  const { code, message, path, params } = refusal;
  return {
    code,
    message,
    path: path.map(String),
    presentVersion: typeof params["version"] === "number" ? params["version"] : null,
    issues: issuesOf(refusal),
  };
}

/** What the refusals of all verbs have in common. */
export function refusalInterface(builder: EmptyBuilder) {
  const InputIssue = builder.objectRef<Issue>("InputIssue").implement({
    description: "One fault of an input, and where it is.",
    fields: (t) => ({
      path: t.exposeStringList("path", {
        description: "The keys that lead to the faulty value, the outermost first.",
        extensions: nameless("caller"),
      }),
      message: t.exposeString("message", {
        description: "What is wrong with the value, and what would be right.",
        extensions: nameless("caller"),
      }),
    }),
  });
  return builder.interfaceRef<Refused>("Refusal").implement({
    description: "Why a verb was refused. Nothing was changed.",
    fields: (t) => ({
      code: t.exposeString("code", {
        description:
          "A code to branch on, such as CONFLICT, or the id of the rule that is in the way, such as INV-A4.",
        extensions: nameless("word"),
      }),
      message: t.exposeString("message", {
        description: "Why the verb was refused, and what to do instead.",
        extensions: nameless("caller"),
      }),
      path: t.exposeStringList("path", {
        description:
          "The keys that lead to what is refused in the input, the outermost first; empty where no part of it is to blame.",
        extensions: nameless("caller"),
      }),
      presentVersion: t.exposeInt("presentVersion", {
        nullable: true,
        description:
          "The version that the record has now; null for any other refusal than CONFLICT.",
      }),
      issues: t.field({
        type: [InputIssue],
        description:
          "Every fault of the input of a verb that is refused with INVALID_INPUT; else empty.",
        resolve: ({ issues }) => [...issues],
      }),
    }),
  });
}
