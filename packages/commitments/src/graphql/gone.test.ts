import type { Context } from "@remit/graphql";
import type { GivenId } from "@remit/kernel";
import { expect, test } from "vitest";
import { idsAfter } from "../testing.ts";
import { isGone } from "./gone.ts";

const newId = idsAfter(0);
const refs = Array.from({ length: 40 }, () => ({
  type: "Action",
  id: newId(),
  label: "An action",
}));

test("INV-C25 whatever an operation asks of evidence is asked by one statement", async () => {
  const asked: (readonly GivenId[])[] = [];
  const directory = {
    lookUp: (_: unknown, given: readonly GivenId[]) => {
      asked.push(given);
      const rest = given.slice(1);
      return Promise.resolve(
        rest.map((each) => ({ ...each, label: "x", access: "public" as const })),
      );
    },
    zoneOf: () => Promise.reject(new Error("Nobody asks for a zone.")),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing but its identity and its database is used
  const context = { db: null } as unknown as Context;
  const gone = await Promise.all(refs.map((ref) => isGone(directory, context, ref)));
  expect(gone).toEqual(refs.map((_, index) => index === 0));
  expect(asked.map((given) => given.length)).toEqual([40]);
});
