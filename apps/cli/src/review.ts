import { createInterface } from "node:readline/promises";
import { callerBy } from "@remit/access";
import { type Db, doCommand } from "@remit/database";
import type { WaitingFact } from "@remit/documents/store";
import { listWaiting } from "@remit/documents/store";
import { surroundings } from "@remit/gateway";
import { type Gateway, idOfName } from "@remit/graphql";
import { counted } from "@remit/import";
import { Refusal } from "@remit/kernel";
import { printed, withDatabase } from "./database.ts";
import { whoOf } from "./who.ts";

interface Options {
  /** The slug of the group whose facts are listed. */
  readonly group?: string;
  /** Whether to ask about each fact in turn. */
  readonly answer?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

/** Lists what waits for somebody's answer, or asks about each and gives the answers. */
export const reviewCommand = (gateway: Gateway, options: Options): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const { group, json } = options;
    const named = group === undefined ? null : await idOfName(db, gateway.places, ["Group"], group);
    const waiting = await listWaiting(db, named?.replace(/^Group:/u, "") ?? null);
    if (options.answer === true) return ask(db, gateway, waiting, options);
    await printed(
      json,
      waiting.map(({ fact, document: { name, title } }) => ({
        ...fact,
        document: { name, title },
      })),
      ({ id, document, ...fact }) => `Fact:${id}  ${document.name}\n${shown(fact)}`,
    );
    if (!json) process.stderr.write(`${counted(waiting.length, "fact")} to answer.\n`);
  });

const shown = ({
  kind,
  text,
  value,
  doubt,
}: Pick<WaitingFact["fact"], "kind" | "text" | "value" | "doubt">) =>
  [`  ${kind}: ${text}`, ...(value === text ? [] : [`  read as: ${value}`]), `  ${doubt}`].join(
    "\n",
  );

const keys = "y: right, n: not said, =TEXT: what is right, Enter: leave it, q: stop";

/** Asks about each fact: on a terminal, or of lines that are piped in, one for each. */
async function ask(
  db: Db,
  gateway: Gateway,
  waiting: readonly WaitingFact[],
  { as }: Options,
): Promise<void> {
  const now = surroundings.now();
  const caller = await callerBy(db, whoOf(as), now);
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  process.stderr.write(`${keys}\n`);
  let answered = 0;
  for (const { fact, document } of waiting) {
    process.stderr.write(`\n${document.name}\n${around(document.text, fact)}\n${shown(fact)}\n? `);
    const line = await lines.next();
    if (line.done === true || line.value.trim() === "q") break;
    const told = answerIn(line.value.trim());
    if (told === null) continue;
    const { mutation, ...said } = told;
    const command = gateway.commands.find((each) => each.mutation === mutation);
    if (command === undefined) throw new Error(`There is no ${mutation}.`);
    const { directory } = gateway;
    const doing = { caller, directory, now: surroundings.now(), newId: surroundings.newId };
    const outcome = await doCommand(db, command, { id: `Fact:${fact.id}`, ...said }, doing).catch(
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        process.stderr.write(`remit: ${error.message}\n`);
        return null;
      },
    );
    if (outcome === null) continue;
    answered += 1;
    process.stdout.write(`${outcome.id} is ${outcome.status}\n`);
  }
  input.close();
  process.stderr.write(`${answered} of ${counted(waiting.length, "fact")} answered.\n`);
}

/** The line of the source in which a fact stands. */
function around(
  source: string,
  { start, end }: Pick<WaitingFact["fact"], "start" | "end">,
): string {
  const from = source.lastIndexOf("\n", start) + 1;
  const to = source.indexOf("\n", end);
  return source.slice(from, to < 0 ? undefined : to).trim();
}

function answerIn(line: string) {
  if (line === "y") return { mutation: "confirmFact" };
  if (line === "n") return { mutation: "rejectFact" };
  if (line.startsWith("=")) return { mutation: "correctFact", value: line.slice(1).trim() };
  return null;
}
