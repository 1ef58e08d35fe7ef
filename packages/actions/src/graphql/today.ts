import type { Context } from "@remit/graphql";
import { type Day, dayAt, type Id, type Zone } from "@remit/kernel";
import type { World } from "./world.ts";

const zones = new WeakMap<Context, Map<Id, Promise<Zone>>>();

/** Today by the calendar of a group, whose time zone is asked once in a request. */
export async function todayOf(context: Context, world: World, group: Id): Promise<Day> {
  const known = zones.get(context) ?? new Map<Id, Promise<Zone>>();
  zones.set(context, known);
  const zone = known.get(group) ?? world.zoneOf(context.db, group);
  known.set(group, zone);
  return dayAt(context.now().toISOString(), await zone);
}
