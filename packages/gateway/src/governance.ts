import { ActionKind, type ActionOptions, ActionStatus, ownFieldFault } from "@remit/actions/module";
import { homeZone, Refusal, wordsOf, Zone } from "@remit/kernel";
import * as z from "zod";

/** What a directorate decides for itself; what it leaves out is as everybody has it. */
export interface Governance {
  /** The time zone of groups of which no other is said, by its IANA name. */
  readonly zone?: Zone;
  /** Its own kinds, statuses and fields of actions, and who may close them. */
  readonly actions?: ActionOptions;
}

const Fields = z.record(z.string(), z.unknown()).superRefine((fields, context) => {
  for (const [name, schema] of Object.entries(fields)) {
    const message = ownFieldFault(name, schema);
    if (message !== null) context.addIssue({ code: "custom", message, path: [name] });
  }
});

const OwnStatus = z.strictObject({
  of: ActionStatus,
  means: z.string().regex(/\w+\W+\w+/u, { error: "Say what it means, in a sentence." }),
});

const Given = z.strictObject({
  zone: Zone.optional(),
  actions: z
    .strictObject({
      closers: z.enum(["group", "secretariat"]).optional(),
      kinds: z.array(ActionKind).optional(),
      fields: Fields.optional(),
      statuses: z.record(ActionKind, OwnStatus).optional(),
    })
    .optional(),
});

/** What a directorate decided, with the rest filled in. Refuses with `GOVERNANCE` what cannot be, by the name of its key. */
export function settled(governance: Governance): Required<Governance> {
  const read = Given.safeParse(governance, { error: wordsOf });
  if (read.success) return { zone: homeZone, actions: {}, ...governance };
  const wrong = read.error.issues.map(
    ({ path, message }) => `${["governance", ...path].map(String).join(".")}: ${message}`,
  );
  throw new Refusal("GOVERNANCE", wrong.join(" "));
}
