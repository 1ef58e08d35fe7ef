import {
  type Builder,
  type Columns,
  type Recorded,
  type RecordRef,
  recordType,
} from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { Change } from "../change.ts";
import { Done, Started } from "../closure.ts";
import { DueRevision, Rewording } from "../revision.ts";
import { type DueRow, dueRow } from "./action.ts";

/** Whether a member of a record is there. */
export const isObject = (json: Expression<unknown>): Expression<boolean> =>
  sql<boolean>`jsonb_typeof(${json}) = 'object'`;

interface Replaced extends Recorded {
  from: unknown;
  to: unknown;
}

/** The types of what was changed about an action, with what each change undid or replaced. */
export function defineChanges(
  builder: Builder,
  Due: RecordRef<DueRow>,
  Closure: ReturnType<typeof recordType>,
) {
  const undone = {
    done: ({ json }: Columns<Recorded>) =>
      sql`case ${json} ->> 'verb' when 'reject' then ${json} -> 'was' else ${json} #> '{was,done}' end`,
    started: ({ json }: Columns<Recorded>) => sql`${json} #> '{was,started}'`,
    closure: ({ json }: Columns<Recorded>) =>
      sql`case ${json} ->> 'verb' when 'reopen' then ${json} -> 'was' else ${json} #> '{was,transfer}' end`,
  };
  builder.objectFields(recordType(builder, Change), (t) => {
    const was = (
      name: keyof typeof undone,
      type: ReturnType<typeof recordType>,
      description: string,
    ) =>
      t.embedded(type, (row) => ({ json: undone[name](row) }), {
        when: (row) => isObject(undone[name](row)),
        description,
      });
    return {
      done: was(
        "done",
        recordType(builder, Done),
        "The owners' word that was undone; null where none was.",
      ),
      started: was(
        "started",
        recordType(builder, Started),
        "Who had taken the action up, where it was open again afterwards; else null.",
      ),
      closure: was(
        "closure",
        Closure,
        "The end of the action that was undone; null where none was.",
      ),
    };
  });
  const Revision = recordType<Replaced>(builder, DueRevision);
  builder.objectFields(Revision, (t) => ({
    from: t.embedded(Due, ({ from }) => dueRow(from), {
      description: "The due that was replaced.",
    }),
    to: t.embedded(Due, ({ to }) => dueRow(to), {
      description: "The due that took its place.",
    }),
  }));
  const Words = recordType<Replaced>(builder, Rewording);
  builder.objectFields(Words, (t) => ({
    from: t.expression("String", ({ from }) => sql<string>`${from} ->> 'text'`, {
      notNull: true,
      description: "The words that were replaced.",
    }),
    to: t.expression("String", ({ to }) => sql<string>`${to} ->> 'text'`, {
      notNull: true,
      description: "The words that took their place.",
    }),
  }));
  return { Revision, Rewording: Words };
}
