import { addDays, type Day } from "@remit/kernel";
import type { Action } from "./action.ts";
import { dueDay } from "./due.ts";
import { isLive } from "./status.ts";

type Timed = Pick<Action, "due" | "status">;

/** Whether its due day is past while somebody still has to do something. `today` is a day in the group's time zone. */
export function isOverdue(action: Timed, today: Day): boolean {
  const day = dueDay(action.due);
  return isLive(action) && day !== null && day < today;
}

/** Whether its due day is today or within the next `days`. */
export function isDueSoon(action: Timed, today: Day, days = 14): boolean {
  const day = dueDay(action.due);
  return isLive(action) && day !== null && today <= day && day <= addDays(today, days);
}
