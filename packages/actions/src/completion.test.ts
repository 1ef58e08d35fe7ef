import type { AgentRef } from "@remit/kernel";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { CompletionPolicy, isSatisfied, policyOf } from "./completion.ts";
import { type Owner, OwnerRole } from "./owner.ts";
import { raise } from "./raise.ts";
import {
  ada,
  eight,
  figures,
  figuresRaised,
  inStatus,
  june,
  march,
  members,
  nia,
  officials,
  robin,
  sam,
  secretariat,
} from "./testing.ts";
import { answer } from "./verbs/answer.ts";
import { close } from "./verbs/close.ts";
import { complete, doneAsRecorded } from "./verbs/complete.ts";
import { shareOut } from "./verbs/share-out.ts";
import { supersede } from "./verbs/supersede.ts";
import { withdraw } from "./verbs/withdraw.ts";

const own = (
  agent: AgentRef,
  role: OwnerRole = "not-stated",
  status: Owner["status"] = "pending",
) => ({
  agent,
  role,
  status,
});
const withOwners = (owners: ReturnType<typeof own>[], completion: CompletionPolicy | null = null) =>
  raise({ ...figuresRaised, owners, ownerNotStated: owners.length === 0, completion });

test.each([
  { who: "one person", owners: [own(nia)], policy: "any" },
  { who: "a lead and another", owners: [own(nia, "lead"), own(sam)], policy: "lead" },
  { who: "a pair", owners: [own(nia), own(robin)], policy: "all" },
  { who: "one and who supports them", owners: [own(nia), own(robin, "support")], policy: "any" },
  { who: "a secretariat", owners: [own(secretariat)], policy: "any" },
  { who: "members", owners: [own(members)], policy: "by-group" },
  { who: "officials and one", owners: [own(officials), own(nia)], policy: "by-group" },
  { who: "nobody", owners: [], policy: "by-group" },
])("INV-A7 by default $who: $policy", ({ owners, policy }) => {
  expect(policyOf(withOwners(owners)).kind).toBe(policy);
});

const said = "done" as const;

test.each<{ policy: CompletionPolicy; owners: ReturnType<typeof own>[]; met: boolean }>([
  { policy: { kind: "any" }, owners: [own(nia), own(sam)], met: false },
  { policy: { kind: "any" }, owners: [own(nia), own(sam, "not-stated", said)], met: true },
  { policy: { kind: "any" }, owners: [own(nia), own(sam, "support", said)], met: false },
  { policy: { kind: "all" }, owners: [own(nia), own(sam, "co-owner", said)], met: false },
  {
    policy: { kind: "all" },
    owners: [own(nia, "co-owner", said), own(sam, "co-owner", said)],
    met: true,
  },
  { policy: { kind: "all" }, owners: [own(nia, "lead", said), own(sam, "support")], met: true },
  {
    policy: { kind: "all" },
    owners: [own(nia, "co-owner", "not-applicable"), own(sam, "co-owner", said)],
    met: true,
  },
  {
    policy: { kind: "all" },
    owners: [own(nia, "co-owner", "declined"), own(sam, "co-owner", said)],
    met: false,
  },
  { policy: { kind: "all" }, owners: [own(nia, "co-owner", "not-applicable")], met: false },
  { policy: { kind: "lead" }, owners: [own(nia, "lead"), own(sam, "co-owner", said)], met: false },
  { policy: { kind: "lead" }, owners: [own(nia, "lead", said), own(sam)], met: true },
  {
    policy: { kind: "at-least", count: 2 },
    owners: [own(nia, "co-owner", said), own(sam)],
    met: false,
  },
  {
    policy: { kind: "at-least", count: 2 },
    owners: [own(nia, "co-owner", said), own(sam, "co-owner", said), own(ada)],
    met: true,
  },
  { policy: { kind: "by-group" }, owners: [own(nia, "lead", said)], met: false },
])("INV-A7 $policy of $owners.length is met: $met", ({ policy, owners, met }) => {
  expect(isSatisfied(withOwners(owners, policy))).toBe(met);
});

test("INV-A7 a pair is done when both have said so", () => {
  const pair = eight[2]!;
  const first = { by: robin, on: "2026-04-01" };
  expect(() => complete(pair, first)).toThrow(
    expect.objectContaining({
      code: "INV-A7",
      message: expect.stringContaining("1 of its owners has not"),
      params: { policy: "all", waitingFor: ["Nia Frew"] },
    }),
  );
  const half = answer(pair, { by: nia, on: "2026-03-30", status: "done" });
  expect(complete(half, first)).toMatchObject({
    status: "done",
    owners: [
      { status: "done", on: "2026-04-01" },
      { status: "done", on: "2026-03-30" },
    ],
  });
});

test("INV-A7 five members of a crowd may be enough", () => {
  const people = [ada, sam, robin, nia];
  const enough = { ...eight[0]!, completion: { kind: "at-least", count: 2 } } as Action;
  const shared = shareOut(enough, { by: sam, on: march.on, owner: members, people });
  const half = answer(shared, { by: ada, on: "2026-04-01", status: "done" });
  expect(complete(half, { by: robin, on: "2026-04-02" }).status).toBe("done");
});

test("INV-A7 a reason overrides the policy, and stays in the record", () => {
  const override = "Nia told the group so in June";
  expect(complete(eight[2]!, { by: sam, on: june.on, override })).toMatchObject({
    status: "done",
    done: { override, by: sam },
  });
  expect(() => complete(eight[2]!, { by: sam, on: june.on, override: " " })).toThrow(
    expect.objectContaining({ code: "INV-A7" }),
  );
});

test("INV-A7 whoever keeps the log says it for an owner", () => {
  expect(() => complete(figures, { by: sam, on: june.on })).toThrow(
    expect.objectContaining({ code: "INV-A7" }),
  );
  expect(complete(figures, { by: sam, on: june.on, owner: nia }).status).toBe("done");
});

test("INV-A7 nobody says it for whoever has no part in it, with a reason or without", () => {
  const facts = { by: sam, on: june.on, owner: robin };
  const refused = expect.objectContaining({ code: "NOT_OWNER", path: ["owner"] });
  expect(() => complete(figures, facts)).toThrow(refused);
  expect(() => complete(figures, { ...facts, override: "Robin told us" })).toThrow(refused);
});

test("INV-A7 a reason stands beside the word of the owner for whom it is given", () => {
  const facts = { by: sam, on: june.on, owner: robin, override: "Nia is abroad" };
  expect(complete(eight[2]!, facts)).toMatchObject({
    owners: [
      { agent: robin, status: "done" },
      { agent: nia, status: "pending" },
    ],
    done: { override: "Nia is abroad" },
  });
});

test("INV-A8 a standing action is never done, nor withdrawn", () => {
  const standing = eight[7]!;
  const facts = { by: ada, on: june.on, reason: "No longer", override: "It is over" };
  expect(() => complete(standing, facts)).toThrow(expect.objectContaining({ code: "INV-A8" }));
  expect(() => withdraw(standing, facts)).toThrow(expect.objectContaining({ code: "INV-A8" }));
});

test.each(["agreed-closed", "no-longer-relevant"] as const)(
  "INV-A8 a standing action ends as %s",
  (kind) => {
    const closed = close(eight[7]!, { by: ada, on: june.on, agreedIn: june.meeting, kind });
    expect(closed).toMatchObject({ status: "closed", closure: { kind } });
  },
);

test("INV-A8 a standing action ends as superseded, but not as completed", () => {
  const [other] = eight;
  const successors = [{ type: "Action", id: other!.id, label: other!.reference }];
  const reason = { by: ada, on: june.on, reason: "The other one covers it" };
  const superseded = supersede(eight[7]!, { ...reason, successors, supersededBy: () => [] });
  expect(superseded.status).toBe("superseded");
  const closing = { by: ada, on: june.on, agreedIn: june.meeting, kind: "completed" as const };
  expect(() => close(eight[7]!, closing)).toThrow(expect.objectContaining({ code: "INV-A8" }));
});

test("what its source has as done is done, and nobody is said to have said so", () => {
  const override = 'Recorded in the minutes as "achieved"';
  const done = doneAsRecorded(figures, { on: june.on, override });
  expect(done).toMatchObject({
    status: "done",
    version: figures.version + 1,
    owners: [{ status: "pending" }],
    done: { by: null, on: june.on, override },
  });
});

test.each([
  { what: "a standing action", action: eight[7]!, override: "It is over", code: "INV-A8" },
  { what: "what is closed", action: inStatus.closed, override: "It is", code: "MOVE_REFUSED" },
  { what: "anything for no reason", action: figures, override: " ", code: "INV-A7" },
])("no source makes $what done: $code", ({ action, override, code }) => {
  expect(() => doneAsRecorded(action, { on: june.on, override })).toThrow(
    expect.objectContaining({ code }),
  );
});
