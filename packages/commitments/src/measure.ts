import * as z from "zod";

/** What sort of number is meant. Only a count has a floor: nobody can have fewer than none. */
export const Measure = z.enum(["count", "percentage", "rate", "ratio", "currency", "index"]);
export type Measure = z.infer<typeof Measure>;

export const Direction = z.enum(["increase", "decrease"]);
export type Direction = z.infer<typeof Direction>;
