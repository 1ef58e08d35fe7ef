export {
  byAccess,
  byAccessAndDraft,
  byAccessAndNames,
  levelsIn,
  byLevel,
  keptOrNot,
  readable,
  readableJson,
  readsNames,
  recordFor,
  seesEverybody,
} from "./access.ts";
export { type Builder, createBuilder } from "./builder.ts";
export type { SchemaTypes } from "./schema-types.ts";
export {
  anybody,
  type Asking,
  type Caller,
  type Context,
  costLimit,
  nobody,
  type Viewer,
  viewerOf,
} from "./context.ts";
export { movesFor, moveType } from "./moves.ts";
export { defineMutation, type Mutation } from "./mutation.ts";
export { defineCommands } from "./commands.ts";
export { type Composition, createGateway, type Gateway, type TypesOf } from "./gateway.ts";
export { conceptOf, type Labels } from "./concept.ts";
export { type Composed, defineLink, defineModule, type Link, type Module } from "./module.ts";
export type { Placed, Places } from "./placed.ts";
export { idOfName } from "./places.ts";
export type { InputFieldMap } from "@pothos/core";
export { type Command, type Db, type Directory, isTakenOut, type Tx } from "@remit/database";
export {
  type Columns,
  costs,
  isMade,
  type Late,
  type Param,
  type TableRef,
} from "@remit/pothos-kysely";
export { enumValues } from "./enum-values.ts";
export { defineHistory, historyOf } from "./history.ts";
export { nameless, type Reason, reasons } from "./names.ts";
export { defineOwnFields, type OwnFilter, ownFilter } from "./own.ts";
export { todayIn } from "./today.ts";
export { defaultLimits, type Limits, parseWithin } from "./limits.ts";
export { inputType } from "./input-type.ts";
export { Direction, orderInput } from "./order.ts";
export {
  leafType,
  readsAs,
  type Recorded,
  recordFields,
  type RecordRef,
  recordType,
} from "./record-type.ts";
export { toldOf } from "./recorded.ts";
export { enumOf } from "./vocabulary.ts";
