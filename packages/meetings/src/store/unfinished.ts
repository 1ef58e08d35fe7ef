import type { Tx } from "@remit/database";
import type { Id } from "@remit/kernel";
import { sql } from "kysely";
import type { Unfinished } from "../verb.ts";

/** What the record of a meeting lacks, before it can be closed. */
export async function unfinishedIn(
  tx: Tx,
  meeting: Id,
  ports: { readonly ownerless: (tx: Tx, meeting: Id) => Promise<number> },
): Promise<Unfinished[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(nullif(trim(coalesce(number, '') || ' ' || coalesce(heading, '')), ''), 'item ' || place) as name
    from meetings.item where meeting_id = ${meeting} and outcome = 'not-stated' order by place`.execute(
    tx,
  );
  const minutes = await tx
    .selectFrom("meetings.minutes")
    .select("status")
    .where("meeting_id", "=", meeting)
    .executeTakeFirst();
  const isAgreed = minutes?.status === "agreed" || minutes?.status === "agreed-with-corrections";
  const ownerless = await ports.ownerless(tx, meeting);
  const items = rows.map(({ name }) => name).join(", ");
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            code: "MTG_ITEMS_WITHOUT_OUTCOME",
            message: `Say what came of each item; nothing is said of ${items}.`,
          },
        ]),
    ...(isAgreed
      ? []
      : [
          {
            code: "MTG_MINUTES_NOT_AGREED",
            message:
              minutes === undefined
                ? "Circulate the minutes, and let a later meeting agree them."
                : "Let a later meeting agree the minutes.",
          },
        ]),
    ...(ownerless === 0
      ? []
      : [
          {
            code: "MTG_OWNERS_MISSING",
            message: `Name an owner of each action, or say that none is stated: ${ownerless} of them ${ownerless === 1 ? "has" : "have"} neither.`,
          },
        ]),
  ];
}
