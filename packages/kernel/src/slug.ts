/** A slug as somebody typed it, in the letters in which slugs are kept. */
export const foldSlug = (typed: string): string => typed.trim().toLowerCase();

/** A reference as somebody typed it, such as `ndmig-2021-12-a3`, in the letters in which references are kept. */
export const foldReference = (typed: string): string => typed.trim().toUpperCase();

/** A name as it stands in an address: lower-case ASCII letters, digits and single hyphens. */
export const slugify = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
