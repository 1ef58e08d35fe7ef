import type { Db } from "@remit/database";

/** Who asks, as flat data: what they may see is decided from this and a row's own columns. */
export interface Viewer {
  readonly official: boolean;
  readonly administrator: boolean;
  /** Ids of the groups that they belong to. */
  readonly groups: readonly string[];
}

/** What a request brings along. */
export interface Context {
  readonly db: Db;
  readonly viewer: Viewer;
}

/** Anybody: sees what is published. */
export const nobody: Viewer = { official: false, administrator: false, groups: [] };
