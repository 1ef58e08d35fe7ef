import { createHash } from "node:crypto";
import {
  type Caller,
  type Command,
  type Db,
  type Directory,
  transact,
  type Tx,
} from "@remit/database";
import { canonicalJson, Refusal } from "@remit/kernel";
import { surroundings } from "./context.ts";
import { gateway } from "./gateway.ts";

/** What a command changed, as it is now. */
export interface Changed {
  readonly id: string;
  readonly version: number;
  /** Left out where it has no lifecycle. */
  readonly status?: string;
}

interface Doing {
  readonly caller: Caller;
  /** Whether all is taken back at the end. */
  readonly dryRun?: boolean;
  /** What the verb is told of the records of others; that of Remit's own composition if left out. */
  readonly directory?: Directory;
}

/** Does a command for a caller, in one transaction and once for its key. */
export async function doCommand(
  db: Db,
  { mutation, noun, run }: Command,
  given: Readonly<Record<string, unknown>>,
  { caller, dryRun = false, directory = gateway.directory }: Doing,
): Promise<Changed> {
  const now = surroundings.now();
  const { newId } = surroundings;
  const request = { caller, requestId: newId(), now, newId };
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
