import * as z from "zod";
import { later, type Place, type Pointed, pointedBy } from "./given.ts";
import { AgentRef, Id, Selector } from "./ref.ts";
import { withPointed, withSettled } from "./said.ts";
import { isStorable } from "./text.ts";
import { aType } from "./type-words.ts";

/** Any text that a caller writes: up to 10,000 characters, all of which can be stored. */
export const FreeText = z
  .string()
  .max(10_000)
  .refine(isStorable, { error: "Send whole characters, and not NUL." });

/** A text of at least one character beside white space, which is trimmed. */
export const Note = FreeText.trim().min(1);

/** The global id, `Meeting:0190…`, of a thing of one of these types; a verb's step is given the thing's reference. */
export const refTo = (...types: [string, ...string[]]) => withPointed(pointing(types));

const pointing = (types: readonly string[]) =>
  z
    .string()
    .transform((text, context): Pointed => {
      const [type = "", id = "", ...rest] = text.split(":");
      if (types.includes(type) && Id.safeParse(id).success && rest.length === 0)
        return pointedBy(type, id);
      const message = `Give the id of ${types.map(aType).join(" or ")}, such as ${types[0]}:0190….`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .meta({ refTo: types });

/** An object of which exactly one member is given. */
export const exactlyOne = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .strictObject(shape)
    .partial()
    .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
      error: "Give exactly one of these.",
    })
    .meta({ minProperties: 1, maxProperties: 1 });

/** Whoever acts, as a caller names them. A crowd is that of the group whose record it is, on the day. */
export const AgentInput = withSettled(
  exactlyOne({
    person: refTo("Person").describe("The id of a person."),
    organisation: refTo("Organisation").describe("The id of an organisation."),
    group: refTo("Group").describe("The id of a group."),
    collective: z
      .object({
        selector: Selector.describe("The words for what the people of the crowd have in common."),
        label: Note.describe("The name of the crowd, such as Members."),
      })
      .meta({ id: "CollectiveInput", description: "A crowd of the group, as it is on the day." })
      .describe("A crowd of the group."),
    name: Note.describe("A name that nobody has placed yet."),
  })
    .transform((given) => later(given, agentOf))
    .meta({
      id: "AgentInput",
      description: "One way to name whoever acts.",
      minProperties: 1,
      maxProperties: 1,
    }),
  AgentRef,
);

interface GivenAgent {
  readonly person?: Pointed | undefined;
  readonly organisation?: Pointed | undefined;
  readonly group?: Pointed | undefined;
  readonly collective?: { readonly selector: Selector; readonly label: string } | undefined;
  readonly name?: string | undefined;
}

function agentOf(given: GivenAgent, { group, on }: Place): AgentRef {
  const { collective, name = "" } = given;
  if (collective) return { kind: "collective", group, asOf: on, ...collective };
  for (const kind of ["person", "organisation", "group"] as const) {
    const found = given[kind];
    if (found) return { kind, id: found.id, label: found.label };
  }
  return { kind: "unresolved", label: name };
}
