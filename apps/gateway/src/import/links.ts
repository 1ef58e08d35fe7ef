import type { Tx } from "@remit/database";
import { Basis, Refusal } from "@remit/kernel";
import * as z from "zod";
import { insertActionCommitments } from "../links/store.ts";
import type { Incoming, Intake } from "./incoming.ts";

const text = z.string().trim().min(1);

/** Which action contributes to which commitment, and why somebody says so. */
export const LinksFile = z.strictObject({
  contributions: z
    .array(z.strictObject({ action: text, commitment: text, basis: Basis, reason: text }))
    .min(1),
});
export type LinksFile = Readonly<z.infer<typeof LinksFile>>;

/** Takes a file of links. Refuses it whole when one of its actions or commitments is not recorded. */
export async function takeLinks(tx: Tx, incoming: Incoming, json: unknown): Promise<Intake> {
  const read = LinksFile.safeParse(json);
  if (!read.success) throw new Refusal("LINKS_FILE_INVALID", z.prettifyError(read.error));
  const recorded = await Promise.all([
    tx.selectFrom("actions.action").select(["id", "reference as key"]).execute(),
    tx.selectFrom("commitments.commitment").select(["id", "code as key"]).execute(),
  ]);
  const [actions, commitments] = recorded.map(
    (rows) => new Map(rows.map(({ id, key }) => [key, id])),
  );
  const missing: string[] = [];
  const find = (ids: Map<string, string> | undefined, kind: string, key: string) => {
    const id = ids?.get(key);
    if (id === undefined) missing.push(`${kind} ${key}`);
    return id ?? "";
  };
  const links = read.data.contributions.map(({ action, commitment, basis, reason }) => ({
    id: incoming.newId(),
    action_id: find(actions, "action", action),
    commitment_id: find(commitments, "commitment", commitment),
    basis,
    reason,
    document_id: incoming.document,
  }));
  if (missing.length > 0) {
    const message = `Not recorded: ${[...new Set(missing)].join(", ")}. Import the minutes and the mission first.`;
    throw new Refusal("LINK_DANGLING", message);
  }
  return {
    kind: "links",
    title: incoming.name,
    officialRecord: null,
    created: { link: links.length },
    matched: [],
    findings: [],
    supersedes: null,
    write: () => insertActionCommitments(tx, links),
  };
}
