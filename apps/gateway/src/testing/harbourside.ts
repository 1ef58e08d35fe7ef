import type { Db } from "@remit/database";
import { expect } from "vitest";
import { surroundings } from "../context.ts";
import { importDocument } from "../import/import.ts";
import { april, march } from "../testing.ts";
import { giveTokens, openDesk } from "./desk.ts";

/** The pavements group after two meetings, another group beside it, and a gateway at which both have their tokens. */
export async function openHarbourside(db: Db) {
  const take = (name: string, text: string) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, {}, surroundings);
  await take("march.txt", march);
  await take("april.txt", april);
  await take("other.txt", march.replaceAll("Harbourside Pavements", "Hill Lamps"));
  const groups = await db.selectFrom("groups.group").select(["id", "slug"]).execute();
  const idOf = (part: string) => groups.find(({ slug }) => slug.includes(part))?.id ?? "";
  const [group, hill] = [idOf("harbourside"), idOf("hill")];
  await giveTokens(db, {
    secretariat: { role: "secretariat", group },
    chair: { role: "chair", group },
    member: { role: "member", group },
    stranger: { role: "secretariat", group: hill },
  });
  const desk = await openDesk(db);

  const meetingOn = async (day: string, of = group) => {
    const { id } = await db
      .selectFrom("meetings.meeting")
      .select("id")
      .where("group_id", "=", of)
      .where("held_on", "=", day)
      .executeTakeFirstOrThrow();
    return `Meeting:${id}`;
  };
  /** An action of the pavements group, raised in March; its id. */
  const raise = async (text = "Sam to paint the kerb", facts: object = {}): Promise<string> => {
    const raised = await desk.act("secretariat", "raiseAction", {
      meeting: await meetingOn("2026-03-10"),
      text,
      owners: [{ agent: { name: "Sam" } }],
      ...facts,
    });
    expect(raised).toMatchObject({ __typename: "Action", version: 1 });
    return String(raised["id"]);
  };
  return { ...desk, group, hill, meetingOn, raise };
}

export type Harbourside = Awaited<ReturnType<typeof openHarbourside>>;
