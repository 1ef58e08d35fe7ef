/** A slug as somebody typed it, in the letters in which slugs are kept. */
export const foldSlug = (typed: string): string => typed.trim().toLowerCase().normalize("NFC");

/** A reference as somebody typed it, such as `ndmig-2021-12-a3`, in the letters in which references are kept. */
export const foldReference = (typed: string): string => typed.trim().toUpperCase();

/** A slug that is not among those taken: the slug itself, or with the first number from 2 on that makes it free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
  return free;
}

/** Latin letters that are no other letter with a mark. */
const latin: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ŧ: "t",
  ə: "e",
};

/**
 * A name as it stands in an address: small letters, digits and single hyphens. Latin letters lose their marks; those of
 * other scripts stay as they are, for an address may hold them, and a spelling in Latin letters would be a guess.
 */
export const slugify = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}|['’ʻʼ]/gu, "")
    .toLowerCase()
    .replace(/[^a-z]/gu, (letter) => latin[letter] ?? letter)
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
