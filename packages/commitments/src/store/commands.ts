import { type Command, commandsOf } from "@remit/database";
import {
  commitmentVerbs,
  makeCommitment,
  observationVerbs,
  recordObservation,
  setTarget,
  targetVerbs,
} from "../verbs.ts";
import { commitmentKeeping, observationKeeping, targetKeeping } from "./keeping.ts";

/** Every verb of commitments, targets and figures, as it is done on a database. */
export const commands: Readonly<Record<"commitments" | "targets" | "observations", Command[]>> = {
  commitments: commandsOf({
    makers: [makeCommitment],
    verbs: Object.values(commitmentVerbs),
    keeping: commitmentKeeping,
  }),
  targets: commandsOf({
    makers: [setTarget],
    verbs: Object.values(targetVerbs),
    keeping: targetKeeping,
  }),
  observations: commandsOf({
    makers: [recordObservation],
    verbs: Object.values(observationVerbs),
    keeping: observationKeeping,
  }),
};
