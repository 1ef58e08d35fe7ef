import { canonicalJson, Day, Id, Ref, Refusal } from "@remit/kernel";
import * as z from "zod";
import { type Action, isDraft } from "./action.ts";
import { Due, dueDay } from "./due.ts";
import { ActionStatus } from "./status.ts";
import { ownersInWords } from "./words.ts";

/** An action as a log had it. */
export const SnapshotEntry = z
  .object({
    action: Id.meta({ hidden: true }),
    reference: z
      .string()
      .min(1)
      .describe("The reference that people quote, such as NDMIG-2021-12-A3."),
    version: z.int().positive().describe("The version of the action that was taken."),
    text: z.string().min(1).describe("The words of the action: what was to be done."),
    status: ActionStatus.describe("The status of the action in the log."),
    due: Due.meta({ hidden: true }),
    dueDay: Day.nullable().meta({
      field: "due",
      description: "The day by which the action was due; null where none was known.",
    }),
    owners: z.string().describe("The names of the owners, as the log had them."),
  })
  .meta({ id: "SnapshotEntry", description: "An action as a log had it." });

const Content = z.object({
  id: Id,
  group: Ref,
  meeting: Ref.describe("The meeting for which the log was taken."),
  takenOn: Day,
  entries: z.array(SnapshotEntry).describe("The actions of the log, by their references."),
});

/** The action log as it stood before a meeting. Never changed; a later meeting agrees it. */
export const ActionLogSnapshot = Content.extend({
  /** Of canonical JSON. */
  contentHash: z.string().min(1).describe("The SHA-256 of what was taken, in hexadecimal."),
  agreed: z.object({ meeting: Ref, on: Day }).nullable(),
});
export type ActionLogSnapshot = Readonly<z.infer<typeof ActionLogSnapshot>>;

/** Makes a hash of a text, such as SHA-256 in hexadecimal. */
export type Hash = (text: string) => string;

type Taken = Omit<z.input<typeof Content>, "entries">;

/** The log of a group as it stands. Drafts are not the group's yet, and other groups' actions never. */
export function takeSnapshot(
  taken: Taken,
  actions: readonly Action[],
  hash: Hash,
): ActionLogSnapshot {
  const entries = actions
    .filter((action) => action.group.id === taken.group.id && !isDraft(action))
    .toSorted(byReference)
    .map(entryOf);
  const content = Content.parse({ ...taken, entries });
  return { ...content, contentHash: hash(canonicalJson(content)), agreed: null };
}

const entryOf = (action: Action) => ({
  action: action.id,
  reference: action.reference,
  version: action.version,
  text: action.text,
  status: action.status,
  due: action.due,
  dueDay: dueDay(action.due),
  owners: ownersInWords(action),
});

/** `A2` before `A10`. */
export const byReference = (
  one: Pick<Action, "reference">,
  other: Pick<Action, "reference">,
): number => one.reference.localeCompare(other.reference, "en", { numeric: true });

/** Whether a snapshot is what was taken. */
export function isIntact(snapshot: ActionLogSnapshot, hash: Hash): boolean {
  // What was agreed later is no part of what was taken.
  const content = { ...snapshot, contentHash: undefined, agreed: undefined };
  return hash(canonicalJson(content)) === snapshot.contentHash;
}

/** A later meeting agrees the log of an earlier one. */
export function agree(
  snapshot: ActionLogSnapshot,
  agreed: { readonly meeting: Ref; readonly on: Day },
  hash: Hash,
): ActionLogSnapshot {
  if (snapshot.agreed !== null) {
    throw new Refusal("INV-A15", `${snapshot.agreed.meeting.label} agreed this log already.`);
  }
  if (agreed.meeting.id === snapshot.meeting.id || agreed.on <= snapshot.takenOn) {
    throw new Refusal(
      "INV-A15",
      "A later meeting agrees a log, not the one that it was taken for.",
    );
  }
  if (!isIntact(snapshot, hash)) {
    throw new Refusal("INV-A15", "This log is not what was taken: its hash differs.");
  }
  return { ...snapshot, agreed };
}

/** The snapshot that "the actions of the previous meeting were agreed" speaks of; refuses where there is none. */
export function snapshotOf(
  previous: Ref,
  snapshots: readonly ActionLogSnapshot[],
): ActionLogSnapshot {
  const found = snapshots.findLast(({ meeting }) => meeting.id === previous.id);
  if (found !== undefined) return found;
  throw new Refusal("INV-A15", `No log was taken for ${previous.label}: take one first.`);
}
