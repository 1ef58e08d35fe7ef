import { callerBy } from "@remit/access";
import { type Command, type Db, doCommand } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { surroundings } from "@remit/gateway";
import { Refusal } from "@remit/kernel";
import { isObjectType } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gateway } from "./gateway.ts";
import { inputFor } from "./testing/any-input.ts";
import { everyMeeting } from "./testing/every-meeting.ts";
import { everyPromise } from "./testing/every-promise.ts";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

/** Whether the record differs from what was circulated is told by a hash of all of it, which nobody reads for a list of moves. */
const untold = ["NOTHING_CHANGED"];

interface Now {
  readonly move: string;
  readonly allowed: boolean;
  readonly needs: readonly string[];
  readonly code: string | null;
}

// Moves of actions have a matrix of their own, with what each of them is told.
const nouns = Object.values(gateway.schema().getTypeMap())
  .filter((type) => isObjectType(type) && "moves" in type.getFields() && type.name !== "Action")
  .map(({ name }) => name);

onOneDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let caller: Awaited<ReturnType<typeof callerBy>>;
  let later = "";
  let reports: readonly string[] = [];
  const now = surroundings.now();
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    const group = `Group:${desk.group}`;
    await everyMeeting(desk, group);
    await everyPromise(db, desk);
    // On the day itself, and with nothing on its agenda; another with something.
    const today = now.toISOString().slice(0, 10);
    for (const heading of [null, "Kerbs"]) {
      const hour = heading === null ? "09" : "10";
      const { id } = await desk.act("secretariat", "scheduleMeeting", {
        group,
        starts: { local: `${today}T${hour}:00` },
      });
      if (heading !== null) await desk.act("secretariat", "addItem", { meeting: id, heading });
    }
    later = await desk.meetingOn("2026-09-22");
    reports = await idsOf("Report");
    caller = await callerBy(db, { name: "secretariat" }, now);
  });
  afterAll(() => desk.close());

  const idsOf = async (noun: string) => {
    // Facts of a document are there before anybody answers them.
    const { rows } = await sql<{ id: string }>`
      select distinct subject_type || ':' || subject_id as id from database.journal where subject_type = ${noun}
      union select 'Fact:' || id from documents.fact where ${noun} = 'Fact' order by 1`.execute(db);
    return rows.map(({ id }) => id);
  };
  const movesOf = async (noun: string, id: string): Promise<readonly Now[]> => {
    const query = `query ($id: ID!) { node(id: $id) { ... on ${noun} { moves { move allowed needs code } } } }`;
    const { data, errors } = await desk.send("secretariat", query, { id });
    expect(errors).toBeUndefined();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the query asks for
    return (data["node"]?.["moves"] ?? []) as readonly Now[];
  };
  /** What a verb of a thing is refused with; null where it is done, or is refused for what it is told. */
  const barrierOf = async (command: Command, id: string, needs: readonly string[]) => {
    const { on: _, id: __, ...members } = command.told.shape;
    const given = inputFor(command.told, needs, { Meeting: later, Report: reports.at(-1) });
    const { newId } = surroundings;
    const doing = { caller, now, newId, directory: gateway.directory, dryRun: true };
    try {
      await doCommand(db, command, { ...given, id }, doing);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return Object.hasOwn(members, String(error.path[0])) ? null : error.code;
    }
  };

  test.each(nouns)("what stands in the way of a verb of %s is what `moves` says", async (noun) => {
    const ids = await idsOf(noun);
    expect(ids.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const id of ids) {
      for (const each of await movesOf(noun, id)) {
        const command = gateway.commands.find(({ mutation }) => mutation === each.move);
        const code = await barrierOf(command!, id, each.needs);
        if (code !== each.code && !untold.includes(String(code)))
          wrong.push(`${each.move} of ${id}: ${each.code}, and then ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}, "gateway");
