export { Access, type Audience, isFor, levelsFor, sees, standsIn } from "./access.ts";
export { type Actor, GroupRole, hasRole, importer, keepers, speaksFor } from "./actor.ts";
export { canonicalJson } from "./canonical.ts";
export { addDays, Day, dayAt } from "./day.ts";
export { addDuration, Duration } from "./duration.ts";
export { comparePartialDates, firstDay, isWithin, lastDay, PartialDate } from "./partial-date.ts";
export {
  allowedMoves,
  assertMove,
  diagramOf,
  type Move,
  moveNames,
  moveRefusal,
  type Moves,
  unreachable,
} from "./moves.ts";
export {
  annotation,
  type Guard,
  type NounOptions,
  Own,
  type OwnField,
  ownFieldFault,
  type OwnFields,
  verbsWith,
} from "./own.ts";
export { AgentKind, AgentRef, Id, Ref, sameAgent, Selector, unnamed } from "./ref.ts";
export { Refusal } from "./refusal.ts";
export { commonRefusals } from "./refusals.ts";
export { foldReference, foldSlug, freeSlug, slugify } from "./slug.ts";
export { Assertion, Basis, SourceRef, Span, Wording } from "./source.ts";
export { isStorable } from "./text.ts";
export { aType, typeInWords } from "./type-words.ts";
export { type Upcast, versions } from "./record-version.ts";
export { assertVersion } from "./version.ts";
export { homeZone, instantOf, Period, WallTime, Zone, ZonedDateTime } from "./time.ts";
export { Decimal, Money, NotComputable, NotComputableReason, Quantity } from "./quantity.ts";
export {
  assertHeld,
  type GivenId,
  idsIn,
  later,
  type Place,
  type Pointed,
  settled,
} from "./given.ts";
export { AgentInput, exactlyOne, FreeText, Note, refTo } from "./input.ts";
export { toldApartBy, vocabulary } from "./vocabulary.ts";
export { type AnyMaker, type Maker, makersOf, type Making } from "./maker.ts";
export { keepersOf, type Party, roleIn, roleWords } from "./party.ts";
export { withSettled } from "./said.ts";
export type { AnySaying, Given, Shape, Stamp, Told } from "./saying.ts";
export { tableOf } from "./verb-table.ts";
export {
  type AnyVerb,
  type Changing,
  type Noun,
  type Outcome,
  Stepped,
  type Subject,
  type Verb,
  verbsOf,
} from "./verb.ts";
export { IdempotencyKey, inputOf, madeBy, makerInputOf, once, target, toldTo } from "./told.ts";
export { type Issue, issuesOf, readInput, wordsOf } from "./issue.ts";
