import * as z from "zod";
import { Core } from "./action.ts";

/** The schema of a field of a directorate's own: what one field of an action may hold. */
export type OwnField = z.ZodType<string | number | boolean>;

/** Fields that a directorate keeps of actions beside those that everybody does, by their names. */
export type OwnFields = Readonly<Record<string, OwnField>>;

/** Names that an action has already, in its record, in the graph or in what its verbs are told. */
const taken: ReadonlySet<string> = new Set([
  ...Object.keys(Core.shape),
  ..."by clear closure done dueBefore expectedVersion history idempotencyKey item meeting moves on overdue owner ownStatus".split(
    " ",
  ),
  ..."raisedAt record started status successors waitsFor warnings".split(" "),
]);

/** What is wrong with a field of a directorate's own, in words; null where nothing is. */
export function ownFieldFault(name: string, schema: unknown): string | null {
  if (!/^[a-z][A-Za-z0-9]{0,59}$/u.test(name))
    return "Write the name with letters and digits, a small letter first, such as riskRating.";
  if (taken.has(name)) return "An action has a field of this name already. Choose another.";
  if (!(schema instanceof z.ZodType)) return "Give a Zod schema.";
  if (schema.safeParse(undefined).success || schema.safeParse(null).success)
    return "Leave out optional and nullable: a field of one's own may always be empty.";
  const { type, $defs = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  // What has a name of its own is a definition beside.
  const [named] = Object.values($defs);
  if (!["string", "integer", "number", "boolean"].includes(String(type ?? named?.type)))
    return "Give a text, a number, a day, a boolean or a vocabulary.";
  if (schema.description === undefined) return "Describe it: what it holds, in a sentence.";
  return null;
}
