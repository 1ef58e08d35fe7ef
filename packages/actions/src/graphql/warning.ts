import { type Builder, nameless } from "@remit/graphql";
import { warningOf } from "../dependency.ts";
import { type defineActionTypes, referenceOrder } from "./action.ts";
export type {} from "../store.ts";

/** What speaks against how far an action has come: asked for with the answer of a verb, or at any time after. */
export function defineWarnings(
  builder: Builder,
  { Action }: Pick<ReturnType<typeof defineActionTypes>, "Action">,
): void {
  const Warning = builder.table("actions.warning", {
    name: "ActionWarning",
    key: "id",
    keyFormat: /^[0-9a-f-]{36} [0-9a-f-]{36}$/u,
    description: "What speaks against what was done; it stopped nobody.",
    visible: { through: Action, column: "other_id" },
  });
  builder.objectFields(Warning, (t) => {
    const said = (key: "code" | "message", description: string) =>
      t.computed(
        "String",
        ["reference", "other_id", "other_reference", "other_status"],
        ({ other_id: id, other_reference, other_status: status, ...action }) =>
          warningOf(action, { id, reference: other_reference, status })[key],
        { description, extensions: nameless("made") },
      );
    return {
      code: said("code", "A word to branch on: the id of the rule."),
      message: said("message", "What to tell whoever did it."),
      waitsFor: t.one(Action, {
        on: { id: "other_id" },
        nullable: false,
        description: "The action that is to be finished first.",
      }),
    };
  });
  builder.objectField(Action, "warnings", (t) =>
    t.many(Warning, {
      on: { action_id: "id" },
      order: [{ by: (row) => referenceOrder({ reference: row.other_reference }) }],
      size: 1,
      description: "Actions that this one waits for, and was started or completed before.",
    }),
  );
}
