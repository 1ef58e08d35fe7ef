import { type Builder, byLevel, enumOf, nameless, type TableRef } from "@remit/graphql";
import { type NotComputable, NotComputableReason } from "@remit/kernel";
import { isMet, type Progress, progressOf } from "../progress.ts";
import { measuredColumns, measuredOf } from "../store.ts";

type Ref<Table extends "commitments.observation" | "commitments.target"> = TableRef<
  Builder["$inferSchemaTypes"],
  Table
>;

/** That there is no number, and why. */
export const defineNotComputable = (builder: Builder) =>
  builder.objectRef<NotComputable>("NotComputable").implement({
    description: "That a value cannot be worked out, and why.",
    fields: (t) => ({
      reason: t.expose("reason", {
        type: enumOf(builder, NotComputableReason),
        description: "Why the value cannot be worked out.",
      }),
    }),
  });

/** How far a target's series has come, worked out by a rule that has a name and a version. */
export function defineProgress(
  builder: Builder,
  Target: Ref<"commitments.target">,
  Observation: Ref<"commitments.observation">,
  Not: ReturnType<typeof defineNotComputable>,
): void {
  const Share = builder.objectRef<Progress>("ProgressShare").implement({
    description: "How much of the way from its baseline to its value a target has come.",
    fields: (t) => ({
      share: t.expose("share", {
        type: "Decimal",
        description: "The part of the way: 0 at the baseline, 1 at the target, to six places.",
      }),
      method: t.string({
        description: "The rule by which the share was worked out.",
        extensions: nameless("code"),
        resolve: ({ method }) => method.id,
      }),
      version: t.string({
        description: "The version of the rule by which the share was worked out.",
        extensions: nameless("code"),
        resolve: ({ method }) => method.version,
      }),
    }),
  });
  const Way = builder.unionType("ProgressValue", {
    description: "How far a target has come, or why that cannot be worked out.",
    types: [Share, Not],
    resolveType: ({ kind }) => (kind === "progress" ? Share : Not),
  });
  const ProgressType = builder.table("commitments.progress", {
    name: "TargetProgress",
    key: "id",
    description: "What the latest figure of a target's series says of the target.",
    visible: byLevel,
  });
  builder.objectFields(ProgressType, (t) => ({
    way: t.computed(Way, measuredColumns, (row) => progressOf(measuredOf(row)), {
      description: "How far the target has come, or why that cannot be worked out.",
    }),
    met: t.computed(
      "Boolean",
      measuredColumns,
      (row) => {
        const met = isMet(measuredOf(row));
        return typeof met === "boolean" ? met : null;
      },
      {
        nullable: true,
        description: "Whether the latest figure meets the target; null where that cannot be said.",
      },
    ),
    latest: t.one(Observation, {
      on: { id: "observation_id" },
      description: "The latest figure of the target's series; null where there is none.",
    }),
  }));
  builder.objectField(Target, "progress", (t) =>
    t.one(ProgressType, {
      on: { id: "id" },
      description: "How far the target has come; null where you may not see its figures.",
    }),
  );
}
