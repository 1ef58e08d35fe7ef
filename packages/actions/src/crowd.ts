import {
  type AgentRef,
  type Id,
  isWithin,
  type PartialDate,
  sameAgent,
  type Selector,
} from "@remit/kernel";

/** That somebody belonged to a group as its member, official and so on; from or to null where nobody knows an end. */
export interface Belonging {
  readonly agent: AgentRef;
  readonly group: Id;
  readonly selector: Exclude<Selector, "everyone">;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

type Collective = Extract<AgentRef, { kind: "collective" }>;

/** Who made up a crowd on its day, as whoever keeps memberships and attendance tells. Later changes make no difference. */
export const crowdOf = (crowd: Collective, belongings: readonly Belonging[]): AgentRef[] =>
  belongings
    .filter(({ group }) => group === crowd.group)
    .filter(({ selector }) => crowd.selector === "everyone" || selector === crowd.selector)
    .filter((belonging) => isWithin(crowd.asOf, belonging))
    .map(({ agent }) => agent)
    .filter((agent, index, all) => all.findIndex((earlier) => sameAgent(earlier, agent)) === index);
