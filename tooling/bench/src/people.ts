import type { Viewer } from "./contestant.ts";

/** Groups of the member of three groups, by number. */
export const ownGroups = [8, 18, 28];

/** By which the one who keeps the record of all groups is known. */
export const secretaryToken = "bench-secretary";

/** The ids of the groups that somebody belongs to. */
export const groupsOf = (viewer: Viewer): string[] =>
  viewer === "member" ? ownGroups.map((group) => id(2, group)) : [];

/** The id of a row, as `bench.id` in data.sql makes it. */
const id = (kind: number, number: number): string => {
  const [first, last] = [kind.toString(16).padStart(8, "0"), number.toString(16).padStart(12, "0")];
  return `${first}-0000-7000-8000-${last}`;
};

/** The origin of the page on which `browser` asks. */
export const pageOrigin = "https://page.example";

/** What a request's headers say of who asks, and what they ask with. */
export const headersOf = (viewer: Viewer): Record<string, string> => headers[viewer];

const headers: Record<Viewer, Record<string, string>> = {
  anonymous: {},
  member: { authorization: "Bearer bench-member" },
  official: { authorization: "Bearer bench-official" },
  secretary: { authorization: `Bearer ${secretaryToken}` },
  // What Chromium sends with a page's fetch, as a GraphQL client calls it.
  browser: {
    accept: "application/graphql-response+json, application/json;q=0.9",
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "en-GB,en;q=0.9",
    origin: pageOrigin,
    referer: `${pageOrigin}/`,
    "sec-fetch-dest": "empty",
    "sec-fetch-mode": "cors",
    "sec-fetch-site": "cross-site",
    "user-agent":
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  },
};

/** Makes the member's token known to the gateway. */
export const tokenSql = `
  insert into gateway.token (id, name, hash, official, administrator, created_at)
    values ('${id(19, 1)}', 'member', encode(sha256('bench-member'), 'hex'), false, false, now());
  insert into gateway.token_role (token_id, group_id, role)
    select '${id(19, 1)}', unnest('{${groupsOf("member").join()}}'::uuid[]), 'member'`;
