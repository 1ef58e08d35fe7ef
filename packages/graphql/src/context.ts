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

/** How many rows one operation of a viewer may build: anybody is given room for a full page, an administrator for an export. */
export function costLimit({ administrator, official, groups }: Viewer): number {
  if (administrator) return 1_000_000;
  return official || groups.length > 0 ? 50_000 : 10_000;
}

/** Anybody: sees what is published. */
export const nobody: Viewer = { official: false, administrator: false, groups: [] };
