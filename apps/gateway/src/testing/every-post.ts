import type { Db } from "@remit/database";
import { surroundings } from "@remit/gateway";
import { sql } from "kysely";
import type { Harbourside } from "./harbourside.ts";

/** Does every verb of posts and of places of organisations, so that a group has some of each. */
export async function everyPost(
  db: Db,
  desk: Pick<Harbourside, "act">,
  of: {
    readonly group: string;
    readonly person: string;
    readonly organisation: string;
    readonly meeting: string;
  },
): Promise<void> {
  const { group, person, organisation, meeting } = of;
  const act = async (verb: string, input: object): Promise<string> => {
    const answer = await desk.act("secretariat", verb, input);
    if (answer["code"] !== undefined) throw new Error(`${verb}: ${JSON.stringify(answer)}`);
    return String(answer["id"]);
  };
  const post = await act("createPost", { group, title: "Director of Streets", from: "2020" });
  await act("amendPost", { id: post, title: "Director of the Streets", organisation });
  const acts = await act("appointHolder", { post, person, acting: true, from: "2025" });
  await act("datePostHolding", { id: acts, to: "2025-12" });
  const holds = await act("appointHolder", { post, person, from: "2026-01-01" });
  await act("addExOfficioMember", { group, post, from: "2020" });
  await act("endPostHolding", { id: holds, to: "2026-02-01", on: "2026-02-01" });
  const gone = await act("createPost", { group, title: "Keeper of the lamps" });
  await act("abolishPost", { id: gone, to: "2021" });
  const seat = await act("createSeat", {
    group,
    name: "Residents, first seat",
    appointedBy: { name: "The town council" },
    termMonths: 24,
  });
  await act("amendSeat", { id: seat, organisation, alternate: person, carriesOver: true });
  const member = await act("fillSeat", { seat, role: "OBSERVER", from: "2024-01-01" });
  await act("nominate", { id: member, person, organisation, on: "2024-02-01" });
  const lost = await act("createSeat", { group, name: "Traders, first seat" });
  await act("abolishSeat", { id: lost, to: "2021" });
  const deputy = (rest: object) => act("nominateDeputy", { membership: member, ...rest });
  await deputy({ scope: { notStated: true } });
  await act("acceptDeputyNomination", { id: await deputy({ post, powers: "FULL" }) });
  const declined = await deputy({ scope: { meeting }, powers: "OBSERVE" });
  await act("declineDeputyNomination", { id: declined, reason: "Too far to walk" });
  await act("endDeputyNomination", { id: await deputy({ post }), reason: "Moved away" });
  const parent = surroundings.newId();
  await sql`insert into groups.organisation (id, slug, name)
    values (${parent}, 'bigger-town', 'The bigger town')`.execute(db);
  const place = await act("placeOrganisation", {
    group,
    organisation,
    parent: `Organisation:${parent}`,
  });
  await act("endOrganisationPlace", { id: place, to: "2030" });
}
