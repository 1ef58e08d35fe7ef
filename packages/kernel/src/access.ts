import * as z from "zod";

/** Who may see a row, from everybody to a named few. */
export const Access = z.enum(["public", "group", "officials", "restricted"]);
export type Access = z.infer<typeof Access>;
