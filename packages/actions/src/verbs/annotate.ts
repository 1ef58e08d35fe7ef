import { keepers, Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Action } from "../action.ts";
import type { OwnFields } from "../own.ts";
import { assertStatus, type OwnStatuses } from "../own-status.ts";
import { ActionStatus } from "../status.ts";
import { actionVerb } from "../verb.ts";

/** Writes fields of a directorate's own, whatever the status of the action. */
export const annotateWith = (fields: OwnFields, statuses: OwnStatuses = {}) =>
  actionVerb("annotate", {
    says: "Writes the fields of an action that the directorate keeps beside those of everybody.",
    from: ActionStatus.options,
    to: "same",
    by: keepers,
    refuses: Object.keys(statuses).length === 0 ? [] : ["STATUS_DIFFERS"],
    input: {
      ...Object.fromEntries(
        Object.entries(fields).map(([name, schema]) => [name, schema.optional()]),
      ),
      clear: z
        .array(z.string().max(60))
        .max(100)
        .optional()
        .describe("The names of the directorate's own fields that are to be empty."),
    },
    step: (action, said) => {
      const { own = {} } = action;
      const told: Readonly<Record<string, unknown>> = said;
      assertStatus(told["ownStatus"], action, statuses);
      const { clear = [] } = said;
      const unknown = clear.find((name) => fields[name] === undefined);
      const names = Object.keys(fields).filter((name) => told[name] !== undefined);
      if (unknown !== undefined || names.length + clear.length === 0) {
        const known = Object.keys(fields).join(", ");
        const path = unknown === undefined ? [] : ["clear"];
        throw new Refusal("INVALID_INPUT", `Name a field of the directorate's own: ${known}.`, {
          path,
        });
      }
      const kept = Object.entries(own).filter(([name]) => !clear.includes(name));
      const written = names.map((name) => [name, told[name]]);
      return { own: Object.fromEntries([...kept, ...written]) satisfies Action["own"] };
    },
  });
