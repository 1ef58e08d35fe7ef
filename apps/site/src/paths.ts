/** Where the pages are: the addresses that others keep, so nothing here changes its form. */
const segment = (text: string) => encodeURIComponent(text);

export const paths = {
  home: "/",
  groups: "/groups",
  group: (slug: string) => `/groups/${segment(slug)}`,
  meetings: "/meetings",
  meeting: (slug: string) => `/meetings/${segment(slug)}`,
  item: (meeting: string, place: number) => `/meetings/${segment(meeting)}#item-${place}`,
  actions: "/actions",
  action: (reference: string) => `/actions/${segment(reference)}`,
  missions: "/missions",
  mission: (slug: string) => `/missions/${segment(slug)}`,
  commitment: (mission: string, code: string) =>
    `/missions/${segment(mission)}/commitments/${segment(code)}`,
  person: (slug: string) => `/people/${segment(slug)}`,
  organisation: (slug: string) => `/organisations/${segment(slug)}`,
  search: "/search",
  feed: "/feed.xml",
  sitemap: "/sitemap.xml",
  robots: "/robots.txt",
  /** Leads to the page of whatever has a global id. */
  node: (id: string) => `/id/${segment(id)}`,
} as const;

/** An address with a query of what is given. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value == null || value === "" ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** What the graph says of something that has a page. */
export interface Found {
  readonly type?: string | undefined;
  readonly slug?: string;
  readonly reference?: string;
  readonly code?: string;
  readonly place?: number;
  readonly mission?: { readonly slug: string } | null;
  readonly meeting?: { readonly slug: string } | null;
  readonly group?: { readonly slug: string } | null;
  readonly item?: { readonly place: number } | null;
}

/** The page of something found, or of what holds it; null where it has none. */
export function pathOf({ type, ...found }: Found): string | null {
  const { slug, reference, code, mission, meeting } = found;
  if (type === "Group" && slug) return paths.group(slug);
  if (type === "Meeting" && slug) return paths.meeting(slug);
  if (type === "Person" && slug) return paths.person(slug);
  if (type === "Organisation" && slug) return paths.organisation(slug);
  if (type === "Mission" && slug) return paths.mission(slug);
  if (type === "Action" && reference) return paths.action(reference);
  if (type === "Commitment" && code && mission) return paths.commitment(mission.slug, code);
  const place = found.place ?? found.item?.place;
  if (meeting) return place ? paths.item(meeting.slug, place) : paths.meeting(meeting.slug);
  if (mission) return paths.mission(mission.slug);
  if (found.group) return paths.group(found.group.slug);
  return null;
}
