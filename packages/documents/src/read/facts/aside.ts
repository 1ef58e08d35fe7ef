import { groupOf, type Passage } from "../source/passage.ts";
import { postOrBody } from "../vocabulary/english.ts";

/** "Dr R. Stane Medical Director": initials and a surname. */
export const initialled =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr)\.? )?(?:\p{Lu}\.? ?){1,3}\p{Lu}\p{Ll}[\p{L}'’-]+(?= \p{Lu})/u;

const bracketed = /^[([](?<inside>[^()[\]]{1,60})[)\]](?: [-–—]|,) (?<after>.+)$/du;
const pronouns = /, ?(?:she|he|they)\/(?:her|him|them)(?:\/\p{L}+)?$/iu;

/** "(Kit) - Treasurer" is a nickname and a post, "(Peat Trust) - left early" a body and a note. */
export function withoutAside(role: Passage): { role: Passage; note: Passage | null } {
  const found = bracketed.exec(role.plain);
  const [inside, after] =
    found === null ? [null, null] : [groupOf(role, found, "inside"), groupOf(role, found, "after")];
  if (inside === null || after === null) return { role: role.without(pronouns), note: null };
  const posted = postOrBody.test(after.plain);
  if (!posted && !/^\p{Lu}?\p{Ll}+(?: |$)/u.test(after.plain)) return { role, note: null };
  return posted ? { role: after, note: inside } : { role: inside, note: after };
}
