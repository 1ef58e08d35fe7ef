export { Access } from "./access.ts";
export { AgentRef, Id, Ref, Selector } from "./ref.ts";
export { Refusal } from "./refusal.ts";
export { slugify } from "./slug.ts";
export { Assertion, Basis, SourceRef, Span, Wording } from "./source.ts";
export { instantOf, PartialDate, Period, ZonedDateTime } from "./time.ts";
export { Decimal, Money, NotComputable, Quantity } from "./quantity.ts";
