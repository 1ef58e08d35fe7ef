import {
  type Builder,
  byLevel,
  type Composed,
  defineCommands,
  enumOf,
  historyOf,
  keptOrNot,
  movesFor,
  recordFields,
  type TableRef,
} from "@remit/graphql";
import type { AnyVerb, Id, Subject } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import type * as z from "zod";
import type { PartName } from "../store/part-tables.ts";
import { type Changes, moves, needs, reading } from "./kept.ts";
import { missionOf, shownRecord } from "./parts.ts";

type Types = Builder["$inferSchemaTypes"];
/** All tables of parts have these columns, and so one stands for each in the types. */
type Part = "commitments.outcome";
/** The type of a sort of part in the graph. */
export type PartRef = TableRef<Types, Part>;

/** All that there is to say of a sort of part: what the graph shows of it follows from its schema. */
export interface PartNoun<Thing extends Subject> {
  readonly name: string;
  readonly table: PartName;
  readonly description: string;
  /** What it is called in a sentence. */
  readonly noun: string;
  readonly schema: z.ZodType<Thing>;
  /** The members of its record that the graph shows, under their descriptions. */
  readonly members: readonly string[];
  /** Whether there are such as are their keepers' own until they are published. */
  readonly hasDrafts?: true;
  /** The states in which it can be. */
  readonly status: z.ZodType<string>;
  readonly verbs: Readonly<Record<string, AnyVerb<Thing>>>;
  readonly commands: Parameters<typeof defineCommands>[2];
  /** What its verbs have to know of other records, for whoever reads which of them are allowed. */
  readonly known?: (row: { readonly parent_id: Expression<Id | null> }) => Expression<object>;
  /** The list of the mission in which it stands. */
  readonly list: { readonly field: string; readonly description: string };
}

interface Around {
  readonly composed: Pick<Composed, "Entry" | "directory">;
  readonly Mission: TableRef<Types, "commitments.mission">;
  readonly MoveNow: Changes["MoveNow"];
}

/** Adds a sort of part to the graph, with its verbs. */
export function definePart<Thing extends Subject>(
  builder: Builder,
  { composed: { Entry, directory }, Mission, MoveNow }: Around,
  part: PartNoun<Thing>,
): PartRef {
  const read = reading(part.schema);
  const { name, noun, description } = part;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every table of parts has the same columns
  const table = part.table as Part;
  const Ref = builder.table(table, {
    name,
    key: "id",
    description,
    visible: (row, viewer) => {
      const seen = byLevel(row, viewer);
      if (part.hasDrafts === undefined || seen === true) return seen;
      const draft = sql<boolean>`(${row.record} -> 'draft' is not null)`;
      return sql<boolean>`(${seen} and ${keptOrNot(draft, row.keeper_id, viewer)})`;
    },
    interfaces: [builder.Node],
  });
  builder.objectFields(Ref, (t) => ({
    version: t.exposeInt("version", {
      description: `The version of the ${noun}, which every verb raises by one.`,
    }),
    status: t.expression(enumOf(builder, part.status), ({ status }) => status, {
      notNull: true,
      description: `How the ${noun} stands, as the keepers of its record say.`,
    }),
    mission: t.one(Mission, missionOf(noun)),
    ...recordFields(builder, t, {
      schema: part.schema,
      json: shownRecord,
      members: part.members,
    }),
    moves: t.computed(
      [MoveNow],
      { columns: needs, values: { known: (row) => part.known?.(row) ?? sql<object>`'{}'::jsonb` } },
      ({ known, ...row }, context) =>
        movesFor(part.verbs, context.caller, read(row, context), known),
      moves(noun),
    ),
    history: t.page(Entry, historyOf(name, `the ${noun}`)),
  }));
  builder.objectField(Mission, part.list.field, (t) =>
    t.many(Ref, {
      on: { mission_id: "id" },
      order: ["position"],
      size: 3,
      description: part.list.description,
    }),
  );
  defineCommands(builder, Ref, part.commands, directory);
  return Ref;
}
