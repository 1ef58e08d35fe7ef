import * as z from "zod";

/** An enum whose words are said once: its name in the graph, what it is, and what each value means. */
export const vocabulary = <const Value extends string>(
  id: string,
  description: string,
  words: Readonly<Record<Value, string>>,
): z.ZodEnum<{ [Each in Value]: Each }> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names of the keys
  const values = Object.fromEntries(Object.keys(words).map((value) => [value, value])) as {
    [Each in Value]: Each;
  };
  return z.enum(values).meta({ id, description, words });
};

/** How the members of a union are told apart: by the word that each holds under a name. */
export const toldApartBy = (
  property: string,
  words: z.ZodType,
): { readonly discriminator: object } => ({
  discriminator: { property, ...z.globalRegistry.get(words) },
});
