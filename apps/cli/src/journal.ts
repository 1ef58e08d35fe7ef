import { entriesOf } from "@remit/database";
import { problemsOf, subjectOf } from "@remit/gateway";
import { canonicalJson, Refusal } from "@remit/kernel";
import { printed, withDatabase } from "./database.ts";

/** Says what is wrong with the journal, a line for each thing. */
export const verifyCommand = ({ json }: { json?: boolean }): Promise<void> =>
  withDatabase(async (db) => {
    const problems = await problemsOf(db);
    await printed(json, problems, (problem) => problem);
    if (problems.length === 0) {
      process.stderr.write("The journal is in order.\n");
      return;
    }
    throw new Refusal("JOURNAL_BROKEN", `The journal is not in order: ${problems.length} found.`);
  });

/** Prints the changes of one thing, first to last, with what each of them changed. */
export const showCommand = (subject: string, { json }: { json?: boolean }): Promise<void> =>
  withDatabase(async (db) => {
    const entries = await entriesOf(db, await subjectOf(db, subject));
    await printed(json, entries, ({ version, at, verb, actor, before, after }) => {
      const changed = before === null ? [] : changedIn(before, after);
      return `${version}  ${at}  ${verb} by ${actor.name}${changed.length === 0 ? "" : `: ${changed.join(", ")}`}`;
    });
  });

const changedIn = (before: object, after: object): string[] => {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => key !== "version" && canonicalJson(old.get(key)) !== canonicalJson(now.get(key)),
  );
};
