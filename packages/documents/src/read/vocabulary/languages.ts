import { gaelic } from "./gaelic.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { welsh } from "./welsh.ts";

/** The languages that are read beside English: Scottish Gaelic and Welsh. */
export const vocabularies: readonly Vocabulary[] = [gaelic, welsh];
