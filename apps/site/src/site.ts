import { getRequestListener } from "@hono/node-server";
import type { RequestListener } from "node:http";
import { type Context, Hono } from "hono";
import { formatsOf } from "./dates.ts";
import { asking, type Graph, GraphError } from "./graph/ask.ts";
import { feed } from "./feed.ts";
import { type Frame, layoutOf, type Shown } from "./html/layout.ts";
import type { Page, Visit } from "./page.ts";
import { pages } from "./pages.ts";
import { badAddress, broken, missing } from "./pages/trouble.ts";
import { nodePage } from "./pages/node.ts";
import { assertReadable, plain, type Settings } from "./settings.ts";
import { assetsOf } from "./assets.ts";
import { robots, sitemap } from "./sitemap.ts";
import { hasAlready, tagOf, versionOf } from "./tag.ts";
import { wordsWith } from "./words.ts";

/** What a site is made of. */
export interface Making extends Partial<Settings> {
  /** Where it asks: `graphAt(url)`, or a gateway in the same process. */
  readonly graph: Graph;
  /** Where readers can ask the graph themselves; not said if left out. */
  readonly graphAddress?: string;
  /** A text that stays the same for as long as the graph's answers do, with which a page that a browser has is known without drawing it. */
  readonly revision?: () => Promise<string>;
  readonly now?: () => Date;
  /** Is told what went wrong, for whoever runs the site. */
  readonly complain?: (error: unknown) => void;
}

/** A website of a record. */
export interface Site {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly listener: RequestListener;
}

/** Nothing is run, loaded from elsewhere, framed, or sent anywhere but to the site. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A cache that many share may keep a page: anybody is shown the same. It asks each time whether that is so still. */
const kept = { "cache-control": "public, no-cache" };
const safe = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** Makes a website of what anybody may read in a graph. Throws a `RangeError` for colours that cannot be read. */
export function site({ graph, graphAddress, revision, now, complain, ...own }: Making): Site {
  const settings = { ...plain, ...own };
  assertReadable(settings);
  const assets = assetsOf(settings);
  const frame: Frame = {
    settings,
    words: wordsWith(settings.words),
    formats: formatsOf(settings.language),
    assets,
    graphAddress: graphAddress ?? null,
  };
  const draw = layoutOf(frame);
  const ask = asking(graph);
  const app = new Hono({ strict: false });
  const day = () => (now?.() ?? new Date()).toISOString().slice(0, 10);
  const visitOf = (context: Context): Visit => ({
    ...frame,
    ask,
    param: (name) => context.req.param(name) ?? "",
    query: (name) => context.req.query(name)?.trim() ?? "",
    today: day(),
  });
  const version = versionOf(settings);
  /** The tag of every page as things stand; null where that is not known before a page is drawn. */
  const present = async (): Promise<string | null> =>
    revision === undefined ? null : tagOf(`${version} ${await revision()} ${day()}`);
  const originOf = (context: Context) => settings.address ?? new URL(context.req.url).origin;
  const drawn = (context: Context, shown: Shown): string =>
    draw(new URL(context.req.url).pathname, originOf(context), shown).toString();
  const send = (context: Context, shown: Shown, status: 200 | 400 | 404 | 503 = 200) =>
    context.html(drawn(context, shown), status);
  /** Answers with a text, or says that it is what the browser has already: without making it, where the tag says so. */
  const fresh = async (
    context: Context,
    make: () => Promise<string | null>,
    type: "text/html" | "application/atom+xml" | "application/xml",
  ) => {
    const sent = context.req.header("if-none-match");
    // Asked before the text is made, which is then at least as new as its tag.
    const known = await present();
    if (known !== null && hasAlready(sent, known)) return context.body(null, 304, { etag: known });
    const text = await make();
    if (text === null) return send(context, missing(frame), 404);
    const tag = known ?? tagOf(text);
    if (hasAlready(sent, tag)) return context.body(null, 304, { etag: tag });
    return context.body(text, 200, { etag: tag, "content-type": `${type}; charset=utf-8` });
  };

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(safe)) context.header(name, value);
    if (!context.res.headers.has("cache-control"))
      context.header("cache-control", kept["cache-control"]);
  });
  for (const { path, type, text, zipped } of assets)
    app.get(path, (context) => {
      const zips = /\bgzip\b/u.test(context.req.header("accept-encoding") ?? "");
      return context.body(zips ? zipped : text, 200, {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
        ...(zips ? { "content-encoding": "gzip" } : {}),
      });
    });
  for (const page of pages.filter((each) => isIn(settings, each)))
    app.get(page.path, (context) => {
      const made = async () => {
        const shown = await page.show(visitOf(context));
        return shown && drawn(context, shown);
      };
      return fresh(context, made, "text/html");
    });
  app.get(feed.path, (context) => {
    const made = async () => (await feed.show(visitOf(context), originOf(context))).toString();
    return fresh(context, made, "application/atom+xml");
  });
  const walk = onceFor(sitemap.walk);
  app.get(sitemap.path, (context) => {
    const made = async () => {
      const visit = visitOf(context);
      const found = await walk(await present(), visit);
      return sitemap.draw(found, originOf(context), visit.query("part"))?.toString() ?? null;
    };
    return fresh(context, made, "application/xml");
  });
  app.get(robots.path, (context) => context.text(robots.draw(settings, originOf(context))));
  app.get(nodePage.path, async (context) => {
    const path = await nodePage.leadsTo(visitOf(context));
    return path === null ? send(context, missing(frame), 404) : context.redirect(path, 302);
  });
  app.notFound((context) => send(context, missing(frame), 404));
  app.onError((error, context) => {
    if (error instanceof GraphError && error.isAskers)
      return send(context, badAddress(error.message), 400);
    complain?.(error);
    return send(context, broken, 503);
  });
  const listen = getRequestListener(app.fetch);
  /** Answers before anything is made of a request, where a browser has the page already. */
  const listener: RequestListener = async (request, response) => {
    const sent = request.headers["if-none-match"];
    const tag = sent === undefined ? null : await present().catch(() => null);
    if (request.method !== "GET" || tag === null || !hasAlready(sent, tag))
      return listen(request, response);
    response.writeHead(304, { ...safe, ...kept, etag: tag }).end();
  };
  return { fetch: (request) => app.fetch(request), listener };
}

/** Makes something that is long in the making once for each state of the graph, however many ask; where the state is not known, once for all who ask meanwhile. */
function onceFor<Made>(
  make: (visit: Visit) => Promise<Made>,
): (state: string | null, visit: Visit) => Promise<Made> {
  let last: { readonly state: string | null; readonly made: Promise<Made> } | null = null;
  return (state, visit) => {
    if (last !== null && last.state === state) return last.made;
    const made = make(visit);
    const one = { state, made };
    last = one;
    const forget = () => {
      if (last === one) last = null;
    };
    made.then(() => state === null && forget(), forget);
    return made;
  };
}

const isIn = ({ pages: kept }: Settings, { partOf }: Page): boolean =>
  partOf === undefined || kept[partOf];
