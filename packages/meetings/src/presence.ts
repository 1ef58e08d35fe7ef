import { FreeText, type Pointed, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Attendance, PresenceSpan } from "./attendance.ts";
import { Clock } from "./meeting.ts";
import { assertWithin, type PartFacts, type PlacedItem, type Sitting } from "./part.ts";

const clock = FreeText.pipe(Clock).optional();

/** A part of a meeting at which somebody was there, as a caller says it. */
export const PresenceInput = z
  .strictObject({
    fromItem: refTo("Item").optional().describe("The id of the item at which they arrived."),
    arrivedAt: clock.describe("The time on the wall at which they arrived, such as 10:20."),
    toItem: refTo("Item").optional().describe("The id of the last item for which they were there."),
    leftAt: clock.describe("The time on the wall at which they left, such as 11:45."),
  })
  .meta({
    id: "PresenceInput",
    description: "A part of a meeting at which a person was there, from an item or a time on.",
  });

interface Saying {
  readonly fromItem?: Pointed | undefined;
  readonly toItem?: Pointed | undefined;
  readonly arrivedAt?: string | undefined;
  readonly leftAt?: string | undefined;
}

/** The part of a meeting that a caller means. Refuses with `TIME_MISSING` words that say nothing, and with `OTHER_MEETING` items of another meeting. */
export function spanOf(
  { fromItem, toItem, arrivedAt, leftAt }: Saying,
  sitting: Pick<Sitting, "id">,
  path: readonly string[],
): PresenceSpan {
  for (const item of [fromItem, toItem]) if (item !== undefined) assertWithin(item, sitting, path);
  const span = {
    fromItem: fromItem?.id ?? null,
    toItem: toItem?.id ?? null,
    arrivedAt: arrivedAt ?? null,
    leftAt: leftAt ?? null,
  };
  if (Object.values(span).some((each) => each !== null)) return span;
  const message = "Say when it was: an item of the meeting, or a time such as 10:20.";
  throw new Refusal("TIME_MISSING", message, { path: [...path] });
}

/** What the parts of a meeting are put in order by. */
interface Course {
  readonly sitting: Pick<Sitting, "endedOn">;
  readonly items: readonly PlacedItem[];
}

type Edge = "arrivedAt" | "fromItem" | "leftAt" | "toItem";
interface At {
  readonly item: PresenceSpan["fromItem"];
  readonly clock: PresenceSpan["arrivedAt"];
}
const at = (span: PresenceSpan, item: Edge, clock: Edge): At => ({
  item: span[item],
  clock: span[clock],
});
const start = (span: PresenceSpan) => at(span, "fromItem", "arrivedAt");
const end = (span: PresenceSpan) => at(span, "toItem", "leftAt");
const isSaid = ({ item, clock }: At) => item !== null || clock !== null;

/** How two edges stand to each other, by items and by the clock: below 0, the one comes first; null where nobody can say. */
function order(one: At, other: At, { items, sitting }: Course) {
  const place = ({ item }: At) => items.find(({ id }) => id === item)?.place ?? null;
  const [first, second] = [place(one), place(other)];
  const [earlier, later] = [one.clock, other.clock];
  return {
    byItem: first === null || second === null ? null : first - second,
    // A clock says nothing of the day.
    byClock:
      sitting.endedOn !== null || earlier === null || later === null
        ? null
        : Number(earlier > later) - Number(earlier < later),
  };
}

/** Whether somebody is there still, as far as anybody says. */
export const isOpen = (span: PresenceSpan): boolean => !isSaid(end(span));

/** INV-M12: refuses with its code parts of a meeting that are not one after the other, or that end before they begin. */
function assertInOrder(spans: readonly PresenceSpan[], course: Course): void {
  for (const [index, span] of spans.entries()) {
    const own = order(start(span), end(span), course);
    const before = spans[index - 1];
    const gap = before === undefined ? null : order(end(before), start(span), course);
    const isBackwards = [own, gap].some(
      (each) => each !== null && ((each.byItem ?? 0) > 0 || (each.byClock ?? 0) > 0),
    );
    const isApart = gap === null || gap.byItem !== null || gap.byClock !== null;
    if (!isBackwards && isApart) continue;
    const message =
      "Whoever leaves has arrived before, and comes back after that: give the items or the times in that order.";
    throw new Refusal("INV-M12", message);
  }
}

const isBefore = (one: PresenceSpan, other: PresenceSpan, course: Course): boolean => {
  const { byItem, byClock } = order(end(one), start(other), course);
  return (byItem !== null && byItem < 0) || (byClock !== null && byClock <= 0);
};

/** Whether two people may have been there at once; whoever has no spans was there throughout. */
const wereTogether = (
  one: readonly PresenceSpan[],
  other: readonly PresenceSpan[],
  course: Course,
): boolean =>
  one.length === 0 ||
  other.length === 0 ||
  one.some((a) => other.some((b) => !isBefore(a, b, course) && !isBefore(b, a, course)));

type Attending = Pick<Attendance, "id" | "name" | "person" | "presence" | "principal" | "status">;
type Known = Course & Pick<PartFacts, "listed" | "spoke">;

/** Refuses what cannot be of somebody's attendance, beside what others did: INV-M4, INV-M5 and INV-M12. */
export function assertAttending(attending: Attending, known: Known): void {
  const { presence = [], status, person, name } = attending;
  assertInOrder(presence, known);
  const isAway = status === "apologies" || status === "absent";
  if (status !== "present" && presence.length > 0) {
    const message = `${name} came or left at a time, and so was there: record them as present, or give presence as an empty list.`;
    throw new Refusal("INV-M5", message, { path: ["presence"] });
  }
  if (isAway && person !== null && known.spoke.includes(person)) {
    const message = `${name} is recorded as having said something at the meeting, and so was there.`;
    throw new Refusal("INV-M5", message, { path: ["status"] });
  }
  if (status === "present") assertAlone(attending, known);
}

/** INV-M4: refuses a deputy and the person in whose place they come at the same items. */
function assertAlone({ id, person, principal, presence = [] }: Attending, known: Known): void {
  for (const other of known.listed) {
    if (other.id === id || other.status !== "present") continue;
    const isPrincipal = principal !== null && other.person === principal;
    const isDeputy = person !== null && other.principal === person;
    if (!isPrincipal && !isDeputy) continue;
    if (!wereTogether(presence, other.presence, known)) continue;
    const message = isPrincipal
      ? `${other.name} is present themselves, and has no deputy: record first when they left, if they did.`
      : `${other.name} is there as their deputy: record first when the deputy left.`;
    throw new Refusal("INV-M4", message, { path: [isPrincipal ? "deputyFor" : "status"] });
  }
}
