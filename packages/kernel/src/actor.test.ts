import { expect, test } from "vitest";
import { type Actor, speaksFor } from "./actor.ts";
import { AgentRef, sameAgent } from "./ref.ts";

const id = (last: number) => `01990000-0000-7000-8000-00000000000${last}`;
const [sam, council, pavements, drains] = [id(1), id(2), id(3), id(4)];
const actor: Actor = {
  id: sam,
  actsFor: [council],
  roles: [{ group: pavements, role: "member" }],
  official: false,
  administrator: false,
};
const crowd = { kind: "collective", label: "As written", asOf: "2026-03-04" } as const;

test.each<{ who: string; agent: AgentRef; speaks: boolean }>([
  { who: "the person", agent: { kind: "person", id: sam, label: "Sam" }, speaks: true },
  { who: "another person", agent: { kind: "person", id: council, label: "X" }, speaks: false },
  { who: "their body", agent: { kind: "organisation", id: council, label: "C" }, speaks: true },
  { who: "another body", agent: { kind: "organisation", id: drains, label: "D" }, speaks: false },
  { who: "a post of others", agent: { kind: "post", id: drains, label: "P" }, speaks: false },
  { who: "a whole group", agent: { kind: "group", id: pavements, label: "G" }, speaks: false },
  { who: "members", agent: { ...crowd, group: pavements, selector: "members" }, speaks: true },
  { who: "other members", agent: { ...crowd, group: drains, selector: "members" }, speaks: false },
  { who: "officials", agent: { ...crowd, group: pavements, selector: "officials" }, speaks: false },
  { who: "attendees", agent: { ...crowd, group: pavements, selector: "attendees" }, speaks: false },
  {
    who: "the secretariat",
    agent: { ...crowd, group: pavements, selector: "secretariat" },
    speaks: false,
  },
  { who: "a mere name", agent: { kind: "unresolved", label: "Sam" }, speaks: false },
])("a member speaks for $who: $speaks", ({ agent, speaks }) => {
  expect(speaksFor(actor, AgentRef.parse(agent))).toBe(speaks);
});

test("agents are the same by what they are, not by how they are written", () => {
  const person = { kind: "person", id: sam, label: "Sam Okoro" } as const;
  expect(sameAgent(person, { ...person, label: "Mr Okoro" })).toBe(true);
  expect(sameAgent(person, { ...person, kind: "post" })).toBe(false);
  const members = { ...crowd, group: pavements, selector: "members" } as const;
  expect(sameAgent(members, { ...members, label: "all members" })).toBe(true);
  expect(sameAgent(members, { ...members, asOf: "2026-06-03" })).toBe(false);
  expect(sameAgent({ kind: "unresolved", label: "A" }, { kind: "unresolved", label: "B" })).toBe(
    false,
  );
});
