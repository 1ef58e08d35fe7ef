export { Access, type Audience, levelsFor, sees, standsIn } from "./access.ts";
export { type Actor, GroupRole, hasRole, speaksFor } from "./actor.ts";
export { canonicalJson } from "./canonical.ts";
export {
  addDays,
  addDuration,
  comparePartialDates,
  Day,
  dayAt,
  Duration,
  firstDay,
  isWithin,
  lastDay,
} from "./day.ts";
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
export { AgentRef, Id, Ref, sameAgent, Selector } from "./ref.ts";
export { Refusal } from "./refusal.ts";
export { foldReference, foldSlug, slugify } from "./slug.ts";
export { Assertion, Basis, SourceRef, Span, Wording } from "./source.ts";
export { isStorable } from "./text.ts";
export { assertVersion } from "./version.ts";
export { homeZone, instantOf, PartialDate, Period, Zone, ZonedDateTime } from "./time.ts";
export { Decimal, Money, NotComputable, Quantity } from "./quantity.ts";
export { type GivenId, idsIn, later, type Place, type Pointed, settled } from "./given.ts";
export { AgentInput, exactlyOne, FreeText, Note, refTo } from "./input.ts";
export { vocabulary } from "./vocabulary.ts";
export {
  type AnyVerb,
  type Given,
  type Noun,
  type Outcome,
  type Party,
  type Stamp,
  Stepped,
  type Subject,
  type Verb,
  verbsOf,
} from "./verb.ts";
export { IdempotencyKey, inputOf, once, target, toldTo } from "./told.ts";
export { type Issue, issuesOf, readInput } from "./issue.ts";
