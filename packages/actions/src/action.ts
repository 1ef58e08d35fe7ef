import { Access, AgentRef, Id, Ref, SourceRef, Wording } from "@remit/kernel";
import * as z from "zod";

/** When an action is to be done. `as-written` keeps words that name no day yet, such as "by the next meeting". */
export const Due = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("date"), on: z.iso.date(), text: z.string().min(1) }),
  z.object({ kind: z.literal("as-written"), text: z.string().min(1) }),
  z.object({ kind: z.literal("not-stated") }),
]);
export type Due = Readonly<z.infer<typeof Due>>;

/** Something that a group agreed somebody would do. `reference` is what people quote: `NDMIG-2021-12-A3`. */
export const Action = z.object({
  id: Id,
  group: Ref,
  reference: z.string().min(1),
  /** Its place among the actions of its meeting, from 1. */
  number: z.int().positive(),
  text: z.string().min(1),
  wording: Wording,
  /** Empty only where the source names nobody. */
  owners: z.array(AgentRef),
  due: Due,
  status: z.enum(["open", "done"]),
  raisedAt: z.object({ meeting: Ref, item: Ref.nullable(), on: z.iso.date() }),
  access: Access,
  source: SourceRef.nullable(),
});
export type Action = Readonly<z.infer<typeof Action>>;

/** The reference of the `number`th action of a meeting: the group's code, the meeting's month (or day, where a month has two meetings), A1 and on. */
export const referenceOf = (
  code: string,
  heldOn: string,
  number: number,
  precision: "month" | "day" = "month",
): string => `${code}-${heldOn.slice(0, precision === "day" ? 10 : 7)}-A${number}`;
