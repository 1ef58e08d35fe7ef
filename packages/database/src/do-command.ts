import { createHash } from "node:crypto";
import { canonicalJson, Refusal } from "@remit/kernel";
import type { Command } from "./command.ts";
import type { Db, Tx } from "./database.ts";
import type { Directory, Request } from "./keeping.ts";
import { transact } from "./transact.ts";

/** What a command changed, as it is now. */
export interface Changed {
  readonly id: string;
  readonly version: number;
  /** Left out where it has no lifecycle. */
  readonly status?: string;
}

/** What a command is done with, beside what it is told. */
export interface Doing extends Pick<Request, "caller" | "now" | "newId"> {
  /** What the verb is told of the records of others. */
  readonly directory: Directory;
  /** Whether all is taken back at the end. */
  readonly dryRun?: boolean;
}

/** Does a command for a caller, in one transaction and once for its key. */
export async function doCommand(
  db: Db,
  { mutation, noun, run }: Command,
  given: Readonly<Record<string, unknown>>,
  { directory, dryRun = false, ...asked }: Doing,
): Promise<Changed> {
  const request = { ...asked, requestId: asked.newId() };
  const change = async (tx: Tx) => {
    const { subject } = await run(tx, given, { directory, request });
    const { id, version, status } = subject;
    const state = status === undefined ? {} : { status };
    const answer = { id: `${noun}:${id}`, version, ...state };
    if (dryRun) throw new Rehearsed(answer);
    return { subject: id, answer };
  };
  const key = given["idempotencyKey"];
  const payload = createHash("sha256")
    .update(canonicalJson([mutation, given]))
    .digest("hex");
  const once = { key: typeof key === "string" ? key : null, payload };
  try {
    return await transact(db, request, once, { change, again });
  } catch (error) {
    if (error instanceof Rehearsed) return error.changed;
    throw error;
  }
}

/** What was done for a key with other rights is not told again. */
function again(): never {
  throw new Refusal(
    "NOT_PERMITTED",
    "This was done before under the same key, by a caller with other rights. Do it with a key of its own.",
  );
}

/** Thrown so that nothing is left of what was tried. */
class Rehearsed extends Error {
  readonly changed: Changed;

  constructor(changed: Changed) {
    super("Nothing was changed.");
    this.changed = changed;
  }
}
