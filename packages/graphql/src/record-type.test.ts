import { onEachDatabase } from "@remit/database/testing";
import { Day, exactlyOne, Note, refTo, vocabulary } from "@remit/kernel";
import { writeThrough } from "@remit/pothos-kysely";
import { execute, parse, printType } from "graphql";
import { sql } from "kysely";
import { expect, test } from "vitest";
import * as z from "zod";
import { createBuilder } from "./builder.ts";
import { anybody, viewerOf } from "./context.ts";
import { inputType } from "./input-type.ts";
import { recordType } from "./record-type.ts";

declare module "@remit/database" {
  interface Database {
    "quay.lamp": { id: string; record: unknown };
  }
}

const Fault = vocabulary("LampFault", "What is wrong with a lamp.", {
  bulb: "Its bulb is out.",
  "bent-post": "Its post is bent.",
});
const Inspection = z
  .object({
    on: Day.describe("The day of the inspection."),
    by: z.string().describe("The name of whoever inspected the lamp."),
    faults: z
      .array(
        z
          .object({ fault: Fault.describe("What was wrong.") })
          .meta({ id: "LampDefect", description: "One thing that was wrong." }),
      )
      .describe("What was wrong with the lamp; empty where nothing was."),
    score: z.int().nullable().describe("From 0 to 10; null where no score was given."),
  })
  .meta({ id: "LampInspection", description: "What somebody saw of a lamp." });
const Power = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("mains"), volts: z.int().describe("The voltage, for mains.") }),
    z.object({
      kind: z.literal("wind-up"),
      since: Day.describe("Since when it is wound up, for one that is."),
    }),
  ])
  .meta({
    id: "LampPower",
    description: "What a lamp runs on.",
    discriminator: {
      property: "kind",
      id: "LampPowerKind",
      description: "The kind of power.",
      words: { mains: "From the mains.", "wind-up": "From a spring." },
    },
  });
const Lamp = z
  .object({
    name: z.string().describe("The name of the lamp."),
    power: Power.describe("What it runs on."),
    inspections: z.array(Inspection).describe("Every inspection of the lamp, the first one first."),
    last: Inspection.nullable().describe("The last inspection; null where there was none."),
  })
  .meta({ id: "LampRecord", description: "A lamp as it is kept." });

function town() {
  const builder = createBuilder();
  const Row = builder.table("quay.lamp", {
    name: "Lamp",
    key: "id",
    visible: () => true,
    description: "A lamp.",
  });
  const Record = recordType(builder, Lamp);
  builder.objectField(Row, "record", (t) =>
    t.embedded(Record, ({ record }) => ({ json: record }), {
      description: "The lamp as it is kept.",
    }),
  );
  builder.queryField("lamps", (t) => t.many(Row, { order: ["id"], description: "Every lamp." }));
  const input = inputType(
    builder,
    "BreakLampInput",
    z.object({
      lamp: exactlyOne({ name: Note.describe("Its name."), id: refTo("Lamp").describe("Its id.") })
        .meta({ id: "LampBy", description: "One way to name a lamp." })
        .describe("Which lamp."),
      fault: Fault.describe("What is wrong with it."),
      on: Day.nullish().describe("The day; today if left out."),
      others: z.array(Fault).optional().describe("What else is wrong with it."),
      count: z.int().max(9).optional().describe("How many are broken."),
    }),
    "Input for breakLamp.",
  );
  builder.mutationField("breakLamp", (t) =>
    t.string({
      description: "Reports it.",
      args: { input: t.arg({ type: input, required: true, description: "What." }) },
      resolve: (_, given) => JSON.stringify(given),
    }),
  );
  return builder.toSchema();
}

const schema = town();
const sdl = (name: string) => printType(schema.getType(name)!);

test("an input type has the fields, the words and the bounds of its schema", () => {
  expect(["BreakLampInput", "LampBy", "LampFault"].map(sdl).join("\n\n")).toMatchInlineSnapshot(`
    """"Input for breakLamp."""
    input BreakLampInput {
      """How many are broken."""
      count: Int

      """What is wrong with it."""
      fault: LampFault!

      """Which lamp."""
      lamp: LampBy!

      """The day; today if left out."""
      on: Date

      """What else is wrong with it."""
      others: [LampFault!]
    }

    """One way to name a lamp."""
    input LampBy @oneOf {
      """Its id."""
      id: ID

      """Its name."""
      name: String
    }

    """What is wrong with a lamp."""
    enum LampFault {
      """Its post is bent."""
      BENT_POST

      """Its bulb is out."""
      BULB
    }"
  `);
});

test("a record's type has the members of its schema, and of each that it may be", () => {
  expect(["LampRecord", "LampPower", "LampInspection", "LampDefect"].map(sdl).join("\n\n"))
    .toMatchInlineSnapshot(`
    """"A lamp as it is kept."""
    type LampRecord {
      """Every inspection of the lamp, the first one first."""
      inspections: [LampInspection!]!

      """The last inspection; null where there was none."""
      last: LampInspection

      """The name of the lamp."""
      name: String!

      """What it runs on."""
      power: LampPower!
    }

    """What a lamp runs on."""
    type LampPower {
      """The kind of power."""
      kind: LampPowerKind!

      """Since when it is wound up, for one that is."""
      since: Date

      """The voltage, for mains."""
      volts: Int
    }

    """What somebody saw of a lamp."""
    type LampInspection {
      """The name of whoever inspected the lamp."""
      by: String!

      """What was wrong with the lamp; empty where nothing was."""
      faults: [LampDefect!]!

      """The day of the inspection."""
      on: Date!

      """From 0 to 10; null where no score was given."""
      score: Int
    }

    """One thing that was wrong."""
    type LampDefect {
      """What was wrong."""
      fault: LampFault!
    }"
  `);
});

onEachDatabase((open) => {
  test("PostgreSQL reads a record member by member", async () => {
    const { db } = open();
    await sql`create schema quay`.execute(db);
    await sql`create table quay.lamp (id uuid primary key, record jsonb not null)`.execute(db);
    const inspection = {
      on: "2026-03-04",
      by: "Nia Frew",
      faults: [{ fault: "bent-post" }],
      score: null,
    };
    const record = {
      name: "Pier",
      power: { kind: "wind-up", since: "2026-01-01" },
      inspections: [inspection, { ...inspection, score: 7, faults: [] }],
      last: inspection,
    };
    await sql`insert into quay.lamp values
      ('01990000-0000-7000-8000-000000000001', ${JSON.stringify(record)}::jsonb)`.execute(db);
    const contextValue = {
      db,
      caller: anybody,
      viewer: viewerOf(anybody),
      requestId: "1",
      key: null,
      now: () => new Date("2026-03-04T10:00:00Z"),
      newId: () => "",
    };
    const source = `{ lamps { record {
      name power { kind volts since } inspections { on score faults { fault } } last { by } } } }`;
    const document = parse(source);
    const answer = {
      data: {
        lamps: [
          {
            record: {
              name: "Pier",
              power: { kind: "WIND_UP", volts: null, since: "2026-01-01" },
              inspections: [
                { on: "2026-03-04", score: null, faults: [{ fault: "BENT_POST" }] },
                { on: "2026-03-04", score: 7, faults: [] },
              ],
              last: { by: "Nia Frew" },
            },
          },
        ],
      },
    };
    expect(JSON.parse(JSON.stringify(await execute({ schema, document, contextValue })))).toEqual(
      answer,
    );
    const written = await writeThrough(schema, document, { context: contextValue });
    expect(JSON.parse(written.text ?? "null")).toEqual(answer);
  });
});
