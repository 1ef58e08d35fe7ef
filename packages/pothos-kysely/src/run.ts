import type { GraphQLError } from "graphql";
import { CompiledQuery, type Kysely } from "kysely";
import { foreign } from "./cursor.ts";
import type { Env } from "./param.ts";
import { type Plan, Plans, type Request } from "./plan.ts";
import { refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import { valuesOf } from "./variables.ts";

/** What `schema.extensions.kysely` holds: the options, and the plans made so far. */
export class Source {
  readonly settings: Settings;
  readonly plans: Plans;

  constructor(settings: Settings) {
    this.settings = settings;
    this.plans = new Plans(settings);
  }
}

/** Everything that may refuse a request has been asked, and no SQL has run. */
interface Ready {
  readonly plan: Plan;
  readonly db: Kysely<unknown>;
  readonly values: unknown[];
}

/** Plans a request and checks its cost, its pages, its cursors and its texts. */
export function prepare(
  { settings, plans }: Source,
  request: Request,
  context: object,
  key?: unknown,
): Ready {
  const db = settings.db(context);
  return ready(plans.for(request, "rows"), settings, db, request, key);
}

/** Runs the statement of a request and gives the text it wrote; null for a row that is not there. */
export const read = ({ plan, db, values }: Ready): Promise<string | null> => run(plan, db, values);

/** As `prepare` and `read`, for a text that is the response; or the reason why there can be none. */
export async function readText(
  { settings, plans }: Source,
  request: Request,
  context: object,
): Promise<{ readonly text: string | null } | { readonly reason: string }> {
  const db = settings.db(context);
  const plan = plans.for(request, "text");
  if (plan.reason !== undefined) return { reason: plan.reason };
  return { text: await read(ready(plan, settings, db, request)) };
}

function ready(
  plan: Plan,
  settings: Settings,
  db: Kysely<unknown>,
  request: Request,
  key?: unknown,
): Ready {
  const env: Env = { variables: valuesOf(request.variables), viewer: request.viewer, key };
  refuseCostly(plan, settings, env);
  return { plan, db, values: plan.values(env) };
}

function refuseCostly(plan: Plan, settings: Settings, env: Env): void {
  const limit = settings.cost.limit(env.viewer);
  const cost = plan.cost(env);
  if (cost <= limit) return;
  throw refusal(
    "TOO_COSTLY",
    `This costs ${cost}, and ${limit} is allowed: one for each row that it may read. Ask for smaller pages, such as first: 5, or for fewer lists within lists.`,
    { cost, limit },
  );
}

async function run(plan: Plan, db: Kysely<unknown>, values: unknown[]): Promise<string | null> {
  try {
    const query = CompiledQuery.raw(plan.text, values);
    const {
      rows: [row = {}],
    } = await db.executeQuery<Record<string, string | null>>(query);
    return plan.json(row);
  } catch (error) {
    throw blamed(plan, error) ?? error;
  }
}

// Invalid text, invalid date and date out of range: a value of the request's that PostgreSQL could not
// read as the type it is compared with.
const unreadable = new Set(["22P02", "22007", "22008"]);
const outOfRange = "22003";

/** The refusal that an error of the database means, if the request is to blame for it. */
function blamed({ readsCursor }: Plan, error: unknown): GraphQLError | undefined {
  const state = error instanceof Error && "code" in error ? String(error.code) : "";
  const refused =
    readsCursor && (unreadable.has(state) || state === outOfRange)
      ? foreign()
      : unreadable.has(state)
        ? refusal("BAD_VALUE", "A value is not of the kind that it is compared with.")
        : undefined;
  if (refused) refused.cause = error;
  return refused;
}
