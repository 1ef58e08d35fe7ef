import type { ObjectRef } from "@pothos/core";
import type { Builder } from "./builder.ts";
import { capital } from "./capital.ts";
import { enumValues } from "./enum-values.ts";
import type { Refused } from "./refusal.ts";

type Types = Builder["$inferSchemaTypes"];

/** The refusal of one verb: what all have in common and, where it has reasons of its own, which of them it is. */
export function refusalOf(
  builder: Builder,
  verb: string,
  refuses: Readonly<Record<string, string>>,
): ObjectRef<Types, Refused> {
  const name = `${capital(verb)}Refusal`;
  const ref = builder.objectRef<Refused>(name);
  const description = `Why ${verb} was refused. Nothing was changed.`;
  if (Object.keys(refuses).length === 0)
    return ref.implement({ description, interfaces: [builder.Refusal] });
  const Reason = builder.enumType(`${name}Reason`, {
    description: `The reasons of its own for which ${verb} may be refused.`,
    values: enumValues(refuses),
  });
  return ref.implement({
    description,
    interfaces: [builder.Refusal],
    fields: (t) => ({
      reason: t.field({
        type: Reason,
        nullable: true,
        description: `The reason of its own for which ${verb} was refused; null for what any verb may be refused with.`,
        resolve: ({ code }) => (code in refuses ? code : null),
      }),
    }),
  });
}
