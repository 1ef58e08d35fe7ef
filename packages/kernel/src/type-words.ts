/** A type as a sentence names it: `action log snapshot`. */
export const typeInWords = (type: string): string =>
  type.replace(/(?<=[a-z])[A-Z]/gu, " $&").toLowerCase();

/** The same with its article: `an action`. */
export const aType = (type: string): string =>
  `${/^[AEIOU]/u.test(type) ? "an" : "a"} ${typeInWords(type)}`;
