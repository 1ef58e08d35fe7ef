import { onEachDatabase } from "@remit/database/testing";
import { firstDay, type Ref } from "@remit/kernel";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { Action } from "../action.ts";
import { Due, dueDay } from "../due.ts";
import { dueRevisions, originalDue } from "../revision.ts";
import { figures, inStatus, june, members, nia, sam, secretariat } from "../testing.ts";
import { insertActions } from "./actions.ts";

let last = 7000;
const newId = () => `01990000-0000-7000-8000-00000000${(last += 1)}`;

const next: Ref = june.meeting;
const dues = [
  { kind: "date", on: "2026-05-29" },
  { kind: "date", on: "2024-02", text: "in February" },
  { kind: "date", on: "2026" },
  { kind: "by-meeting", meeting: next, on: june.on },
  { kind: "by-meeting", meeting: "next", text: "by then" },
  { kind: "within", duration: "P1M14D", from: "2026-01-31" },
  { kind: "standing", reviewEvery: "P3M" },
  { kind: "asap", text: "soon" },
  { kind: "as-written", text: "when the rain stops" },
  { kind: "not-stated" },
].map((due) => Due.parse(due));

const owners = [
  [
    { agent: nia, role: "lead" as const },
    { agent: sam, note: "With paint" },
  ],
  [{ agent: members, assignments: [{ agent: nia, status: "done" as const }] }],
  [{ agent: secretariat }, { agent: { kind: "unresolved" as const, label: "The bus company" } }],
];

/** Actions in every status, with every sort of due and of owner. */
const actions = Object.values(inStatus).flatMap((action, place) =>
  dues.map((due, index) =>
    Action.parse({
      ...action,
      id: newId(),
      reference: `HPWG-2026-06-A${place * dues.length + index}`,
      due,
      owners: owners[index % owners.length],
      source: index % 2 ? { document: newId(), span: { start: 3, end: 9 } } : null,
    }),
  ),
);

const upTo = (max: number) => fc.integer({ min: 0, max });
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDue = fc.oneof(
  fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([on, length]) => ({
    kind: "date",
    on: on.slice(0, length),
  })),
  fc.record({
    kind: fc.constant("within"),
    from: day,
    duration: fc.oneof(
      upTo(60).map((weeks) => `P${weeks}W`),
      fc
        .tuple(upTo(3), upTo(20), upTo(40))
        .map(([years, months, days]) => `P${years}Y${months}M${days}D`),
    ),
  }),
);

onEachDatabase((open) => {
  test("a record reads as the row that is kept of its action, and its owners as theirs", async () => {
    const { db } = open();
    await db.transaction().execute((tx) => insertActions(tx, actions, newId));
    const of = async (source: string) => {
      const { rows } = await sql<{ row: unknown }>`select to_jsonb(made) as row
        from actions.action a, ${sql.raw(source)} made order by a.id`.execute(db);
      return rows.map(({ row }) => row);
    };
    const made = await of("actions.as_recorded(a.record, null)");
    expect(made).toHaveLength(actions.length);
    expect(made).toEqual(await of("lateral (select a.*)"));
    const owned = async (source: string) => {
      const { rows } = await sql<{ row: unknown }>`select to_jsonb(o) - 'id' as row
        from actions.action a, ${sql.raw(source)} o order by a.id, o.place`.execute(db);
      return rows.map(({ row }) => row);
    };
    const theirs = await owned("actions.owners_recorded(a.id, a.group_id, a.record, a.for_public)");
    expect(theirs.length).toBeGreaterThan(actions.length);
    expect(theirs).toEqual(
      await owned("lateral (select * from actions.owner_said where action_id = a.id)"),
    );
  });

  test("PostgreSQL finds the day of any due as the library does", async () => {
    const { db } = open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyDue, { minLength: 50, maxLength: 50 }), async (given) => {
        const all = given.map((due) => Due.parse(due));
        const { rows } = await sql<{ day: string | null }>`
          select actions.due_day(due) as day
          from jsonb_array_elements(${JSON.stringify(all)}::jsonb) due`.execute(db);
        expect(rows.map(({ day: found }) => found)).toEqual(all.map(dueDay));
      }),
      { numRuns: 20 },
    );
  });

  test("PostgreSQL finds what was changed of an action as the library does", async () => {
    const { db } = open();
    const revised = dues.map((was) => ({
      verb: "revise",
      by: sam,
      on: firstDay("2026"),
      reason: "x",
      was,
    }));
    const action = Action.parse({ ...figures, changes: revised });
    const { rows } = await sql<{ was: unknown; original: unknown }>`
      select jsonb_path_query_array(changes, '$[*].was') as was, changes #> '{0,was}' as original
      from (select actions.changes_of(${JSON.stringify(action)}::jsonb, 'revise') as changes) found`.execute(
      db,
    );
    expect(rows).toEqual([
      { was: dueRevisions(action).map(({ from }) => from), original: originalDue(action) },
    ]);
  });
});
