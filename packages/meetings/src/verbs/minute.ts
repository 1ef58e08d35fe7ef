import { exactlyOne, keepers, Note, type Pointed, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { DecisionKind } from "../decision.ts";
import { ContributionKind } from "../item.ts";
import { chairAt } from "../chair.ts";
import { assertSitting, type ContributionRecord, type Listed, type PartFacts } from "../part.ts";
import { contributionMaker, decisionMaker } from "../part-verb.ts";

/** Whoever speaks, as a caller names them. */
const SpeakerInput = exactlyOne({
  person: refTo("Person").describe("The id of the person."),
  name: Note.max(500).describe("The name of somebody who is not in the record."),
  chair: z.literal(true).describe("True: whoever chaired at the item, as the Chair."),
}).meta({
  id: "SpeakerInput",
  description: "One way to name whoever speaks.",
  minProperties: 1,
  maxProperties: 1,
});
interface Speaking {
  readonly person?: Pointed | undefined;
  readonly name?: string | undefined;
  readonly chair?: true | undefined;
}
interface Spoken {
  readonly mention: string;
  readonly name: string;
  readonly person: string | null;
}

/** Who speaks. INV-M31: the Chair is whoever chaired at the item. */
function speakerOf(
  { person, name, chair }: Speaking,
  item: string,
  known: Pick<PartFacts, "chairs" | "items" | "listed">,
): Spoken {
  const label = person?.label ?? name;
  if (chair === undefined)
    return { mention: label ?? "", name: label ?? "", person: person?.id ?? null };
  const found = chairAt(item, known);
  if (found !== null) return { mention: "the Chair", name: found.name, person: found.person };
  const message =
    "Nobody is recorded as the chair at this item: record who took the chair, or name the speaker.";
  throw new Refusal("CHAIR_MISSING", message, { path: ["speakers"] });
}

/** INV-M5: refuses the words of somebody who is recorded as not there. */
function assertThere(speakers: readonly Spoken[], listed: readonly Listed[]): void {
  for (const { person } of speakers) {
    const own = listed.find((each) => person !== null && each.person === person);
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
  needs: ["sitting", "place", "listed", "chairs", "items", "newId"],
  refuses: ["CHAIR_MISSING", "INV-M5", "MINUTES_CIRCULATED", "NOT_SITTING"],
  step: ({
    item,
    text,
    speakers = [],
    verbatim = false,
    sitting,
    place,
    listed,
    chairs,
    items,
    newId,
    on,
    ...said
  }) => {
    assertSitting(sitting, on);
    const spoken = speakers.map((each) => speakerOf(each, item.id, { listed, chairs, items }));
    assertThere(spoken, listed);
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
      speakers: spoken.map((each, index) => ({
        id: newId(),
        contribution: id,
        place: index + 1,
        ...each,
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
