import type { Db } from "@remit/database";
import type { Gateway } from "@remit/graphql";
import { expect } from "vitest";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importPavements } from "./pavements.ts";

/** The pavements group after two meetings, another group beside it, and a gateway at which both have their tokens. */
export async function openHarbourside(db: Db, gateway?: Gateway) {
  const pavements = await importPavements(db);
  const [group, hill] = [pavements.group.id, pavements.neighbours.id];
  await giveTokens(db, {
    secretariat: { role: "secretariat", group },
    chair: { role: "chair", group },
    member: { role: "member", group },
    stranger: { role: "secretariat", group: hill },
  });
  const desk = await openDesk(db, undefined, gateway);

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
  return { ...desk, pavements, group, hill, meetingOn, raise };
}

export type Harbourside = Awaited<ReturnType<typeof openHarbourside>>;
