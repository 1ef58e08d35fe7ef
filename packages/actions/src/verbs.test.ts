import { madeBy, Refusal, toldTo } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { figures } from "./testing.ts";
import { actionVerbs } from "./verbs.ts";
import { agreeLog, takeLog } from "./verbs/action-log.ts";
import { raiseAtMeeting } from "./verbs/raise.ts";

const makers = [raiseAtMeeting, takeLog];
const verbs = Object.values(actionVerbs);

test.each(Object.entries(actionVerbs))("%s is called what its key says", (name, { title }) => {
  expect(title).toBe(name);
});

test("no two verbs have one mutation", () => {
  const mutations = [...verbs, agreeLog, ...makers].map(({ mutation }) => mutation);
  expect(new Set(mutations).size).toBe(mutations.length);
});

/** How what is told to each verb is read. */
const readers = [
  ...verbs.map(({ mutation, input }) => ({
    mutation,
    shape: input.shape,
    read: (given: unknown) => toldTo("Action", input.shape, given),
  })),
  {
    mutation: agreeLog.mutation,
    shape: agreeLog.input.shape,
    read: (given: unknown) => toldTo("ActionLogSnapshot", agreeLog.input.shape, given),
  },
  ...makers.map(({ mutation, input }) => ({
    mutation,
    shape: input.shape,
    read: (given: unknown) => madeBy(input.shape, given),
  })),
];

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

// Texts that come so near to what is asked for that reading goes on beyond them.
const nearly = fc.oneof(
  ...["Action", "Meeting", "Group", "Person", "Document", "toString"].map((type) =>
    fc.constantFrom(`${type}:${figures.id}`, `${type}:${figures.id}:`, `${type}:`, type),
  ),
  fc.constantFrom(
    "2026-02-30",
    "2026-02",
    "P3M",
    "P",
    "done",
    "members",
    "1e9",
    "-0.5",
    "__proto__",
  ),
  fc.string({ unit: "binary" }),
);

/** The members of inputs, and of what stands in them. */
const members = `id expectedVersion on idempotencyKey agent person collective selector label name role text
  date byMeeting byNextMeeting within duration from standing exact value unit __proto__ toString`;

const codeOf = (read: () => unknown) => {
  try {
    read();
    return "read";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each(readers)("whatever is told to $mutation is read, or refused", ({ shape, read }) => {
  const member = fc.constantFrom(...Object.keys(shape), ...members.split(/\s+/u));
  const { given } = fc.letrec<{ given: unknown; value: unknown }>((tie) => ({
    given: fc.dictionary(member, tie("value"), { maxKeys: 8, noNullPrototype: false }),
    value: fc.oneof(
      { depthSize: "small" },
      nearly,
      anything,
      fc.array(tie("value"), { maxLength: 3 }),
      tie("given"),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(given, given, anything), (told) => {
      expect(["read", "INVALID_INPUT"]).toContain(codeOf(() => read(told)));
    }),
  );
});
