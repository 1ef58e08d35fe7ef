import type { Site } from "@remit/site";

/** A page that a crawler came to. */
export interface Visited {
  readonly status: number;
  readonly html: string;
}

const origin = "http://site.example";

/** Asks a site for a page, as a browser would that follows where it is sent. */
export async function visit(site: Pick<Site, "fetch">, path: string): Promise<Visited> {
  const answer = await site.fetch(new Request(`${origin}${path}`));
  const to = answer.headers.get("location");
  if (to !== null) return visit(site, to);
  return { status: answer.status, html: await answer.text() };
}

/** Every page that links lead to from the front page, by its address. */
export async function crawl(site: Pick<Site, "fetch">): Promise<ReadonlyMap<string, Visited>> {
  const seen = new Map<string, Visited>();
  const waiting = ["/"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const page = await visit(site, path);
    seen.set(path, page);
    waiting.push(...linksIn(page.html).map((link) => link.split("#", 1)[0] ?? ""));
  }
  return seen;
}

/** The addresses within the site that a page leads to. */
export function linksIn(html: string): string[] {
  return (
    [...html.matchAll(/<a [^>]*?href="(\/[^"]*)"/gu)]
      .map(([, path = ""]) => path.replaceAll("&amp;", "&"))
      // Machines read the feed, and the graph has its own page.
      .filter((path) => path !== "/graphql" && path !== "/feed.xml")
  );
}

/** The addresses that a site's map leads searchers to. */
export async function mapOf(site: Pick<Site, "fetch">): Promise<string[]> {
  const { html } = await visit(site, "/sitemap.xml");
  return [...html.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&").replace(origin, ""),
  );
}
