import * as fc from "fast-check";
import { execute, parse, validate } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { type Festival, openFestival, viewers } from "./testing/data.ts";
import { choices, generate } from "./testing/generate.ts";
import { oracle } from "./testing/oracle.ts";
import { unguarded } from "./testing/occurrences.ts";
import { createSchema } from "./testing/schema.ts";

const operations = Number(process.env["OPERATIONS"] ?? 500);
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);

const schema = createSchema();
let festival: Festival;
let expected: ReturnType<typeof oracle>;
beforeAll(async () => {
  festival = await openFestival();
  expected = oracle(schema, festival.rows);
});
afterAll(() => festival.close());

// Two fields of one name cannot always be merged, and a literal cursor cannot always be null.
const isUnlucky = (message: string) => /conflict|can never be of type|is never used/u.test(message);

test(
  `${operations} generated operations agree with the oracle both ways out (SEED=${seed})`,
  {
    timeout: 600_000,
  },
  async () => {
    const ways = { text: 0, rows: 0, failed: 0 };
    const agrees = fc.asyncProperty(
      choices,
      fc.constantFrom(...Object.values(viewers)),
      async (choose, viewer) => {
        const { source, variables } = generate(schema, choose);
        const document = parse(source);
        const [problem] = validate(schema, document);
        if (problem && isUnlucky(problem.message)) return;
        expect(problem?.message).toBe(undefined);

        const answer = await expected(source, variables, viewer);
        const context = { db: festival.db, viewer };
        festival.statements.length = 0;
        const rows = await execute({
          schema,
          document,
          variableValues: variables,
          contextValue: context,
        });
        expect(festival.statements.length).toBeLessThanOrEqual(1);
        const paths = (errors: typeof rows.errors) => errors?.map(({ path }) => path);
        expect({
          source,
          variables,
          data: JSON.stringify(rows.data),
          errors: paths(rows.errors),
        }).toEqual({
          source,
          variables,
          data: JSON.stringify(answer.data),
          errors: paths(answer.errors),
        });

        const written = await writeThrough(schema, document, { variables, context });
        const steppedBack = answer.errors !== undefined || written.reason !== undefined;
        expect({ source, text: written.text }).toEqual({
          source,
          text: steppedBack ? undefined : JSON.stringify(answer),
        });
        expect(festival.statements.flatMap(({ sql }) => unguarded(sql, viewer))).toEqual([]);
        ways[answer.errors ? "failed" : written.text === undefined ? "rows" : "text"]++;
      },
    );
    await fc.assert(agrees, { numRuns: operations, seed, endOnFailure: true });
    expect(ways.text).toBeGreaterThan(operations / 3);
    expect(ways.rows).toBeGreaterThan(0);
    expect(ways.failed).toBeGreaterThan(0);
  },
);
