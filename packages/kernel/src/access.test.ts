import { expect, test } from "vitest";
import { Access, sees, standsIn } from "./access.ts";

const [own, other] = [
  "01990000-0000-7000-8000-000000000001",
  "01990000-0000-7000-8000-000000000002",
];
const nobody = { administrator: false, official: false, roles: [] };
const memberOf = (group: string) => ({ ...nobody, roles: [{ group, role: "member" as const }] });
const viewers = {
  anybody: nobody,
  "a member": memberOf(own),
  "a member of another group": memberOf(other),
  "an official": { ...nobody, official: true },
  "an official who is a member": { ...memberOf(own), official: true },
  "an administrator": { ...nobody, administrator: true },
};

const pairs = Access.options.flatMap((access) =>
  Access.options.flatMap((within) =>
    [own, other].map((group) => ({ access, within, group, sameGroup: group === own })),
  ),
);

test.each(pairs)(
  "what is $access stands in what is $within (of the same group: $sameGroup) where all who see that see this",
  ({ access, within, group, sameGroup }) => {
    const readers = Object.values(viewers).filter((viewer) => sees(viewer, within, own));
    expect(standsIn(access, within, sameGroup)).toBe(
      readers.every((viewer) => sees(viewer, access, group)),
    );
  },
);
