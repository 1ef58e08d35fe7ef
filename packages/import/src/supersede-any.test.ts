import type { Db } from "@remit/database";
import { forgetEntries, onOneDatabase } from "@remit/database/testing";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { verified } from "@remit/gateway";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importDocument } from "./import.ts";

// Minutes are generated as parts that know themselves, so that it can be said which of them a correction left.

interface Part {
  readonly key: string;
  readonly kind: "said" | "action" | "decision";
  readonly text: string;
}
interface Item {
  readonly key: string;
  readonly heading: string;
  readonly parts: readonly Part[];
}

const words =
  `amber anchor apple barrel basket beacon birch bottle bridge candle canvas cedar chalk cherry
  cinder clover cobble copper coral cotton cradle crystal dahlia ember fennel fern fiddle flint gable garnet
  ginger granite hazel heather hollow indigo ivory jasper juniper kettle lantern laurel lemon linen maple marble
  meadow mellow nettle nutmeg oak olive orchard paddle pebble pepper pewter plum poplar quarry quilt raven reed
  ribbon saddle saffron sandal silver sorrel spindle tallow thistle timber topaz tulip umber velvet walnut willow
  winter yarrow zinc`.split(/\s+/u);

const shape = fc.array(
  fc.array(fc.constantFrom<Part["kind"]>("said", "said", "action", "decision"), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Items of a shape. No two parts share the words that are theirs. */
function itemsOf(kinds: readonly Part["kind"][][]): Item[] {
  let next = 0;
  const fresh = (count: number) => words.slice(next, (next += count)).join(" ");
  return kinds.map((parts, index) => ({
    key: `item ${index}`,
    heading: `The ${fresh(1)}`,
    parts: parts.map((kind, place) => ({ key: `${index} ${place}`, kind, text: fresh(4) })),
  }));
}

const begins = {
  said: "Sam Okoro said that ",
  action: "Nia Frew to bring ",
  decision: "The forum is to keep ",
};
const textOf = ({ kind, text }: Part) => `${begins[kind]}${text}${kind === "action" ? "" : "."}`;
const labels = { said: "", action: "Action: ", decision: "Decision: " };

const minutesOf = (items: readonly Item[]) => `Quay Forum minutes: March 2026

Minutes from the meeting of the group on 10 March 2026.

Attendees and apologies

Group members:

  • Max Tarn (Chair), Lamp Trust
  • Nia Frew, Bench Board
  • Sam Okoro, Town Council

Items and actions

1. Opening

Max Tarn opened the meeting.

${items
  .map(({ heading, parts }, index) =>
    [`${index + 2}. ${heading}`, ...parts.map((part) => labels[part.kind] + textOf(part))].join(
      "\n\n",
    ),
  )
  .join("\n\n")}

${items.length + 2}. Closing

Max Tarn closed the meeting.
`;

/** One thing that another version of the minutes does otherwise. */
const correction = fc.record({
  how: fc.constantFrom(
    "reword",
    "remove part",
    "remove item",
    "rename item",
    "move items",
    "add item",
  ),
  item: fc.nat({ max: 3 }),
  part: fc.nat({ max: 3 }),
});
type Correction = typeof correction extends fc.Arbitrary<infer Value> ? Value : never;

function corrected(items: readonly Item[], { how, item, part }: Correction): Item[] {
  const at = item % items.length;
  const change = (of: (item: Item) => Item) =>
    items.map((each, index) => (index === at ? of(each) : each));
  const chosen = (each: Item, index: number) => index === part % Math.max(1, each.parts.length);
  switch (how) {
    case "reword":
      return change((each) => ({
        ...each,
        parts: each.parts.map((one, index) =>
          chosen(each, index) ? { ...one, text: one.text.replace(/\w+$/u, "gold") } : one,
        ),
      }));
    case "remove part":
      return change((each) => ({
        ...each,
        parts: each.parts.filter((_, index) => each.parts.length === 1 || !chosen(each, index)),
      }));
    case "remove item":
      return items.length === 1 ? [...items] : items.filter((_, index) => index !== at);
    case "rename item":
      return change((each) => ({ ...each, heading: `${each.heading}s` }));
    case "move items":
      return [...items.slice(at), ...items.slice(0, at)];
    default: {
      const parts: Part[] = [{ key: "new part", kind: "said", text: "it was seen to be late" }];
      return items.some(({ key }) => key === "new")
        ? [...items]
        : [...items, { key: "new", heading: "Farewells", parts }];
    }
  }
}

/** How the record tells of each part. */
const named = (items: readonly Item[]): Map<string, string> =>
  new Map(
    items.flatMap(({ key, heading, parts }) => [
      [key, `item ${heading}`] as const,
      ...parts.map(
        (part) =>
          [part.key, `${part.kind === "said" ? "statement" : part.kind} ${textOf(part)}`] as const,
      ),
    ]),
  );

onOneDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
  });
  afterAll(() => desk.close());

  const clear = async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, documents.document, gateway.token, database.answer cascade`.execute(db);
  };
  const take = (text: string) =>
    importDocument(
      db,
      { name: "minutes.txt", bytes: new TextEncoder().encode(text) },
      { supersede: true },
      surroundings,
    );
  /** Ids by what stands there, each with what else is told of it. */
  const record = async () => {
    const { rows } = await sql<{ what: string; id: string; told: string }>`
      select 'item ' || heading as what, id, place::text as told from meetings.item
      union all select c.kind || ' ' || c.text, c.id, i.heading || c.place from meetings.contribution c join meetings.item i on i.id = c.item_id
      union all select 'decision ' || d.text, d.id, i.heading || d.place from meetings.decision d join meetings.item i on i.id = d.item_id
      union all select 'action ' || text, id, reference || status || number || coalesce(item_label, '') from actions.action
        where document_id is not null order by 1, 3, 2`.execute(db);
    return rows;
  };
  const thanks = "Max Tarn to thank the hall";
  const byHand = async () =>
    (await sql`select * from actions.action where text = ${thanks}`.execute(db)).rows;
  const statuses = async () =>
    (
      await sql<{
        id: string;
        status: string;
      }>`select id, status from actions.action order by id`.execute(db)
    ).rows;

  test("any correction leaves what it does not remove, and what people did; the first minutes come back whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(correction, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
        async (kinds, corrections, worked) => {
          await clear();
          const items = itemsOf(kinds);
          await take(minutesOf(items));
          const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
          await giveTokens(db, { secretariat: { role: "secretariat", group: group.id } });
          const raised = await statuses();
          const meeting = await db
            .selectFrom("meetings.meeting")
            .select("id")
            .executeTakeFirstOrThrow();
          const facts = {
            meeting: `Meeting:${meeting.id}`,
            text: thanks,
            ownerNotStated: true,
          };
          expect(await desk.act("secretariat", "raiseAction", facts)).toMatchObject({
            status: "OPEN",
          });
          const touched = raised.filter((_, index) => worked.includes(index)).map(({ id }) => id);
          for (const id of touched)
            expect(
              await desk.act("secretariat", "startAction", { id: `Action:${id}` }),
            ).toMatchObject({ status: "IN_PROGRESS" });
          const before = {
            record: await record(),
            byHand: await byHand(),
            statuses: await statuses(),
          };

          const again = corrections.reduce(corrected, items);
          await take(`${minutesOf(again)}\n`);
          const after = await record();
          const now = named(again);
          const idOf = new Map(after.map(({ what, id }) => [what, id]));
          const first = new Map(before.record.map(({ what, id }) => [what, id]));
          expect([...first.keys()]).toEqual(expect.arrayContaining([...named(items).values()]));
          const staying = [...named(items)].filter(([key]) => now.has(key));
          expect(staying.map(([key]) => [key, idOf.get(now.get(key) ?? "")])).toEqual(
            staying.map(([key, what]) => [key, first.get(what)]),
          );
          expect(await byHand()).toEqual(before.byHand);
          const kept = (await statuses()).filter(({ id }) => touched.includes(id));
          expect(kept).toEqual(before.statuses.filter(({ id }) => touched.includes(id)));

          await take(`${minutesOf(items)}\n\n`);
          const told = (rows: typeof after) => rows.map(({ what, told: of }) => [what, of]);
          expect(told(await record())).toEqual(told(before.record));
          expect(await statuses()).toEqual(expect.arrayContaining(before.statuses));
          expect(await byHand()).toEqual(before.byHand);
          expect((await verified(db)).problems).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
}, "gateway");
