import type { Builder, defineHistory } from "@remit/graphql";
import { defineActionTypes } from "./graphql/action.ts";
import { defineInputs } from "./graphql/input.ts";
import { defineLog } from "./graphql/log.ts";
import { verbDefiner } from "./graphql/move.ts";
import { defineRaise } from "./graphql/raise.ts";
import { defineRecord } from "./graphql/record.ts";
import { defineSnapshots } from "./graphql/snapshot.ts";
import { defineLifecycle } from "./graphql/verbs.ts";
import { defineLineage } from "./graphql/verbs-lineage.ts";
import { defineAdditions, defineRevisions } from "./graphql/verbs-record.ts";
import { defineWarnings } from "./graphql/warning.ts";
import type { World } from "./graphql/world.ts";

export type { MeetingFacts, Placed, World } from "./graphql/world.ts";
export { dueDay, isLive, isOverdue, referenceOrder } from "./graphql/action.ts";

/** The types of actions, and every verb as a mutation. `world` tells what other packages keep. */
export function defineActions(
  builder: Builder,
  history: ReturnType<typeof defineHistory>,
  world: World,
) {
  const types = defineActionTypes(builder);
  const inputs = defineInputs(builder, types);
  const { Record, parts } = defineRecord(builder, types, inputs, history, world);
  defineWarnings(builder, types);
  defineLog(builder, Record, world);
  const snapshots = defineSnapshots(builder, parts, history, world);
  const define = verbDefiner(builder, types, world);
  defineRaise(builder, types, inputs, world);
  defineLifecycle(define, inputs);
  defineRevisions(define, inputs);
  defineAdditions(define, inputs, builder.Access);
  defineLineage(builder, define, inputs);
  return { ...types, ...snapshots };
}
