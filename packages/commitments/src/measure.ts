import { vocabulary } from "@remit/kernel";
import type * as z from "zod";

/** What sort of number is meant. Only a count has a floor: nobody can have fewer than none. */
export const Measure = vocabulary("Measure", "What sort of number an indicator gives.", {
  count: "A number of things or people.",
  percentage: "A share in a hundred.",
  rate: "A number for so many people or so much time.",
  ratio: "One number divided by another.",
  currency: "An amount of money.",
  index: "A number against a base period or value.",
});
export type Measure = z.infer<typeof Measure>;

/** Which way a figure is to change. */
export const Direction = vocabulary(
  "TargetDirection",
  "Which way a target's figure is to change.",
  {
    increase: "The figure is to grow.",
    decrease: "The figure is to shrink.",
  },
);
export type Direction = z.infer<typeof Direction>;
