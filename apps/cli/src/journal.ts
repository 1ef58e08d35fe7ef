import { entriesOf, isTakenOut } from "@remit/database";
import { headOf, ownership, subjectOf, verified } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { canonicalJson, Refusal } from "@remit/kernel";
import { printed, withDatabase } from "./database.ts";

interface VerifyOptions {
  readonly json?: boolean;
  /** The end of the journal as an earlier run printed it. */
  readonly since?: string;
}

/** Says what is wrong with the journal, a line for each thing, or where it ends. */
export const verifyCommand = (gateway: Gateway, { json, since }: VerifyOptions): Promise<void> => {
  const noted = since === undefined ? null : headOf(since);
  return withDatabase(gateway, async (db, kind) => {
    const { problems, erased, head } = await verified(db, noted, gateway);
    await printed(json, problems, (problem) => problem);
    if (problems.length > 0)
      throw new Refusal("JOURNAL_BROKEN", `The journal is not in order: ${problems.length} found.`);
    const end =
      head === null || head.position === 0 ? "" : ` It ends at ${head.position}:${head.chain}`;
    for (const each of erased) process.stderr.write(`Erased on request: ${each}.\n`);
    process.stderr.write(`The journal is in order.${end}\n`);
    if (kind === "server")
      for (const warning of await ownership(db)) process.stderr.write(`${warning}\n`);
  });
};

/** Prints the changes of one thing, first to last, with what each of them changed. */
export const showCommand = (
  gateway: Gateway,
  subject: string,
  { json }: { json?: boolean },
): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const kept = await entriesOf(db, await subjectOf(db, subject, gateway));
    // The journal keeps it once: what a change found is what the entry before it left.
    const entries = kept.map((entry, index) => ({
      ...entry,
      before: entry.before ?? kept[index - 1]?.after ?? null,
    }));
    await printed(json, entries, (entry) => {
      const { version, position, at, verb, actor, before, after } = entry;
      const said = `${version}  ${position}  ${at}  ${verb} by ${actor.name}`;
      if (isTakenOut(entry)) return `${said}: taken out`;
      const changed = before === null ? [] : changedIn(before, after);
      return `${said}${changed.length === 0 ? "" : `: ${changed.join(", ")}`}`;
    });
  });

const changedIn = (before: object, after: object): string[] => {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => key !== "version" && canonicalJson(old.get(key)) !== canonicalJson(now.get(key)),
  );
};
