import { AgentRef, Day, Refusal, sameAgent, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Words } from "./stamp.ts";

/** What somebody says about their part of an action. */
export const PartStatus = vocabulary("PartStatus", "What an owner says about their part.", {
  pending: "The owner has said nothing yet.",
  acknowledged: "The owner knows of the action.",
  done: "The owner's part is done.",
  declined: "The owner will not do it.",
  "not-applicable": "The action does not concern the owner.",
});
export type PartStatus = z.infer<typeof PartStatus>;

const said = {
  status: PartStatus.default("pending").describe("The status of the part, as the owner gave it."),
  on: Day.nullable()
    .default(null)
    .describe("The day on which the owner said so last; null where it is not known."),
  note: Words.nullable()
    .default(null)
    .describe("The owner's own words; null where there are none."),
};

/** What somebody said about their part. */
export const Answer = z
  .object(said)
  .meta({ id: "OwnerAnswer", description: "What an owner had said about their part before." });
export type Answer = Readonly<z.infer<typeof Answer>>;

const part = {
  agent: AgentRef.describe("The agent whose part it is."),
  ...said,
  earlier: z
    .array(Answer)
    .default([])
    .describe("Earlier answers for the part, the first one first."),
};

/** One agent's part: an owner's own, or that of one person of a crowd. */
export const Assignment = z
  .object(part)
  .meta({ id: "OwnerPart", description: "One person's part in what a crowd owns." });
export type Assignment = Readonly<z.infer<typeof Assignment>>;

/** What an owner is to an action. */
export const OwnerRole = vocabulary("OwnerRole", "What an owner is to an action.", {
  lead: "Answers for the action.",
  "co-owner": "Shares the action with others.",
  support: "Helps, and is not asked whether it is done.",
  "not-stated": "The source does not say.",
});
export type OwnerRole = z.infer<typeof OwnerRole>;

const ownerSchema = z.object({
  ...part,
  role: OwnerRole.default("not-stated").describe("What the owner is to the action."),
  assignments: z.array(Assignment).nullable().default(null).meta({
    field: "parts",
    description: "For a crowd that was shared out: the part of each of its people; else empty.",
  }),
});
type OwnerType = typeof ownerSchema;
// Named, so that the declarations of whatever has owners do not repeat it.
export interface OwnerSchema extends OwnerType {}

/**
 * Whoever an action is for: any agent, member or guest. A crowd that has been fanned out has an assignment for each of
 * those who made it up on its day, and they stay whoever joins or leaves.
 */
export const Owner: OwnerSchema = ownerSchema;
export type Owner = Readonly<z.infer<typeof Owner>>;

/** What is wrong with a list of owners, or null. */
export function ownersRefusal(owners: readonly Owner[]): Refusal | null {
  if (owners.filter(({ role }) => role === "lead").length > 1) {
    return refusal("INV-A4", "Only one owner can lead. Make the others co-owners.");
  }
  for (const { agent, assignments } of owners) {
    if (assignments === null) continue;
    if (agent.kind === "person" || agent.kind === "unresolved") {
      return refusal("INV-A6", `${agent.label} is nobody but themselves: nothing to share out.`);
    }
    if (hasTwins(assignments)) return refusal("INV-A6", "Name each person of a crowd once.");
  }
  return null;
}

const refusal = (code: string, message: string) => new Refusal(code, message, { path: ["owners"] });

const hasTwins = (parts: readonly Assignment[]) =>
  parts.some(({ agent }, index) =>
    parts.slice(0, index).some((earlier) => sameAgent(earlier.agent, agent)),
  );

/** Everybody who has a part, each person of a fanned-out crowd by themselves. Whoever only supports is left out. */
export const partsOf = (owners: readonly Owner[]): readonly Assignment[] =>
  owners
    .filter(({ role }) => role !== "support")
    .flatMap((owner): readonly Assignment[] => owner.assignments ?? [owner]);

/** Refuses with `NOT_OWNER` whoever is no owner, nor one of an owner's people. */
export function assertPart(owners: readonly Owner[], agent: AgentRef): void {
  const parts = [...owners, ...owners.flatMap(({ assignments }) => assignments ?? [])];
  if (!parts.some((part) => sameAgent(part.agent, agent))) throw notOwner(agent, owners);
}

export function notOwner({ label }: AgentRef, owners: readonly Owner[]): Refusal {
  const names = partsOf(owners).map(({ agent }) => agent.label);
  const instead =
    names.length === 0
      ? "Reassign the action first."
      : `Name one of its owners (${names.join(", ")}), or reassign the action first.`;
  return new Refusal("NOT_OWNER", `${label} has no part in it. ${instead}`, { path: ["owner"] });
}

const plain = (name: string) => name.replace(/\s+/gu, " ").trim().toLocaleLowerCase("en");

/**
 * Whoever has a part under a name, as the log shows it. Refuses with `OWNER_AMBIGUOUS` where several have that name;
 * undefined where nobody has.
 */
export function partNamed(owners: readonly Owner[], name: string): AgentRef | undefined {
  const agents = [...owners, ...owners.flatMap(({ assignments }) => assignments ?? [])]
    .map(({ agent }) => agent)
    .filter(({ label }) => plain(label) === plain(name))
    .filter((agent, index, all) => all.findIndex((one) => sameAgent(one, agent)) === index);
  if (agents.length < 2) return agents[0];
  const message = `${agents.length} of its owners are called ${name}: give the id of the one that you mean.`;
  throw new Refusal("OWNER_AMBIGUOUS", message, { path: ["owner"] });
}

/** The owners, after the parts that `agent` has in it are rewritten; what they had said before stays. */
export const withPart = (
  owners: readonly Owner[],
  agent: AgentRef,
  said: Partial<Pick<Assignment, "status" | "on" | "note">>,
): Owner[] =>
  owners.map((owner) => {
    const assignments = owner.assignments?.map((each) =>
      sameAgent(each.agent, agent) ? { ...each, ...said, earlier: earlierOf(each, said) } : each,
    );
    const own = sameAgent(owner.agent, agent) ? { ...said, earlier: earlierOf(owner, said) } : {};
    return { ...owner, ...own, assignments: assignments ?? null };
  });

/** What was said before, with the last answer where the new one does not repeat it. */
function earlierOf(
  { status, on, note, earlier }: Assignment,
  said: Partial<Pick<Assignment, "status" | "on" | "note">>,
): Answer[] {
  const unsaid = on === null && note === null;
  const now = { status, on, note, ...said };
  const repeated = now.status === status && now.on === on && now.note === note;
  return unsaid || repeated ? [...earlier] : [...earlier, { status, on, note }];
}

/** A crowd as an action holds it: the same people, of the day on which they were named. Anybody else is who they are. */
export const asHeld = (
  { owners }: { readonly owners: readonly Owner[] },
  agent: AgentRef,
): AgentRef =>
  agent.kind !== "collective"
    ? agent
    : (owners.find(
        (owner) => owner.agent.kind === "collective" && owner.agent.selector === agent.selector,
      )?.agent ?? agent);

/** The owner that a caller means: by name, whoever has a part under it; else whoever the id or the crowd is. */
export const ownerMeant = (
  held: { readonly owners: readonly Owner[] },
  agent: AgentRef,
): AgentRef =>
  (agent.kind === "unresolved" ? partNamed(held.owners, agent.label) : undefined) ??
  asHeld(held, agent);

/** To whoever may speak for one of several, and does not say for whom. */
export function ownerMissing({ owners }: { readonly owners: readonly Owner[] }): Refusal {
  const names = partsOf(owners).map(({ agent }) => agent.label);
  const message = `Say whose part it is, with owner: by id, or by name (${names.join(", ")}).`;
  return new Refusal("OWNER_MISSING", message, { path: ["owner"] });
}

/** Whether an owner is several people, or may be. */
export const isBody = ({ agent }: Owner): boolean =>
  agent.kind !== "person" && agent.kind !== "unresolved";
