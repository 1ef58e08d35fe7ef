import type { Refusal } from "@remit/kernel";

/** A refusal as the graph shows it. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  /** For a conflict: the version that is there. */
  readonly presentVersion: number | null;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

export const refused = ({ code, message, path, params }: Refusal): Refused => ({
  code,
  message,
  path: path.map(String),
  presentVersion: typeof params["version"] === "number" ? params["version"] : null,
  issues: [],
});
