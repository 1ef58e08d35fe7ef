import type { Command, Directory } from "@remit/database";
import type { TableName, TableRef } from "@remit/pothos-kysely";
import type { Builder } from "./builder.ts";
import { capital } from "./capital.ts";
import { inputType } from "./input-type.ts";
import { defineMutation } from "./mutation.ts";

type Types = Builder["$inferSchemaTypes"];

/** Adds commands as mutations: the input, the descriptions and the answer of each follow from it. */
export function defineCommands<Table extends TableName<Types>>(
  builder: Builder,
  subject: TableRef<Types, Table>,
  commands: readonly Command[],
  directory: Directory,
): void {
  for (const { mutation, says, told, refuses, run } of commands)
    defineMutation(builder, mutation, {
      description: says,
      subject,
      refuses,
      input: inputType(
        builder,
        `${capital(mutation)}Input`,
        told,
        `The input of ${mutation}: what it is done to, and what the verb is told.`,
      ),
      run: async (tx, input, context) => {
        const request = { ...context, now: context.now() };
        return (await run(tx, given(input), { directory, request })).subject.id;
      },
    });
}

/** An input without the members that are null: in the graph that is the same as leaving them out. */
function given(input: object): object {
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === null ? [] : [[key, bare(value)]])),
  );
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  return typeof value === "object" && value !== null ? given(value) : value;
}
