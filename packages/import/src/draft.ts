import type { Reading } from "@remit/documents";
import type { Group } from "@remit/groups";
import type { SourceRef, Span, Wording } from "@remit/kernel";
import type { Bodies } from "./bodies.ts";
import type { People } from "./people.ts";

/** What the parts of one document's record have in common while they are made. */
export interface Draft {
  readonly reading: Reading;
  readonly document: string;
  readonly meeting: string;
  readonly heldOn: string;
  readonly group: Group;
  readonly wording: Wording;
  readonly people: People;
  readonly bodies: Bodies;
  readonly newId: () => string;
}

export const sourceOf = ({ document }: Draft, span: Span | null): SourceRef => ({ document, span });
