import { Access, AgentRef, Day, Id, PartialDate, Refusal } from "@remit/kernel";
import * as z from "zod";
import { beginning, isOn, overlap } from "./membership.ts";

/** What everything has that a group's secretariat keeps by verbs alone. */
export const keptByGroup = {
  id: Id,
  version: z.int().positive(),
  group: Id,
  access: Access,
  made: z.object({ by: AgentRef, on: Day }),
};

/** An office that people hold one after the other. `group` is that whose secretariat keeps the record of it. */
export const Post = z
  .object({
    ...keptByGroup,
    title: z.string().min(1).describe("The title of the post, such as Director of Streets."),
    organisation: Id.nullable(),
    places: z.int().positive().describe("The number of those who may hold the post at a time."),
    from: PartialDate.nullable().describe("When the post was made; null where nobody says."),
    to: PartialDate.nullable().describe("When the post ended or ends; null where none is set."),
  })
  .meta({ id: "Post", description: "An office that people hold one after the other." });
export type Post = Readonly<z.infer<typeof Post>>;

/** That a person holds a post for a time; `acting` where they stand in for whoever is to hold it. */
export const PostHolding = z.object({
  ...keptByGroup,
  post: Id,
  person: Id,
  acting: z.boolean(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
});
export type PostHolding = Readonly<z.infer<typeof PostHolding>>;

/** INV-G4: Who holds a post at a day, those who act first; nobody where it is vacant. */
export const holdersOn = (day: Day, holdings: readonly PostHolding[]): PostHolding[] =>
  holdings
    .filter((holding) => isOn(day, holding))
    .toSorted((one, other) => Number(other.acting) - Number(one.acting));

/** Refuses with `POST_FULL` one holder more than a post has places, with `HOLDS_ALREADY` whoever holds it at the time, and with `POST_ENDED` a time at which there is no such post. */
export function assertHolds(
  holding: PostHolding,
  post: Pick<Post, "places" | "from" | "to">,
  holdings: readonly PostHolding[],
): void {
  const { from, to, places } = post;
  const start = beginning(holding);
  if (
    (start !== null && !isOn(start, { from: null, to })) ||
    (from !== null && !overlap(holding, { from, to: null }))
  )
    throw new Refusal(
      "POST_ENDED",
      "The post is not there at the time: give days on which it is.",
      {
        path: ["from"],
      },
    );
  const beside = holdings.filter((other) => other.id !== holding.id && overlap(holding, other));
  if (beside.some(({ person }) => person === holding.person))
    throw new Refusal(
      "HOLDS_ALREADY",
      "The person holds the post at the time: end that first, or change its dates.",
      { path: ["person"] },
    );
  if (busiest(holding, beside) < places) return;
  const message = `The post has ${places === 1 ? "one place" : `${places} places`}, and ${places === 1 ? "it is" : "all are"} taken at the time: end what somebody holds first, or let the person act.`;
  throw new Refusal("POST_FULL", message, { path: ["from"] });
}

/** The most who hold a post beside, in the same way, on any day of a holding: the number grows only where one begins. */
function busiest(holding: PostHolding, beside: readonly PostHolding[]): number {
  const alike = beside.filter(({ acting }) => acting === holding.acting);
  const days = [holding, ...alike].map((each) => beginning(each) ?? "0001-01-01");
  return Math.max(
    ...days
      .filter((day) => day >= (beginning(holding) ?? "0001-01-01") && isOn(day, holding))
      .map((day) => alike.filter((each) => isOn(day, each)).length),
    0,
  );
}
