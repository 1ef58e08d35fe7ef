import type { AgentRef } from "@remit/kernel";
import { expect, test } from "vitest";
import { Action } from "./action.ts";
import { crowdOf, type Belonging } from "./crowd.ts";
import { draft, raise } from "./raise.ts";
import {
  ada,
  eight,
  figures,
  figuresRaised,
  june,
  march,
  members,
  nia,
  pavements,
  robin,
  sam,
  secretariat,
} from "./testing.ts";
import { answer } from "./verbs/answer.ts";
import { confirm } from "./verbs/confirm.ts";
import { reassign } from "./verbs/reassign.ts";
import { shareOut } from "./verbs/share-out.ts";

const unowned = { ...figuresRaised, owners: [] };
const why = { by: ada, on: "2026-04-01", reason: "Robin knows the streets" };
const [leaflet] = eight;
const shared = (owner: AgentRef, people: readonly AgentRef[], action = leaflet!) =>
  shareOut(action, { by: ada, on: march.on, owner, people });

test("INV-A3 an action names an owner, or says that none is stated", () => {
  expect(() => raise(unowned)).toThrow(expect.objectContaining({ code: "INV-A3" }));
  expect(raise({ ...unowned, ownerNotStated: true }).owners).toEqual([]);
  expect(() => raise({ ...figuresRaised, ownerNotStated: true })).toThrow(
    expect.objectContaining({ code: "INV-A3" }),
  );
});

test("INV-A3 a draft may leave its owner open until it is confirmed", () => {
  const unconfirmed = draft(unowned);
  expect(() => confirm(unconfirmed, why)).toThrow(expect.objectContaining({ code: "INV-A3" }));
  expect(confirm(unconfirmed, { ...why, ownerNotStated: true }).status).toBe("open");
});

test("INV-A3 a guest may own an action, and so may a name that nobody has placed", () => {
  expect(figures.owners).toMatchObject([{ agent: nia, role: "not-stated", status: "pending" }]);
  const stranger = { kind: "unresolved", label: "the bus people" } as const;
  expect(raise({ ...unowned, owners: [{ agent: stranger }] }).owners).toHaveLength(1);
});

test("INV-A3 reassigning to nobody says that none is stated", () => {
  expect(reassign(figures, { ...why, owners: [] })).toMatchObject({
    owners: [],
    ownerNotStated: true,
  });
});

test("INV-A4 an action has one lead at most", () => {
  const lead = [sam, nia].map((agent) => ({ agent, role: "lead" as const }));
  expect(() => raise({ ...unowned, owners: lead })).toThrow(
    expect.objectContaining({ code: "INV-A4" }),
  );
  expect(() => reassign(figures, { ...why, owners: lead })).toThrow(
    expect.objectContaining({ code: "INV-A4" }),
  );
  const stored = { ...figures, owners: lead.map((owner) => ({ ...figures.owners[0], ...owner })) };
  expect(Action.safeParse(stored).error?.issues).toMatchObject([
    { path: ["owners"], message: expect.stringContaining("INV-A4") },
  ]);
});

const belonging = (
  agent: Belonging["agent"],
  from: string | null,
  to: string | null,
): Belonging => ({
  agent,
  group: pavements.id,
  selector: "members",
  from,
  to,
});

test("INV-A5 a crowd is who belonged to it on its day, whoever joins or leaves later", () => {
  const then = [
    belonging(ada, "2025-01-01", null),
    belonging(robin, null, march.on),
    belonging(sam, "2025-01-01", "2026-03-03"),
    belonging(nia, "2026-03-05", null),
    { ...belonging(nia, null, null), selector: "officials" as const },
    { ...belonging(nia, null, null), group: "01990000-0000-7000-8000-000000000099" },
  ];
  expect(crowdOf(members, then)).toEqual([ada, robin]);
  const settled = shared(members, crowdOf(members, then));
  const later = [...then.slice(1), belonging(sam, march.on, null)];
  expect(crowdOf(members, later)).not.toEqual([ada, robin]);
  expect(settled.owners[0]?.assignments?.map(({ agent }) => agent)).toEqual([ada, robin]);
  expect(() => shared(members, crowdOf(members, later), settled)).toThrow(
    expect.objectContaining({ code: "INV-A5" }),
  );
});

test.each([
  { from: "2021-12", to: null, day: "2021-12-01", of: true },
  { from: "2021-12", to: null, day: "2021-11-30", of: false },
  { from: "2021", to: null, day: "2021-01-01", of: true },
  { from: null, to: "2021-12", day: "2021-12-31", of: true },
  { from: null, to: "2021-12", day: "2022-01-01", of: false },
  { from: null, to: "2021", day: "2021-12-31", of: true },
  { from: "2021", to: "2021", day: "2022-01-01", of: false },
])("INV-A5 from $from to $to holds $day: $of", ({ from, to, day, of }) => {
  const crowd = { ...members, asOf: day };
  expect(crowdOf(crowd, [belonging(ada, from, to)])).toEqual(of ? [ada] : []);
});

test("INV-A5 a crowd is asked of the day on which it was named", () => {
  const wrong = { ...members, asOf: june.on };
  expect(() => raise({ ...unowned, owners: [{ agent: wrong }] })).toThrow(
    expect.objectContaining({ code: "INV-A5" }),
  );
  expect(() => reassign(figures, { ...why, owners: [{ agent: members }] })).toThrow(
    expect.objectContaining({ code: "INV-A5" }),
  );
  // Who was named before stays as they were.
  const kept = reassign(leaflet!, { ...why, owners: [{ agent: members }, { agent: nia }] });
  expect(kept.owners.map(({ agent }) => agent)).toEqual([members, nia]);
});

test("INV-A6 each person of a crowd has one part", () => {
  const { owners } = shared(members, [ada, robin, { ...ada, label: "the Chair" }]);
  expect(owners[0]?.assignments).toMatchObject([
    { agent: ada, status: "pending" },
    { agent: robin, status: "pending" },
  ]);
});

test("INV-A6 nobody but a crowd or a body is shared out", () => {
  const refused = expect.objectContaining({ code: "INV-A6" });
  expect(() => shared(nia, [nia, sam], figures)).toThrow(refused);
  expect(() => shared(sam, [sam], figures)).toThrow(refused);
  const both = reassign(leaflet!, { ...why, owners: [{ agent: members }, { agent: nia }] });
  expect(() => shared(nia, [nia, sam], both)).toThrow(refused);
  expect(shared(secretariat, [sam], eight[1]).owners[0]?.assignments).toHaveLength(1);
  const [owner] = figures.owners;
  const stored = { ...figures, owners: [{ ...owner, assignments: [] }] };
  expect(Action.safeParse(stored).success).toBe(false);
});

test("whoever stays an owner keeps what they have said about their part", () => {
  const said = answer(figures, { by: nia, on: "2026-03-09", status: "acknowledged" });
  const joined = reassign(said, {
    ...why,
    owners: [{ agent: nia, role: "lead" }, { agent: robin }],
  });
  expect(joined.owners).toMatchObject([
    { agent: nia, role: "lead", status: "acknowledged", on: "2026-03-09" },
    { agent: robin, status: "pending" },
  ]);
});

test("an owner or one of a crowd answers for their part", () => {
  const each = shared(members, [ada, robin]);
  const said = { status: "done", on: "2026-04-01", note: "My whole street has it" } as const;
  const answered = answer(each, { by: robin, ...said });
  expect(answered.owners[0]?.assignments).toMatchObject([{ status: "pending" }, said]);
  // Whoever keeps the record says it for them.
  expect(answer(each, { by: sam, owner: robin, ...said })).toEqual(answered);
  expect(() => answer(each, { by: nia, ...said })).toThrow(
    expect.objectContaining({ code: "NOT_OWNER" }),
  );
});
