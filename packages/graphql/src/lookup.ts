import { type Param, parseId } from "@remit/pothos-kysely";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The key that a global id of this type holds; null for every other text, which finds nothing. */
export const keyIn = (id: Param<string>, type: string): Param<string | null> =>
  id.map((text) => {
    const parsed = parseId(text);
    return parsed?.type === type && uuid.test(parsed.key) ? parsed.key : null;
  });
