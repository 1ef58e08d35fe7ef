import { type Issue, issuesOf, type Refusal } from "@remit/kernel";

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
