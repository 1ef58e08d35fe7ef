import { getRequestListener } from "@hono/node-server";
import type { RequestListener } from "node:http";
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
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
import { wordsWith } from "./words.ts";

/** What a site is made of. */
export interface Making extends Partial<Settings> {
  /** Where it asks: `graphAt(url)`, or a gateway in the same process. */
  readonly graph: Graph;
  /** Where readers can ask the graph themselves; not said if left out. */
  readonly graphAddress?: string;
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

/** Makes a website of what anybody may read in a graph. Throws a `RangeError` for colours that cannot be read. */
export function site({ graph, graphAddress, now, complain, ...own }: Making): Site {
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
  const send = (context: Context, shown: Shown, status: 200 | 400 | 404 | 503 = 200) =>
    context.html(draw(context.req.path, shown), status);

  // Whoever has a page already is told that it is the same, and not the page again.
  app.use(etag());
  app.use(async (context, next) => {
    await next();
    context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "same-origin");
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-cache");
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
    app.get(page.path, async (context) => {
      const shown = await page.show(visitOf(context));
      return shown === null ? send(context, missing(frame), 404) : send(context, shown);
    });
  app.get(feed.path, async (context) => {
    const origin = settings.address ?? new URL(context.req.url).origin;
    const text = await feed.show(visitOf(context), origin);
    return context.body(text.toString(), 200, {
      "content-type": "application/atom+xml; charset=utf-8",
    });
  });
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
  return { fetch: (request) => app.fetch(request), listener: getRequestListener(app.fetch) };
}

const isIn = ({ pages: kept }: Settings, { partOf }: Page): boolean =>
  partOf === undefined || kept[partOf];
