import * as z from "zod";
import type { Actor } from "./actor.ts";
import type { Id } from "./ref.ts";

/** Who may see a row, from everybody to a named few. */
export const Access = z.enum(["public", "group", "officials", "restricted"]);
export type Access = z.infer<typeof Access>;

/** Whether somebody sees what a group has recorded under an access level. */
export function sees(
  { administrator, official, roles }: Pick<Actor, "administrator" | "official" | "roles">,
  access: Access,
  group: Id,
): boolean {
  if (administrator || access === "public") return true;
  if (official && access !== "restricted") return true;
  return access === "group" && roles.some((held) => held.group === group);
}

/** Whether what a group has recorded under `access` may stand in a record of its own under `other`: whoever sees that sees this. */
export const standsIn = (access: Access, other: Access): boolean =>
  access === "public" || access === other;
