import { type Asked, type Keeping, lockNames, recordedSince, type Tx } from "@remit/database";
import type { Day, Id, Pointed } from "@remit/kernel";
import { sql } from "kysely";
import type { Listed, Part, PartFacts, Sitting } from "../part.ts";

/** What verbs of parts ask of whatever other packages keep. */
export interface PartPorts {
  /** Whether a person is a member of a group on a day. */
  readonly isMember: (
    tx: Tx,
    of: { readonly group: Id; readonly person: Id; readonly on: Day },
  ) => Promise<boolean>;
}

type Told = Asked<Part>["told"];

/** What an input of a name points at. */
export const pointed = (told: Told, name: string): Pointed | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an input of this name is settled
  told[name] as Pointed | undefined;

/** The meeting in whose record a part stands, or is to stand. */
const meetingIn = ({ thing, told }: Asked<Part>): Id =>
  thing?.meeting ?? pointed(told, "meeting")?.id ?? pointed(told, "item")?.within ?? "";

/** Reads the meeting; nobody else adds to its record meanwhile. */
export async function sittingOf(tx: Tx, meeting: Id): Promise<Sitting> {
  await lockNames(tx, "remit meeting records", [meeting]);
  const found = await tx
    .selectFrom("meetings.meeting")
    .select(["id", "held_on as heldOn", "ended_on as endedOn", "status", "access"])
    .where("id", "=", meeting)
    .executeTakeFirstOrThrow();
  const { rows } = await sql`select from meetings.minutes
    where meeting_id = ${meeting} and status <> 'recalled'
      and not record @? '$.corrections[*] ? (@.status == "accepted")'`.execute(tx);
  return { ...found, circulated: rows.length > 0 };
}

/** What the verbs of a table's parts are told of other records. */
export function partFacts(table: string, ports: PartPorts): Keeping<Part, PartFacts>["facts"] {
  return {
    sitting: (asked) => sittingOf(asked.tx, meetingIn(asked)),
    since: (asked) =>
      recordedSince(asked.tx, { type: "Meeting", id: meetingIn(asked) }, asked.zone),
    place: async (asked) => {
      const [list, of] =
        table === "meetings.contribution"
          ? ["item_id", pointed(asked.told, "item")?.id]
          : ["meeting_id", meetingIn(asked)];
      const { rows } = await sql<{ place: number }>`select coalesce(max(place), 0) + 1 as place
        from ${sql.table(table)} where ${sql.ref(list)} = ${of}`.execute(asked.tx);
      return rows[0]?.place ?? 1;
    },
    listed: async (asked): Promise<Listed[]> =>
      asked.tx
        .selectFrom("meetings.attendance")
        .select(["id", "person_id as person", "name", "status", "principal_id as principal"])
        .select(["capacity", "presence"])
        .where("meeting_id", "=", meetingIn(asked))
        .orderBy("place")
        .execute(),
    chairs: async (asked) =>
      asked.tx
        .selectFrom("meetings.meeting_role")
        .select(["id", "name", "person_id as person", "from_item_id as fromItem"])
        .where("meeting_id", "=", meetingIn(asked))
        .where("role", "=", "chair")
        .orderBy("id")
        .execute(),
    items: async (asked) =>
      asked.tx
        .selectFrom("meetings.item")
        .select(["id", "place"])
        .where("meeting_id", "=", meetingIn(asked))
        .execute(),
    spoke: async (asked) => {
      const found = await asked.tx
        .selectFrom("meetings.speaker as s")
        .innerJoin("meetings.contribution as c", "c.id", "s.contribution_id")
        .select("s.person_id as person")
        .distinct()
        .where("c.meeting_id", "=", meetingIn(asked))
        .execute();
      return found.flatMap(({ person }) => (person === null ? [] : [person]));
    },
    member: async (asked) => {
      const own = asked.thing !== null && "person" in asked.thing ? asked.thing.person : null;
      const person = pointed(asked.told, "person")?.id ?? own;
      if (typeof person !== "string") return false;
      const { held_on: on } = await asked.tx
        .selectFrom("meetings.meeting")
        .select("held_on")
        .where("id", "=", meetingIn(asked))
        .executeTakeFirstOrThrow();
      return ports.isMember(asked.tx, { group: asked.group, person, on });
    },
    numbers: async (asked) => {
      const found = await asked.tx
        .selectFrom("meetings.paper")
        .select("number")
        .where("meeting_id", "=", meetingIn(asked))
        .execute();
      return found.map(({ number }) => number);
    },
  };
}
