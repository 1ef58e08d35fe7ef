import * as z from "zod";
import { Day } from "./day.ts";
import { aType } from "./type-words.ts";
import { vocabulary } from "./vocabulary.ts";

/** A UUIDv7 as text. The caller makes it; no function of these packages does. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** Points at something that may live in another package. The label is what was written at the time. */
export const Ref = z
  .object({ type: z.string().min(1), id: Id, label: z.string().min(1) })
  .meta({ id: "Reference" });
export type Ref = Readonly<z.infer<typeof Ref>>;

const label = z.string().trim().min(1);
const known = { id: Id, label };

/** Members, officials, whoever was there: a crowd that is named by what it has in common. */
export const Selector = vocabulary("Selector", "What the people of a collective have in common.", {
  members: "The members of the group.",
  officials: "The officials who work with the group.",
  attendees: "Those who were at the meeting.",
  secretariat: "The secretariat of the group.",
  everyone: "Everybody whom the meeting could mean.",
});
export type Selector = z.infer<typeof Selector>;

/** Whoever acts. `unresolved` keeps a name as written until somebody says who it is. */
export const AgentRef = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("person"), ...known }),
    z.object({ kind: z.literal("organisation"), ...known }),
    z.object({ kind: z.literal("post"), ...known }),
    z.object({ kind: z.literal("group"), ...known }),
    z.object({
      kind: z.literal("collective"),
      label,
      group: Id,
      selector: Selector,
      /** Who belonged to the crowd is asked of this day, whatever happens later. */
      asOf: Day,
    }),
    z.object({ kind: z.literal("unresolved"), label }),
  ])
  .meta({ id: "NamedAgent" });
export type AgentRef = Readonly<z.infer<typeof AgentRef>>;

/** What sort of agent somebody is. */
export const AgentKind = vocabulary("AgentKind", "What sort of agent is meant.", {
  person: "A person, known by name.",
  organisation: "An organisation, such as a charity.",
  post: "Whoever holds a post at the time.",
  group: "A group that meets.",
  collective: "Several people, named by what they have in common.",
  unresolved: "A name that nobody has placed yet.",
} satisfies Record<AgentRef["kind"], string>);
export type AgentKind = z.infer<typeof AgentKind>;

/** A reference by what sort of thing it points at, for whoever may not be told its name: `a meeting`. */
export const unnamed = <Pointing extends Ref>(ref: Pointing): Pointing => ({
  ...ref,
  label: aType(ref.type),
});

/** Whether two references mean the same agent, whatever their labels. */
export function sameAgent(one: AgentRef, other: AgentRef): boolean {
  if (one.kind === "collective" && other.kind === "collective") {
    return one.group === other.group && one.selector === other.selector && one.asOf === other.asOf;
  }
  if ("id" in one && "id" in other) return one.kind === other.kind && one.id === other.id;
  return one.kind === "unresolved" && other.kind === "unresolved" && one.label === other.label;
}
