import type { Command, Directory, Journalled, Migrations } from "@remit/database";
import { homeZone, type Zone } from "@remit/kernel";
import type { GraphQLSchema } from "graphql";
import { type Builder, createBuilder } from "./builder.ts";
import { assertLabels, defineConcepts, type Labels } from "./concept.ts";
import { defineHistory } from "./history.ts";
import type { Composed, Link, Module } from "./module.ts";
import type { Places } from "./placed.ts";
import { directoryOf, hiddenAmong } from "./places.ts";
import { defineRecorded } from "./recorded.ts";

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer Intersection,
) => void
  ? Intersection
  : never;

/** The types that modules, or links, add to the graph. */
export type TypesOf<Parts extends readonly { readonly define: (...given: never[]) => object }[]> =
  All<ReturnType<Parts[number]["define"]>> & object;

/** The types that are there before any module's. */
type First = ReturnType<typeof defineHistory> &
  ReturnType<typeof defineConcepts> &
  ReturnType<typeof defineRecorded>;

type Session = Parameters<typeof createBuilder>[0];

/** What a gateway is put together of. */
export interface Composition<
  Modules extends readonly Module<object>[],
  Links extends readonly Link<never, object>[],
> {
  readonly modules: Modules;
  readonly links: Links;
  /** Whether a viewer's session still stands, as a part of every statement. */
  readonly session?: Session;
  /** The time zone of groups of which no other is said; `homeZone` if left out. */
  readonly zone?: Zone;
  /** What words are called in other languages; in English alone if left out. */
  readonly labels?: Labels;
  /** Steps of the database that are no module's and no link's. */
  readonly migrations?: Migrations;
  /** Adds what has to do with all of it: where questions begin. */
  readonly extend?: (builder: Builder, types: First & TypesOf<Modules> & TypesOf<Links>) => void;
}

/** All that follows from the modules and links of a gateway. */
export interface Gateway {
  readonly modules: readonly Pick<Module<object>, "name" | "migrations">[];
  readonly schema: () => GraphQLSchema;
  readonly migrations: Migrations;
  readonly journalled: readonly Journalled[];
  readonly places: Places;
  readonly directory: Directory;
  readonly commands: readonly Command[];
  /** The time zone of groups of which no other is said. */
  readonly zone: Zone;
}

/** Puts modules and links together. Throws where two have a verb, a step or a type of one name. */
export function createGateway<
  const Modules extends readonly Module<object>[],
  const Links extends readonly Link<First & TypesOf<Modules>, object>[],
>({
  modules,
  links,
  session,
  zone = homeZone,
  labels = {},
  migrations = {},
  extend,
}: Composition<Modules, Links>): Gateway {
  const places = merged(
    "type",
    modules.map((module) => module.places),
  );
  const zoneOf = modules.find((module) => module.zoneOf)?.zoneOf;
  const directory = directoryOf(places, zone, zoneOf);
  const commands = modules.flatMap((module) => module.commands);
  merged(
    "verb",
    commands.map(({ mutation }) => ({ [mutation]: true })),
  );
  return {
    modules,
    schema: () => {
      const builder = createBuilder(session);
      const hidden = hiddenAmong(places);
      const first: First = {
        ...defineHistory(builder),
        ...defineConcepts(builder, labels),
        ...defineRecorded(builder, hidden),
      };
      const composed: Composed = { ...first, directory, hidden };
      const types = merged("type", [
        first,
        ...modules.map((module) => module.define(builder, composed)),
      ]);
      const made = links.map((link) =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a link is typed by the modules that are here
        link.define(builder, types as First & TypesOf<Modules>),
      );
      const all = merged("type", [types, ...made]);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was just put together
      extend?.(builder, all as First & TypesOf<Modules> & TypesOf<Links>);
      const schema = builder.toSchema();
      assertLabels(schema, labels);
      return schema;
    },
    migrations: merged("step", [
      ...modules.map((module) => module.migrations),
      ...links.map((link) => link.migrations ?? {}),
      migrations,
    ]),
    journalled: modules.flatMap((module) => module.journalled),
    places,
    directory,
    commands,
    zone,
  };
}

/** Objects as one. Throws where two have a key. */
function merged<Value>(
  what: string,
  parts: readonly Readonly<Record<string, Value>>[],
): Readonly<Record<string, Value>>;
function merged(what: string, parts: readonly object[]): object;
function merged(what: string, parts: readonly object[]): object {
  const keys = parts.flatMap(Object.keys);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw new Error(`Two modules have a ${what} of the name ${twice}.`);
  return Object.assign({}, ...parts);
}
