import { migrations as database } from "@remit/database/migrations";
import { gateway } from "./gateway.ts";

/** The steps of each package by itself. */
export const packageMigrations = Object.assign(
  {},
  database,
  ...gateway.modules.map((module) => module.migrations),
);

/** The same, and those that hold between packages. */
export const migrations = { ...database, ...gateway.migrations };
