import { type Expression, sql } from "kysely";
import { byAccess, keptOrNot, seesEverybody } from "./access.ts";
import type { createBuilder } from "./builder.ts";

/** Whether what an entry made was a draft, or a draft that was let go: a record says so itself. */
const ofDraft = ({ after }: { readonly after: Expression<unknown> }): Expression<boolean> =>
  sql<boolean>`(coalesce(${after} ->> 'status', '') = 'draft' or ${after} -> 'draft' is not null)`;

/** What was changed, and by whom; each package adds what its own things were like afterwards. */
export function defineHistory(builder: ReturnType<typeof createBuilder>) {
  const Entry = builder.table("database.history", {
    name: "HistoryEntry",
    key: "hash",
    keyFormat: /^[0-9a-f]{64}$/u,
    description: "One accepted change of a record, as the journal keeps it.",
    // What was done to a draft stays with whoever kept it, also when it has become everybody's.
    visible: (row, viewer) =>
      viewer.administrator
        ? true
        : sql<boolean>`(${byAccess(row, viewer)} and ${keptOrNot(ofDraft(row), row.group_id, viewer)})`,
  });
  builder.objectFields(Entry, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the record that the change made.",
    }),
    verb: t.word("verb", "word", {
      description: "The name of the verb that was done, such as completeAction.",
    }),
    at: t.expose("at", {
      type: "DateTime",
      description: "The moment at which the change was made.",
    }),
    recordedAt: t.expose("recorded_at", {
      type: "DateTime",
      description: "The moment at which the change was written into the journal.",
    }),
    by: t.expression(
      "String",
      ({ actor, by_for_public, group_id }, _, _eb, viewer) => {
        const name = sql<string>`${actor} ->> 'name'`;
        if (seesEverybody(viewer)) return name;
        const asPublic = sql<string>`coalesce(${by_for_public}, ${name})`;
        if (!viewer.keeper) return asPublic;
        return sql<string>`case when ${group_id} = any(${viewer.keeps.as("uuid[]")}) then ${name} else ${asPublic} end`;
      },
      {
        description: "The name of whoever made the change: a person, or a token that is nobody's.",
      },
    ),
    requestId: t.word("request_id", "code", {
      description: "The id of the request that made the change.",
    }),
  }));
  return { Entry };
}

/** The changes of a record as its type lists them in `history`; `whose` is the record as a sentence names it. */
export const historyOf = (type: string, whose: string) =>
  ({
    on: { subject_id: "id" },
    where: ({ subject_type }: { readonly subject_type: Expression<string> }) =>
      sql<boolean>`${subject_type} = ${sql.lit(type)}`,
    order: ["version"],
    description: `Every change that was made to ${whose}, the first one first.`,
  }) as const;
