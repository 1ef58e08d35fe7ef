import type { Late } from "@remit/pothos-kysely";
import { type Expression, sql } from "kysely";
import type { Asking } from "./context.ts";

/** The day that a calendar in a time zone shows at the moment of the request. */
export const todayIn = (
  zone: Expression<string>,
  { now }: Pick<Late<Asking>, "now">,
): Expression<string> => sql<string>`(${now.as("timestamptz")} at time zone ${zone})::date`;
