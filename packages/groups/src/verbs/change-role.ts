import { type Day, keepers, Note, Refusal, Stepped } from "@remit/kernel";
import { assertFits, dayBefore } from "../fitting.ts";
import { beginning, isOn, type MembershipRecord, MembershipRole } from "../membership.ts";
import { membershipVerb } from "../verb.ts";

/** Refuses with `NOT_A_MEMBER` what has not begun, or has ended, by a day. */
export function assertGoesOn(membership: MembershipRecord, on: Day): void {
  if (isOn(on, membership)) return;
  const term = [beginning(membership) ?? "…", membership.to ?? "…"].join(" to ");
  const message = `The membership is of ${term}, and ${on} is not in it: give a day that is, or add the person anew.`;
  throw new Refusal("NOT_A_MEMBER", message, { path: ["on"] });
}

/** A member takes another role from a day on: the membership in the role before ends, and one in the new role begins. */
export const changeRole = membershipVerb("changeRole", {
  says: "Gives a member another role from a day on: the membership ends the day before, and another begins.",
  mutation: "changeRole",
  by: keepers,
  input: {
    role: MembershipRole.describe("The role from that day on."),
    position: Note.optional().describe(
      "The post or title of the person beside the role; as before if left out.",
    ),
  },
  needs: ["held", "newId"],
  refuses: ["INV-G1", "INV-G2", "SEAT_TAKEN", "NOT_A_MEMBER"],
  step: (before, { role, position = before.position, on, held, newId }) => {
    assertGoesOn(before, on);
    if (role === before.role && position === before.position) return null;
    const edited = { basis: "edited" } as const;
    const others = held.filter(({ id }) => id !== before.id);
    const start = beginning(before);
    // Nobody was it for a day: the role is put right.
    if (start === on) {
      const facts = { role, position, assertion: edited };
      assertFits({ ...before, ...facts }, others);
      return facts;
    }
    const { id: _, ...rest } = before;
    const after: MembershipRecord = {
      ...rest,
      ...namedFrom(before, on),
      id: newId(),
      version: 1,
      role,
      position,
      from: on,
      asOf: null,
      assertion: edited,
      source: null,
    };
    const ended = { to: dayBefore(on), assertion: edited };
    assertFits(after, [...others, { ...before, ...ended }]);
    return new Stepped<MembershipRecord>(ended, { made: [after] });
  },
});

/** Whoever is named for a seat stays it in the other role. */
const namedFrom = ({ nominees, person }: MembershipRecord, on: Day) =>
  nominees === undefined
    ? {}
    : {
        nominees: nominees
          .filter((named) => named.person === person && named.to === null)
          .map((named) => ({ ...named, from: on })),
      };
