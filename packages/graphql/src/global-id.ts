import { Id } from "@remit/kernel";
import * as z from "zod";

/** What a global id says. */
export interface GlobalId {
  readonly type: string;
  readonly id: Id;
}

/** Reads a global id, `Meeting:0190…`, of one of these types. */
export const globalId = (...types: readonly string[]) =>
  z.string().transform((text, context): GlobalId => {
    const [type = "", id = "", ...rest] = text.split(":");
    if (types.includes(type) && Id.safeParse(id).success && rest.length === 0) return { type, id };
    const message = `Give the id of a ${types.join(" or ")}, as the graph gives it.`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
