import { type Action, follow } from "@remit/actions";
import { lockActions } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import type { AgentRef, Day, Id } from "@remit/kernel";
import { scheduleOf, toldIn } from "./schedule.ts";

/** An action whose due has followed a meeting, and the day of which that is said. */
interface Followed {
  readonly before: Action;
  readonly after: Action;
  readonly on: Day;
}

/** INV-A11: what is due by a meeting, after the meetings of a group as they are recorded now. `on` is the day of which that is told; where minutes come out of order, what was settled first stays. */
export async function followMeetings(
  tx: Tx,
  group: Id,
  stamp: { readonly by: AgentRef; readonly on: Day },
): Promise<Followed[]> {
  const due = await tx
    .selectFrom("actions.action")
    .select("id")
    .where("group_id", "=", group)
    .where("due_kind", "=", "by-meeting")
    .execute();
  if (due.length === 0) return [];
  const actions = await lockActions(
    tx,
    due.map(({ id }) => id),
  );
  const meetings = await scheduleOf(tx, group);
  // The first that concerns a due settles it: no action is revised twice.
  return actions.flatMap((before) => {
    const after = toldIn(before.access, meetings).reduce(
      (action, meeting) => follow(action, meeting, stamp),
      before,
    );
    const last = after.changes.at(-1);
    return after === before || last === undefined ? [] : [{ before, after, on: last.on }];
  });
}
