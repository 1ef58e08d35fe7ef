// How long one document of minutes takes, by how much is known: --scales 1,10,100.
import { parseArgs } from "node:util";
import { connect, type Db, migrate } from "@remit/database";
import { importDocument } from "@remit/import";
import { surroundings } from "@remit/gateway";
import { migrations } from "@remit/gateway/migrations";
import { sql } from "kysely";
import { startPostgres } from "../../src/postgres.ts";

const { values } = parseArgs({
  options: {
    scales: { type: "string", default: "1,10,100" },
    documents: { type: "string", default: "15" },
  },
});
const scales = values.scales.split(",").map(Number);
const documents = Number(values.documents);
const present = 15;

/** The same numbers in every run. */
let state = 1;
const below = (most: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * most);
};
const syllables = [
  "ba",
  "do",
  "fe",
  "gor",
  "hal",
  "ki",
  "lun",
  "mar",
  "ne",
  "pol",
  "rid",
  "sta",
  "ti",
  "vor",
  "wen",
  "zu",
];
const word = (of: number) => {
  const text = Array.from({ length: of }, () => syllables[below(syllables.length)]).join("");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const given = Array.from({ length: 200 }, () => word(2));
// A few first names are those of many.
const name = () => `${given[Math.min(below(200), below(200))]} ${word(2 + below(2))}`;

/** 300 persons, 10 groups and 30 meetings with 15 at each, so many times. */
async function fill(db: Db, scale: number): Promise<string[]> {
  const names = Array.from({ length: 300 * scale }, name);
  await sql`insert into groups.person (id, slug, name, other_names, public_profile)
    select gen_random_uuid(), 'person-' || n, name, '{}', 'named'
    from unnest(${names}::text[]) with ordinality as each (name, n)`.execute(db);
  await sql`insert into groups.organisation (id, slug, name, other_names)
    select gen_random_uuid(), 'organisation-' || n, 'Organisation ' || n, '{}'
    from generate_series(1, ${100 * scale}::int) n`.execute(db);
  await sql`insert into groups.group (id, slug, name, code, access)
    select gen_random_uuid(), 'group-' || n, 'Group ' || n, 'G' || n, 'public'
    from generate_series(1, ${10 * scale}::int) n`.execute(db);
  await sql`insert into meetings.meeting (id, group_id, group_label, slug, title, held_on, status, access)
    select gen_random_uuid(), g.id, g.name, g.slug || '-' || n, 'Meeting', date '2020-01-01' + 30 * n, 'held', 'public'
    from groups.group g, generate_series(1, 3) n`.execute(db);
  await sql`insert into meetings.attendance
      (id, meeting_id, place, person_id, name, position, status, status_basis, capacity, basis)
    select gen_random_uuid(), m.id, p.nth, p.id, p.name, 'Organisation ' || p.nth, 'present', 'stated', 'member', 'stated'
    from (select id, row_number() over (order by id) as nth from meetings.meeting) m
    join (select id, name, row_number() over (order by id) as nth from groups.person) p
      on p.nth % ${30 * scale}::int = m.nth - 1`.execute(db);
  await sql`analyze`.execute(db);
  return names;
}

/** A meeting of one group on some day: half of those there are known, from other groups. */
function minutesOn(index: number, known: readonly string[]): string {
  const month = ["January", "February", "March", "April", "May", "June"][index % 6];
  const people = Array.from({ length: present }, (_, place) =>
    place % 2 === 0 ? (known[below(known.length)] ?? "") : name(),
  );
  const date = `${1 + Math.floor(index / 6)} ${month} 2026`;
  return `Harbourside Pavements Working Group minutes: ${date}

Minutes from the meeting of the group on ${date}.

Attendees and apologies

Group members:

${people.map((each, place) => `  • ${each}, Organisation ${place}`).join("\n")}

Items and actions

Kerbs

In discussion, these points were made. Action: ${people[0]} to publish the count
`;
}

async function measured(scale: number): Promise<number> {
  const server = await startPostgres({});
  const { db, close } = await connect(server);
  try {
    await migrate(db, migrations);
    const known = await fill(db, scale);
    const times: number[] = [];
    for (let index = 0; index < documents; index++) {
      const bytes = new TextEncoder().encode(minutesOn(index, known));
      const begun = performance.now();
      await importDocument(db, { name: `${index}.txt`, bytes }, {}, surroundings);
      times.push(performance.now() - begun);
      // As PostgreSQL does by itself within a minute of so large a change.
      if (index === 0) await sql`vacuum analyze`.execute(db);
    }
    // The first brings the keys of everybody up to date, once for all.
    const [first = 0, ...rest] = times;
    process.stderr.write(`${scale}: the first ${first.toFixed(0)} ms\n`);
    return rest.toSorted((one, other) => one - other)[Math.floor(rest.length / 2)] ?? 0;
  } finally {
    await close();
    await server.stop();
  }
}

let base: number | undefined;
for (const scale of scales) {
  const time = await measured(scale);
  base ??= time;
  process.stdout.write(
    `${scale} times: ${time.toFixed(0)} ms a document, ${(time / base).toFixed(2)} of the first\n`,
  );
}
