import * as z from "zod";
import type { Actor } from "./actor.ts";
import { Refusal } from "./refusal.ts";
import type { AnyVerb, Subject } from "./verb.ts";

/** The schema of a field of a directorate's own: what one field of a thing may hold. */
export type OwnField = z.ZodType<string | number | boolean>;

/** Fields that a directorate keeps of a noun beside those that everybody does, by their names. */
export type OwnFields = Readonly<Record<string, OwnField>>;

/** What a directorate keeps of a thing beside that, by the names of its own fields; absent where it keeps nothing. */
export const Own = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type Own = Readonly<z.infer<typeof Own>>;

/** What is wrong with a field of a directorate's own, in words; null where nothing is. */
export function ownFieldFault(name: string, schema: unknown): string | null {
  if (!/^[a-z][A-Za-z0-9]{0,59}$/u.test(name))
    return "Write the name with letters and digits, a small letter first, such as riskRating.";
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

/** How a verb is said that writes fields of a directorate's own: `whose` is a thing of its noun as a sentence names it. */
export const annotation = (whose: string, fields: OwnFields) => ({
  says: `Writes the fields of ${whose} that the directorate keeps beside those of everybody.`,
  input: {
    ...Object.fromEntries(
      Object.entries(fields).map(([name, schema]) => [name, schema.optional()]),
    ),
    clear: z
      .array(z.string().max(60))
      .max(100)
      .optional()
      .describe("The names of the directorate's own fields that are to be empty."),
  },
  step: ({ own }: { readonly own?: Own | undefined }, told: Annotating): { readonly own: Own } => ({
    own: annotated(own ?? {}, told, fields),
  }),
});

/** Words for fields, by their names, and the names of those that are to be empty. */
interface Annotating {
  readonly clear?: readonly string[] | undefined;
}

function annotated(own: Own, told: Annotating, fields: OwnFields): Own {
  const { clear = [] } = told;
  const written = Object.entries(told).filter(
    ([name, value]) => fields[name] !== undefined && value !== undefined,
  );
  const unknown = clear.find((name) => fields[name] === undefined);
  if (unknown !== undefined || written.length + clear.length === 0) {
    const message = `Name a field of the directorate's own: ${Object.keys(fields).join(", ")}.`;
    throw new Refusal("INVALID_INPUT", message, { path: unknown === undefined ? [] : ["clear"] });
  }
  const kept = Object.entries(own).filter(([name]) => !clear.includes(name));
  return Own.parse(Object.fromEntries([...kept, ...written]));
}

/** A rule of a directorate's own, which stands in the way of a verb beside whatever else does. */
export interface Guard<Thing> {
  /** What it asks for, as a sentence: the description of its refusal. */
  readonly says: string;
  /** Why the verb cannot be done to the thing by this caller, as a sentence; null where it can. */
  readonly refuses: (thing: Thing, caller: Actor) => string | null;
}

/** What a directorate decides of a noun whose verbs have these names. */
export interface NounOptions<Thing extends Subject, Name extends string> {
  /** Fields that it keeps of each beside those that everybody does. */
  readonly fields?: OwnFields;
  /** Rules that stand in the way of verbs beside those that everybody has. */
  readonly guards?: { readonly [Each in Name]?: Guard<Thing> };
}

/** The verbs of a noun as a directorate has them: each behind its guard and, where it keeps fields of its own, with the one that writes those. */
export function verbsWith<Thing extends Subject, Name extends string>(
  verbs: Readonly<Record<Name, AnyVerb<Thing>>>,
  annotate: (fields: OwnFields) => AnyVerb<Thing>,
  { fields = {}, guards = {} }: NounOptions<Thing, Name>,
): Readonly<Record<string, AnyVerb<Thing>>> {
  const rules = new Map<string, Guard<Thing> | undefined>(Object.entries(guards));
  const behind = Object.entries<AnyVerb<Thing>>(verbs).map(([name, verb]) => {
    const guard = rules.get(name);
    return [name, guard === undefined ? verb : guarded(verb, guard)];
  });
  const own = Object.keys(fields).length === 0 ? {} : { annotate: annotate(fields) };
  return { ...Object.fromEntries(behind), ...own };
}

/** A guard is asked after all that the verb itself asks, so that none takes anything of it away. */
const guarded = <Thing extends Subject>(
  verb: AnyVerb<Thing>,
  { says, refuses }: Guard<Thing>,
): AnyVerb<Thing> => ({
  ...verb,
  refuses: { ...verb.refuses, OWN_RULE: says },
  refusal: (caller, thing) => {
    const refusal = verb.refusal(caller, thing);
    if (refusal !== null) return refusal;
    const reason = refuses(thing, caller);
    return reason === null ? null : new Refusal("OWN_RULE", reason);
  },
});
