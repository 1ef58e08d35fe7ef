import { writeFile } from "node:fs/promises";
import { callerBy } from "@remit/access";
import {
  askFor,
  formatOf,
  graph,
  type Output,
  outputNamed,
  outputs,
  surroundings,
} from "@remit/gateway";
import { anybody, type Gateway } from "@remit/graphql";
import { foldSlug, Refusal } from "@remit/kernel";
import { withDatabase } from "./database.ts";
import { pathOf, readBytes } from "./file.ts";

interface Options {
  readonly list?: boolean;
  readonly format?: string;
  readonly out?: string;
  /** A file of the caller's own, into which it is written. */
  readonly template?: string;
  /** The name of the token as which the record is asked; as anybody if left out. */
  readonly as?: string;
}

/** Writes out what the record has of a meeting or a group: as anybody may read it, since it is sent around. */
export async function exportCommand(
  gateway: Gateway,
  name: string | undefined,
  slug: string | undefined,
  { list = false, format: asked, out, template, as }: Options,
): Promise<void> {
  if (list) return print(`${outputs.map(line).join("\n")}\n`);
  if (name === undefined || slug === undefined)
    throw new Refusal(
      "OUTPUT_MISSING",
      "Say what is to be written out, and of what: remit export minutes SLUG. remit export --list has them all.",
    );
  const output = outputNamed(name);
  const format = formatOf(output, asked);
  const file = template === undefined ? undefined : await readBytes(template);
  await withDatabase(gateway, async (db) => {
    const caller =
      as === undefined ? anybody : await callerBy(db, { name: as }, surroundings.now());
    const ask = graph(db, { gateway, corsOrigins: [] }).askAs(caller);
    const bytes = await output.write(format, await askFor(output, foldSlug(slug), ask), file);
    if (out === undefined) await print(bytes);
    else await writeFile(pathOf(out), bytes);
  });
}

const line = ({ name, of, formats, says }: Output): string =>
  `${name.padEnd(12)} of ${of.padEnd(9)} ${Object.keys(formats).join(", ")}: ${says}`;

const print = (text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
