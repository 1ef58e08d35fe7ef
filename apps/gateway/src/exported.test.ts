import * as actions from "@remit/actions";
import { figures, inStatus, members, nia, pavements, sam } from "@remit/actions/testing";
import * as commitments from "@remit/commitments";
import * as documents from "@remit/documents";
import * as write from "@remit/documents/write";
import * as groups from "@remit/groups";
import { director, residentsSeat, robinRecord } from "@remit/groups/testing";
import { issuesOf, Refusal } from "@remit/kernel";
import * as meetings from "@remit/meetings";
import fc from "fast-check";
import { expect, test } from "vitest";

type Exported = ((...given: unknown[]) => unknown) & {
  readonly input?: { readonly shape: object };
  readonly needs?: readonly string[];
  readonly outcome?: unknown;
};
const isFunction = (value: unknown): value is Exported => typeof value === "function";

/** The functions that the packages export, by package and name. */
const exported = Object.entries({
  actions,
  commitments,
  documents,
  groups,
  meetings,
  write,
}).flatMap(([from, its]) =>
  Object.entries(its).flatMap(([name, value]) =>
    isFunction(value) ? [{ name: `${from}: ${name}`, call: value }] : [],
  ),
);

/** What is asked of what is on record, which was read before: not what anybody sends. */
const ofRecords = new Set(
  `carriedForward crowdOf digest dueDay dueRevisions doneAsRecorded follow isDraft isUnminuted isDueSoon isIntact isLive
  isNeverReviewed isOverdue isSatisfied minuteGaps movesFor nextNumber originalDue originalText policyOf printLog
  refOf referenceOf remindersDue restate reviewGaps rewordings seesAction snapshotOf spokenFor spokenForAlone
  takeSnapshot agree unlisted unminuted wasOpen assertDeletable actionVerb`
    .split(/\s+/u)
    .map((name) => `actions: ${name}`)
    .concat(
      ...`asAt comparedRatings convertedRating currentOf doubtsIn effectOf growthOf headlineOf isMet isSelfLink
        isWithinYear missingParts namedIn originalDue originalOf planMission progressOf ratingIn refileCommitment
        refileObservation refilePart refileTarget required scaleOf slippageOf totalOf totalsByValue trendOf unaccounted`
        .split(/\s+/u)
        .map((name) => `commitments: ${name}`),
      ..."asDocx asFragment asHtml asMarkdown inMarkup inTemplate"
        .split(" ")
        .map((name) => `write: ${name}`),
      "documents: familyNameOf",
      "documents: looksLikeName",
      "documents: nameOf",
      "documents: officialRecordOf",
      "documents: isReport",
      "documents: readMinutes",
      "documents: readReport",
      "groups: codeOf",
      "groups: holdersOn",
      "groups: isForMeeting",
      "groups: isListed",
      "groups: isOn",
      "groups: kindOf",
      "groups: quorumOf",
      "groups: nomineeOn",
      "groups: vacantOn",
    ),
);

const id = figures.id;
const sample = [
  ...Object.values(inStatus),
  nia,
  sam,
  members,
  pavements,
  { agent: nia },
  { agent: { kind: "person", id: "x", label: "x" } },
  { kind: "date", on: "2026-05-29", text: null },
  { kind: "by-meeting", meeting: "next", on: null },
  { kind: "exact", value: "1", unit: "bench" },
  { text: "Half", owners: [{ agent: nia }] },
  id,
  "2026-04-01",
  "2026-02-30",
  "public",
  "done",
  "because",
];

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    { weight: 6, arbitrary: fc.constantFrom(...sample) },
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("agent", "kind", "id", "label", "on", "type"), tie("value")),
  ),
})).value;

/** An object with some of its members in place of others. */
const changed = (base: object, keys: readonly string[]) =>
  fc
    .dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 })
    .map((members) => ({ ...base, ...members }));

const anAction = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(inStatus)) },
  changed(figures, Object.keys(figures)),
  value,
);

const codeOf = async (call: () => unknown): Promise<string> => {
  try {
    await call();
    return "done";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
};

/** What verbs are told of other records, which no caller sends. */
const facts: Readonly<Record<string, unknown>> = {
  closers: "group",
  supersededBy: () => [],
  dependencies: () => [],
  taken: [],
  series: { group: pavements, stem: "HPWG-2026-03-A", next: 9 },
  nextMeeting: { meeting: "next", on: null },
  people: [nia],
  duplicates: [],
  group: pavements,
  actions: [],
  hash: (text: string) => text,
  kinds: ["task"],
  isZoneKnown: true,
  held: [],
  access: "public",
  seat: residentsSeat,
  post: director,
  holdings: [],
  places: [],
  members: [],
  holders: [],
  deputiesAllowed: null,
  duplicate: robinRecord,
  other: robinRecord,
  references: [],
  changedSince: [],
  memberships: [],
  place: { position: 1, codes: [] },
  vintages: [],
  home: { ref: pavements, slug: "harbourside", zone: "Europe/London" },
  others: [],
  sitting: { id, heldOn: "2026-03-04", status: "held", access: "public", circulated: false },
  contentHash: "hash",
  isThere: false,
  money: { amount: "1", currency: "GBP", lines: [], complete: false },
  snapshot: { commitments: [], targets: [], figures: [], assessments: [], funding: [] },
  growth: { kind: "not-computable", reason: "NO_FIGURE" },
  newId: () => id,
};

const given = ({ input, needs = [], length }: Exported) => {
  if (input === undefined) return fc.array(fc.oneof(anAction, value), { maxLength: length });
  const keys = [...Object.keys(input.shape), "by", "on"];
  const told = { by: sam, on: "2026-04-01", reason: "because", agreedIn: null };
  const known = Object.fromEntries(needs.map((need) => [need, facts[need]]));
  const said = fc.oneof(
    { weight: 4, arbitrary: changed(told, keys).map((each) => ({ ...each, ...known })) },
    value,
  );
  return fc.oneof(fc.tuple(anAction, said), fc.tuple(said));
};

test.each(exported.filter(({ name }) => !ofRecords.has(name)))(
  "$name gives a value or a refusal, whatever it is given",
  async ({ call }) => {
    await fc.assert(
      fc.asyncProperty(given(call), async (args) => {
        expect(await codeOf(() => call(...args))).toMatch(/^(?:[A-Z_]+|INV-[A-Z]\d+|done)$/u);
      }),
      { numRuns: 300 },
    );
  },
);

test("every function is held by that, or asked of what is on record", () => {
  const names = exported.map(({ name }) => name);
  expect([...ofRecords].filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !ofRecords.has(name)).length).toBeGreaterThan(25);
});

test("what is wrong with an owner is told in words, at its place", () => {
  const owners = [{ agent: { kind: "person", id: "x", label: "Nia" } }] as const;
  const { status: _, version: _version, ...raised } = figures;
  const refusal = (() => {
    try {
      actions.raise({ ...raised, owners: [...owners] });
    } catch (error) {
      return error;
    }
    return null;
  })();
  expect(refusal).toMatchObject({ name: "Refusal", code: "INVALID_INPUT" });
  expect(refusal instanceof Refusal && issuesOf(refusal).map(({ path }) => path.join("."))).toEqual(
    ["owners.0.agent.id"],
  );
});
