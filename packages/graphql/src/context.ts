import type { Caller, Db } from "@remit/database";
import type { Actor } from "@remit/kernel";

/** Who asks, as flat data: what they may see is decided from this and a row's own columns. */
export interface Viewer {
  readonly official: boolean;
  readonly administrator: boolean;
  /** Ids of the groups that they belong to. */
  readonly groups: readonly string[];
  /** Ids of the groups whose record they keep, as secretariat or chair. */
  readonly keeps: readonly string[];
  /** By what they are known; null for whoever has not said who they are. */
  readonly session: string | null;
}

/** A viewer at a moment: what rules and expressions are told of a request. */
export interface Asking extends Viewer {
  /** Whether they keep any group: a statement for those who keep none does not ask which. */
  readonly keeper: boolean;
  /** By the clock of the request, which is the clock of verbs too. */
  readonly now: string;
}

export type { Caller };

/** What a request brings along. The clock and new ids come with it, so that a verb is the same in a test. */
export interface Context {
  readonly db: Db;
  readonly caller: Caller;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The `Idempotency-Key` header. */
  readonly key: string | null;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Anybody, who has not said who they are: sees what is published, and changes nothing. */
export const anybody: Caller = {
  name: "anybody",
  token: null,
  id: null,
  actsFor: [],
  roles: [],
  official: false,
  administrator: false,
};

/** What a caller may see, as flat data; `session` is by what they are known. */
export const viewerOf = (
  { official, administrator, roles }: Actor,
  session: string | null = null,
): Viewer => ({
  official,
  administrator,
  groups: [...new Set(roles.map(({ group }) => group))],
  keeps: [...new Set(roles.flatMap(({ group, role }) => (role === "member" ? [] : [group])))],
  session,
});

/** Anybody as a viewer. */
export const nobody: Viewer = viewerOf(anybody);

/** How many rows one operation of a viewer may build: anybody is given room for a full page, an administrator for an export. */
export function costLimit({ administrator, official, groups }: Viewer): number {
  if (administrator) return 1_000_000;
  return official || groups.length > 0 ? 50_000 : 25_000;
}
