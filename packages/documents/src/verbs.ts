import { confirmFact } from "./verbs/confirm.ts";
import { correctFact } from "./verbs/correct.ts";
import { rejectFact } from "./verbs/reject.ts";

/** Every answer to a fact, by its name. */
export const factVerbs = { confirm: confirmFact, correct: correctFact, reject: rejectFact };
