import { exactlyOne, keepers, Note, type Pointed, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { DecisionKind } from "../decision.ts";
import { ContributionKind } from "../item.ts";
import { assertSitting, type ContributionRecord, type Listed } from "../part.ts";
import { contributionMaker, decisionMaker } from "../part-verb.ts";

/** Whoever speaks, as a caller names them. */
const SpeakerInput = exactlyOne({
  person: refTo("Person").describe("The id of the person."),
  name: Note.max(500).describe("The name of somebody who is not in the record."),
}).meta({
  id: "SpeakerInput",
  description: "One way to name whoever speaks.",
  minProperties: 1,
  maxProperties: 1,
});
interface Speaking {
  readonly person?: Pointed | undefined;
  readonly name?: string | undefined;
}

/** INV-M5: refuses the words of somebody who is recorded as not there. */
function assertThere(speakers: readonly Speaking[], listed: readonly Listed[]): void {
  for (const { person } of speakers) {
    const own = listed.find((each) => person !== undefined && each.person === person.id);
    if (own === undefined || own.status === "present" || own.status === "not-stated") continue;
    const message = `${own.name} is recorded with ${own.status}, and said nothing at the meeting: correct their attendance first.`;
    throw new Refusal("INV-M5", message, { path: ["speakers"] });
  }
}

const itemInput = refTo("Item").describe("The id of the item under which it was said.");

/** Somebody says something under an item. */
export const recordContribution = contributionMaker("record", {
  says: "Records what was said under an item, and by whom; it is a draft until the minutes are circulated.",
  mutation: "recordContribution",
  by: keepers,
  within: "item",
  input: {
    item: itemInput,
    text: Note.describe("What was said, as the minutes are to have it."),
    kind: ContributionKind.optional().describe(
      "What the contribution does in the discussion; a statement, or a narrative where nobody is named, if left out.",
    ),
    speakers: z.array(SpeakerInput).max(20).optional().describe("Whoever said it, in their order."),
    verbatim: z.boolean().optional().describe("True: these are the very words that were said."),
  },
  needs: ["sitting", "place", "listed", "newId"],
  refuses: ["INV-M5", "MINUTES_CIRCULATED", "NOT_SITTING"],
  step: ({
    item,
    text,
    speakers = [],
    verbatim = false,
    sitting,
    place,
    listed,
    newId,
    on,
    ...said
  }) => {
    assertSitting(sitting, on);
    assertThere(speakers, listed);
    const id = newId();
    const record: ContributionRecord = {
      id,
      version: 1,
      meeting: sitting.id,
      group: item.group ?? "",
      access: sitting.access,
      draft: true,
      heldOn: sitting.heldOn,
      item: item.id,
      place,
      kind: said.kind ?? (speakers.length === 0 ? "narrative" : "statement"),
      lead: null,
      text,
      reporting: verbatim ? "verbatim" : "summary",
      source: null,
      speakers: speakers.map(({ person, name }, index) => ({
        id: newId(),
        contribution: id,
        place: index + 1,
        mention: person?.label ?? name ?? "",
        name: person?.label ?? name ?? "",
        person: person?.id ?? null,
        assertion: { basis: "edited" },
      })),
    };
    return record;
  },
});

/** A meeting decides. */
export const recordDecision = decisionMaker("record", {
  says: "Records what a meeting decided under an item; it is a draft until the minutes are circulated.",
  mutation: "recordDecision",
  by: keepers,
  within: "item",
  input: {
    item: refTo("Item").describe("The id of the item under which it was decided."),
    text: Note.describe("The decision, as the minutes are to have it."),
    kind: DecisionKind.optional().describe("What the meeting did; agreed if left out."),
  },
  needs: ["sitting", "place", "newId"],
  refuses: ["MINUTES_CIRCULATED", "NOT_SITTING"],
  step: ({ item, text, kind = "agreed", sitting, place, newId, on }) => {
    assertSitting(sitting, on);
    return {
      id: newId(),
      version: 1,
      meeting: sitting.id,
      group: item.group ?? "",
      access: sitting.access,
      draft: true,
      item: item.id,
      place,
      kind,
      text,
      wording: "summary" as const,
      source: null,
    };
  },
});
