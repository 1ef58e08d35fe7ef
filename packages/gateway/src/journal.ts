import {
  type Db,
  erasedEntries,
  type Head,
  journalHead,
  type Subject,
  verifyJournal,
} from "@remit/database";
import type { Gateway } from "@remit/graphql";
import { Id, Refusal } from "@remit/kernel";
import { gateway } from "./gateway.ts";

/** Of what else the journal keeps no more than that it was taken out. */
const takenOut = ["Commitment", "Indicator", "Target", "Observation"];

/** What is wrong with the journal, each thing by name, empty when nothing is; and where it ends. */
export interface Verified {
  readonly problems: readonly string[];
  /** Each entry out of which something was erased on request, with the entry that attests it. */
  readonly erased: readonly string[];
  readonly head: Head | null;
}

/** Holds the journal against itself, the present rows, and a head that was noted before. Others may write meanwhile. */
export const verified = (
  db: Db,
  noted: Head | null = null,
  { journalled }: Pick<Gateway, "journalled"> = gateway,
): Promise<Verified> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => ({
      problems: await verifyJournal(tx, journalled, noted),
      erased: await erasedEntries(tx),
      head: await journalHead(tx),
    }));

/** A head as it is printed, `42:9f86…`. Refuses with `HEAD_UNKNOWN` what is none. */
export function headOf(text: string): Head {
  const found = /^(?<position>\d{1,15}):(?<chain>[0-9a-f]{64})$/u.exec(text)?.groups;
  if (found === undefined)
    throw new Refusal(
      "HEAD_UNKNOWN",
      `${text} is no end of a journal: give it as \`remit journal verify\` printed it, such as 42:9f86….`,
    );
  return { position: Number(found["position"]), chain: found["chain"] ?? "" };
}

/** What a person means by a subject: `Action:0190…`, or the reference of an action. Refuses with `NOT_FOUND`. */
export async function subjectOf(
  db: Db,
  text: string,
  { journalled }: Pick<Gateway, "journalled"> = gateway,
): Promise<Subject> {
  const [type = "", id = ""] = text.split(":", 2);
  const types = [...journalled.map((each) => each.type), ...takenOut];
  if (types.includes(type) && Id.safeParse(id).success) return { type, id };
  const found = await db
    .selectFrom("actions.action")
    .select("id")
    .where("reference", "=", text)
    .execute();
  const [one, ...others] = found;
  if (one === undefined) {
    const message = `There is no ${text}. Give a reference such as NDMIG-2021-12-A3, or an id such as Action:0190….`;
    throw new Refusal("NOT_FOUND", message);
  }
  if (others.length === 0) return { type: "Action", id: one.id };
  const ids = found.map((each) => `Action:${each.id}`).join(" or ");
  throw new Refusal("SEVERAL", `${text} is of several groups. Give the id: ${ids}.`);
}
