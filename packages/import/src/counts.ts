import type { ImportReport } from "./report.ts";

/** Nouns that do not take an s. */
const irregular: Readonly<Record<string, string>> = { series: "series" };

/** A number of things in words: `1 action`, `9 persons`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : (irregular[noun] ?? `${noun}s`)}`;

/** What an import made, in words; what there is none of is left out. */
export const createdInWords = (created: ImportReport["created"]): string =>
  Object.entries(created)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => counted(count, kind))
    .join(", ") || "nothing new";
