import { type ActionTypes, isLive } from "@remit/actions/graphql";
import { type Builder, byAccessAndDraft } from "@remit/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
export type {} from "./store.ts";

export function linkActionCommitments(
  builder: Builder,
  { Action }: ActionTypes,
  { Commitment }: CommitmentTypes,
) {
  // Seen where its action is seen, whose access it carries: a reason may quote it. The commitment has its own rule.
  const Contribution = builder.table("gateway.action_commitment", {
    name: "ActionContribution",
    key: "id",
    description: "That an action contributes to a commitment, with the reason for saying so.",
    unique: [["action_id", "commitment_id"]],
    visible: byAccessAndDraft,
  });
  builder.objectFields(Contribution, (t) => ({
    action: t.one(Action, { on: { id: "action_id" }, description: "The action." }),
    commitment: t.one(Commitment, { on: { id: "commitment_id" }, description: "The commitment." }),
    basis: t.expose("basis", { type: builder.Basis, description: "How it is known." }),
    reason: t.text("reason", { description: "Why somebody says so." }),
  }));
  builder.objectField(Action, "contributesTo", (t) =>
    t.many(Contribution, {
      on: { action_id: "id" },
      order: ["commitment_id"],
      size: 1,
      description: "The commitments that it helps to keep.",
    }),
  );
  builder.objectFields(Commitment, (t) => ({
    contributions: t.many(Contribution, {
      on: { commitment_id: "id" },
      order: ["id"],
      description: "The actions that help to keep it.",
    }),
    openActionCount: t.count(Contribution, {
      on: { commitment_id: "id" },
      where: isLive,
      description: "How many of the actions that help to keep it are open.",
    }),
  }));
  return { ActionContribution: Contribution };
}
