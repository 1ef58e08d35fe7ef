import type { Viewer } from "./contestant.ts";

/** Groups of the member of three groups, by number. */
export const ownGroups = [8, 18, 28];

/** The ids of the groups that somebody belongs to. */
export const groupsOf = (viewer: Viewer): string[] =>
  viewer === "member" ? ownGroups.map((group) => id(2, group)) : [];

/** The id of a row, as `bench.id` in data.sql makes it. */
const id = (kind: number, number: number): string => {
  const digits = kind.toString(16).padStart(8, "0") + number.toString(16).padStart(24, "0");
  return [0, 8, 12, 16, 20].map((start, i, all) => digits.slice(start, all[i + 1])).join("-");
};

/** The header by which a request says who asks. */
export const headersOf = (viewer: Viewer): Record<string, string> =>
  viewer === "member" ? { authorization: "Bearer bench-member" } : {};

/** Makes the member's token known to the gateway. */
export const tokenSql = `
  insert into gateway.token (id, name, hash, official, administrator, created_at)
    values ('${id(19, 1)}', 'member', encode(sha256('bench-member'), 'hex'), false, false, now());
  insert into gateway.token_role (token_id, group_id, role)
    select '${id(19, 1)}', unnest('{${groupsOf("member").join()}}'::uuid[]), 'member'`;
