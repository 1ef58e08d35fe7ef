import { type ActionTypes, isLive } from "@remit/actions/graphql";
import { type Builder, byAccessAndDraft } from "@remit/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
export type {} from "./store.ts";

/** Links actions with the commitments that they serve. */
export function linkActionCommitments(
  builder: Builder,
  { Action }: ActionTypes,
  { Commitment }: CommitmentTypes,
) {
  // Seen where its action is seen, whose access it carries: a reason may quote it. The commitment has its own rule.
  const Contribution = builder.table("gateway.action_commitment", {
    name: "ActionContribution",
    key: "id",
    description: "That an action helps to keep a commitment, with the reason for saying so.",
    unique: [["action_id", "commitment_id"]],
    visible: byAccessAndDraft,
  });
  builder.objectFields(Contribution, (t) => ({
    action: t.one(Action, {
      on: { id: "action_id" },
      description: "The action that helps to keep the commitment.",
    }),
    commitment: t.one(Commitment, {
      on: { id: "commitment_id" },
      description: "The commitment that the action helps to keep; null where you may not see it.",
    }),
    basis: t.expose("basis", {
      type: builder.Basis,
      description: "Whether the contribution is stated in its source, inferred or edited.",
    }),
    reason: t.text("reason", {
      description: "The reason for saying that the action helps to keep the commitment.",
    }),
  }));
  builder.objectField(Action, "contributesTo", (t) =>
    t.many(Contribution, {
      on: { action_id: "id" },
      order: ["commitment_id"],
      size: 1,
      description:
        "The commitments that the action helps to keep, each with the reason for saying so.",
    }),
  );
  builder.objectFields(Commitment, (t) => ({
    contributions: t.many(Contribution, {
      on: { commitment_id: "id" },
      order: ["id"],
      description:
        "The actions that help to keep the commitment, each with the reason for saying so.",
    }),
    openActionCount: t.count(Contribution, {
      on: { commitment_id: "id" },
      where: isLive,
      description:
        "How many of the actions that help to keep the commitment still wait to be done.",
    }),
  }));
  return { ActionContribution: Contribution };
}
