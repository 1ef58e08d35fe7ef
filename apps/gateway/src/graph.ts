import type { RequestListener } from "node:http";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import type { Db } from "@remit/database";
import { nobody } from "@remit/graphql";
import { createYoga } from "graphql-yoga";
import { queries } from "./queries.ts";
import { createSchema } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** Answers GraphQL requests, and shows GraphiQL to a browser. */
export function graph(db: Db, { corsOrigins }: Pick<Settings, "corsOrigins">): RequestListener {
  return createYoga({
    schema: createSchema(),
    context: { db, viewer: nobody },
    landingPage: false,
    cors: corsOrigins.length > 0 && { origin: [...corsOrigins], credentials: false },
    // From the installation and not from a content network, so that it works without one.
    renderGraphiQL,
    graphiql: {
      title: "Remit",
      defaultTabs: Object.values(queries).map((query) => ({ query })),
    },
  });
}
