import type { Command, Db, Directory, Journalled, Migrations } from "@remit/database";
import type { Id, Zone } from "@remit/kernel";
import type { Builder } from "./builder.ts";
import type { defineConcepts } from "./concept.ts";
import type { defineHistory } from "./history.ts";
import type { Hidden, Places } from "./placed.ts";
import type { defineRecorded } from "./recorded.ts";

type Recorded = ReturnType<typeof defineRecorded>;

/** What a module is told of the others when its part of the graph is made. */
export interface Composed
  extends ReturnType<typeof defineHistory>, ReturnType<typeof defineConcepts>, Recorded {
  readonly directory: Directory;
  readonly hidden: Hidden;
}

/** A package as a value: all that a gateway derives its graph, its database and its command line from. */
export interface Module<Types extends object> {
  readonly name: string;
  readonly migrations: Migrations;
  /** The subjects of which the journal keeps entries. */
  readonly journalled: readonly Journalled[];
  readonly places: Places;
  /** Every verb, as it is done on a database. */
  readonly commands: readonly Command[];
  /** The time zone of a group's calendar, where the module keeps groups. */
  readonly zoneOf?: (db: Db, group: Id) => Promise<Zone>;
  /** Adds the types of its nouns, and its verbs as mutations. */
  readonly define: (builder: Builder, composed: Composed) => Types;
}

/** What joins modules: the tables between them, and the fields on both of their sides. `Types` are those that it joins. */
export interface Link<in Types extends object, out Made extends object> {
  readonly name: string;
  readonly migrations?: Migrations;
  readonly define: (builder: Builder, types: Types) => Made;
}

/** Makes a module; what is left out it does not have. */
export const defineModule = <Types extends object>({
  migrations = {},
  journalled = [],
  places = {},
  commands = [],
  ...rest
}: Pick<Module<Types>, "name" | "define"> & Partial<Module<Types>>): Module<Types> => ({
  migrations,
  journalled,
  places,
  commands,
  ...rest,
});

type Sides<One, Other, Third, Made> = (
  builder: Builder,
  one: One,
  other: Other,
  third: Third,
) => Made;

/** Makes a link of a function that is given the types of each of its sides. */
export const defineLink = <
  One extends object,
  Other extends object = object,
  Third extends object = object,
  Made extends object | void = void,
>(
  name: string,
  define: Sides<One, Other, Third, Made>,
  migrations: Migrations = {},
): Link<One & Other & Third, Made extends object ? Made : object> => ({
  name,
  migrations,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what makes nothing adds no types
  define: (builder, types) => (define(builder, types, types, types) ?? {}) as never,
});
