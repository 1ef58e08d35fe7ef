import type { Enum } from "../graph/documents.ts";
import type { Types } from "../graph/schema.ts";

/** A word for every value of an enum of the graph. */
export type For<Name extends keyof Types> = Readonly<Record<Enum<Name>, string>>;
