import { type Db, type Journalled, type Subject, verifyJournal } from "@remit/database";
import { Id, Refusal } from "@remit/kernel";

/** Whatever the journal keeps entries of, and where it is. */
export const journalled: readonly Journalled[] = [
  { type: "Action", table: "actions.action" },
  { type: "ActionLogSnapshot", table: "actions.log_snapshot" },
  { type: "Group", table: "groups.group" },
  { type: "Person", table: "groups.person" },
];

/** What is wrong with the journal, each thing by name; empty when nothing is. */
export const problemsOf = (db: Db): Promise<string[]> => verifyJournal(db, journalled);

/** What a person means by a subject: `Action:0190…`, or the reference of an action. Refuses with `NOT_FOUND`. */
export async function subjectOf(db: Db, text: string): Promise<Subject> {
  const [type = "", id = ""] = text.split(":", 2);
  if (journalled.some((each) => each.type === type) && Id.safeParse(id).success)
    return { type, id };
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
