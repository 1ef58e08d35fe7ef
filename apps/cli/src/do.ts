import { callerBy } from "@remit/access";
import { surroundings } from "@remit/gateway";
import { type Gateway, idOfName } from "@remit/graphql";
import { type Command, type Db, doCommand } from "@remit/database";
import { Refusal } from "@remit/kernel";
import * as z from "zod";
import { withDatabase } from "./database.ts";
import { type Field, fieldsOf, readFields } from "./fields.ts";
import { readDocument } from "./file.ts";
import { whoOf } from "./who.ts";

interface Options {
  readonly list?: boolean;
  readonly schema?: boolean;
  /** A file of the whole input as JSON; `-` is standard input. */
  readonly json?: string;
  readonly dryRun?: boolean;
  /** The name of the token as which it is done. */
  readonly as?: string;
}

/** Does a verb, or lists what can be done. `rest` is the input as `--field value`. */
export async function doCommandLine(
  gateway: Gateway,
  verb: string | undefined,
  rest: readonly string[],
  options: Options,
): Promise<void> {
  if (verb === undefined) return print(gateway.commands.map(line).join("\n"));
  const command = gateway.commands.find(({ mutation }) => mutation === verb);
  if (command === undefined)
    throw new Refusal("VERB_UNKNOWN", `There is no verb ${verb}: remit do --list has them all.`);
  const fields = fieldsOf(command.told);
  if (options.list) return print(fields.map(fieldLine).join("\n"));
  if (options.schema) return print(JSON.stringify(schemaOf(command), null, 2));
  await withDatabase(gateway, async (db) => {
    const given = await inputOf(rest, fields, options);
    const named = await withIds(db, gateway, given, fields);
    const now = surroundings.now();
    const caller = await callerBy(db, whoOf(options.as), now);
    const dryRun = options.dryRun === true;
    const { directory } = gateway;
    const doing = { caller, dryRun, directory, now, newId: surroundings.newId };
    const { id, status, version } = await doCommand(db, command, named, doing);
    if (dryRun) process.stderr.write("This was a dry run: nothing was changed.\n");
    print(`${id} is ${status === undefined ? "at" : `${status},`} version ${version}`);
  });
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const line = ({ mutation, says, whose }: Command): string =>
  `${mutation.padEnd(20)} ${says} (${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(whose)})`;

const fieldLine = ({ name, required, type, description }: Field): string =>
  `--${name} ${type}${required ? " (required)" : ""}: ${description}`;

const schemaOf = ({ told, mutation, says }: Command) => ({
  ...z.toJSONSchema(told, { io: "input", unrepresentable: "any" }),
  title: mutation,
  description: says,
});

async function inputOf(
  rest: readonly string[],
  fields: readonly Field[],
  { json }: Options,
): Promise<Readonly<Record<string, unknown>>> {
  const given = readFields(rest, fields);
  if (json === undefined) return given;
  const text = json === "-" ? await standardInput() : await readDocument(json);
  return { ...parsed(text), ...given };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return z.record(z.string(), z.unknown()).parse(value);
  } catch {
    const message = 'The input is no JSON object. Write it as {"id": "Action:…", "text": "…"}.';
    throw new Refusal("JSON_BROKEN", message);
  }
}

async function standardInput(): Promise<string> {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}

/** The input with the ids of what is called by a name: a reference, a slug, a code. */
async function withIds(
  db: Db,
  { places }: Pick<Gateway, "places">,
  given: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Promise<Readonly<Record<string, unknown>>> {
  const named = { ...given };
  for (const { name, pointsAt } of fields) {
    const value = named[name];
    const lookUp = async (each: unknown) =>
      typeof each === "string" ? idOfName(db, places, pointsAt, each) : each;
    if (pointsAt.length === 0 || value === undefined) continue;
    named[name] = Array.isArray(value) ? await Promise.all(value.map(lookUp)) : await lookUp(value);
  }
  return named;
}
