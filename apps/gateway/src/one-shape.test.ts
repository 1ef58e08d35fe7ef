import type { ActionMove } from "@remit/actions";
import { actionVerbs } from "@remit/actions";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { getNamedType, type GraphQLOutputType, isObjectType } from "graphql";
import { anybody } from "@remit/graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gateway } from "./gateway.ts";
import { selectionOf } from "./testing/asking.ts";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { answerTo } from "@remit/gateway/testing";

const schema = gateway.schema();

/** What says which action it is, what may be done now, and what hangs on the action as it stands. */
const ofThePresent = ["id", "moves", "history", "asAt", "warnings", "contributesTo", "facts"];

/** Every other field of an action with what it holds, so many levels down; of other things which they are. */
function fields(depth: number): string[] {
  const type = schema.getType("Action");
  if (!isObjectType(type)) throw new Error("There is no type of actions.");
  return (
    Object.values(type.getFields())
      .filter(({ name }) => !ofThePresent.includes(name))
      .map(
        (field) =>
          `${field.name} ${isNode(field.type) ? "{ id }" : selectionOf(schema, field.type, depth)}`,
      )
      // An owner leads back to the action as it stands, and a meeting counts what is open now.
      .map((field) => field.replace(/\baction \{[^{}]*\}|\bopenActionCount\b/gu, ""))
  );
}
const isNode = (type: GraphQLOutputType) => {
  const named = getNamedType(type);
  return isObjectType(named) && named.getInterfaces().some(({ name }) => name === "Node");
};
const fragmentOf = (some: readonly string[]) =>
  `fragment Everything on Action { reference text version ${some.join(" ")} }`;

const fragment = fragmentOf(fields(4));
/** In parts, and less deep: a log is many actions. */
const parts = [0, 1, 2, 3].map((part) =>
  fragmentOf(fields(3).filter((_, place) => place % 4 === part)),
);

const shown = "{ id ...Everything }";
const places = {
  now: "...Everything",
  asAt: `asAt(at: $at) { action ${shown} }`,
  history: `history(last: 1) { nodes { action ${shown} } }`,
  log: `group { actionLog { actions ${shown} } }`,
  logThen: `group { actionLog(asAt: $at) { actions ${shown} } }`,
};
const asked = (place: string, of: string) =>
  `query ($id: ID!, $at: DateTime!) { action(by: {id: $id}) { at: asAt(at: $at) { version } ${place} } } ${of}`;

type Shown = Readonly<Record<string, unknown>>;

/** Every action in an answer, however deep. */
const actionsIn = (answer: unknown): Shown[] => {
  if (typeof answer !== "object" || answer === null) return [];
  if ("id" in answer && "text" in answer) return [{ ...answer }];
  return Object.values(answer).flatMap(actionsIn);
};

onOneDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let other: string;
  let document: string;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    other = await desk.raise("Sam to sweep the street");
    document = `Document:${desk.pavements.document.id}`;
  });
  afterAll(() => desk.close());

  /** What is done to an action, one after the other, until another takes its place. */
  const life = async (): Promise<readonly (readonly [ActionMove, object])[]> => {
    const meeting = await desk.meetingOn("2026-04-14");
    const owner = { name: "Sam" };
    return [
      ["start", {}],
      ["report", { text: "Half of it", evidence: [document], progress: { notStated: true } }],
      ["report", { text: "For officials", access: "OFFICIALS" }],
      ["answer", { owner, status: "ACKNOWLEDGED", note: "In May" }],
      ["block", { reason: "No paint" }],
      ["unblock", { reason: "Paint" }],
      ["reword", { text: "Sam to paint two kerbs", reason: "Two" }],
      ["reword", { text: "Sam to paint three kerbs", reason: "Three" }],
      ["reschedule", { due: { byMeeting: meeting }, reason: "By then", agreedIn: meeting }],
      ["reschedule", { due: { within: { duration: "P1M14D", from: "2026-01-31" } }, reason: "x" }],
      ["addDependency", { after: other }],
      ["shareOut", { owner: { collective: { selector: "SECRETARIAT", label: "Secretariat" } } }],
      ["review", { meeting, outcome: "CARRIED_FORWARD", note: "Next time" }],
      ["complete", { owner, note: "Done", override: "Sam said so", evidence: [document] }],
      ["reject", { reason: "Not the third" }],
      ["complete", { owner, override: "All three" }],
      ["close", { kind: "COMPLETED", agreedIn: meeting }],
      ["reopen", { reason: "It wears off", agreedIn: meeting }],
      ["reassign", { owners: [{ agent: { name: "Robin" }, role: "LEAD" }], reason: "Robin's" }],
      [
        "link",
        {
          relation: "CONTRIBUTES_TO",
          target: `Commitment:${desk.pavements.commitment.id}`,
          reason: "x",
        },
      ],
      ["supersede", { successors: [other], reason: "One for all" }],
    ];
  };

  /** The whole of an action is more than one operation may ask for over HTTP. */
  const ask = async (caller: string, source: string, variables: object) => {
    const roles = { member: ["member"], secretariat: ["secretariat"] } as const;
    const held = caller === "member" || caller === "secretariat" ? roles[caller] : [];
    const { data, errors } = await answerTo(schema, db, source, {
      caller: { ...anybody, roles: held.map((role) => ({ role, group: desk.group })) },
      ...variables,
    });
    expect(errors).toBeUndefined();
    return data;
  };
  /** The action as it stands, after it was compared with itself in every place. */
  const seenEverywhere = async (caller: string, id: string): Promise<Shown> => {
    const at = new Date(Date.now() + 1000).toISOString();
    const look = async (place: keyof typeof places, of = fragment) => {
      const { at: _at, ...action } = (await ask(caller, asked(places[place], of), { id, at }))
        .action;
      return action;
    };
    const now = await look("now");
    const then = { id: `${id}@${now.version}`, ...now };
    for (const place of ["asAt", "history"] as const)
      expect(actionsIn(await look(place))).toEqual([then]);
    for (const part of parts) {
      const inLog = async (place: "log" | "logThen") =>
        actionsIn(await look(place, part)).find(({ reference }) => reference === now.reference) ?? {
          absent: place,
        };
      expect({ id, ...now }).toMatchObject(await inLog("log"));
      expect(then).toMatchObject(await inLog("logThen"));
    }
    return then;
  };

  test.each(["anybody", "member", "secretariat"])(
    "one fragment serves an action as it stands, in its history, at a moment and in a log, to %s",
    async (caller) => {
      const id = await desk.raise("Sam and the secretariat to paint the kerb", {
        owners: [
          { agent: { name: "Sam" } },
          {
            agent: { collective: { selector: "SECRETARIAT", label: "Secretariat" } },
            role: "SUPPORT",
          },
        ],
        due: { byNextMeeting: true },
      });
      const stood: Shown[] = [];
      stood.push(await seenEverywhere(caller, id));
      for (const [move, facts] of await life()) {
        const done = await desk.act("secretariat", actionVerbs[move].mutation, { id, ...facts });
        expect({ move, ...done }).toMatchObject({ move, __typename: "Action" });
        stood.push(await seenEverywhere(caller, id));
      }
      const halfOf = (page: string) =>
        ask(
          caller,
          `query ($id: ID!) { action(by: {id: $id}) { history(${page}) { nodes { action ${shown} } } } } ${fragment}`,
          { id },
        );
      const half = Math.ceil(stood.length / 2);
      const halves = [await halfOf(`first: ${half}`), await halfOf(`last: ${stood.length - half}`)];
      expect(halves.flatMap(actionsIn)).toEqual(stood);
    },
    120_000,
  );

  test("a log that was taken leads to its actions as they stood, in the same shape", async () => {
    const id = await desk.raise("Sam to count the kerbs");
    const { id: past, ...now } = await seenEverywhere("member", id);
    const meeting = await desk.meetingOn("2026-03-10");
    const taken = await desk.act("secretariat", "takeActionLog", { meeting });
    await desk.act("secretariat", "rewordAction", { id, text: "Sam to count", reason: "Short" });
    const data = await ask(
      "member",
      `query ($id: ID!) { node(id: $id) { ... on ActionLogSnapshot {
        entries { reference status action ${shown} } } } } ${parts[0]}`,
      { id: taken["id"] },
    );
    expect(data.node.entries).toContainEqual({
      reference: now["reference"],
      status: "OPEN",
      action: expect.objectContaining({ id: past, text: now["text"] }),
    });
  });

  test("what may be done is said of an action as it stands, and not as it stood", async () => {
    const id = await desk.raise("Sam to wait");
    const { data } = await desk.send(
      "secretariat",
      `query ($id: ID!) { action(by: {id: $id}) {
        moves { move } completion history { nodes { action { moves { move } completion } } } } }`,
      { id },
    );
    expect(data["action"]).toMatchObject({
      moves: expect.arrayContaining([{ move: "START" }]),
      history: { nodes: [{ action: { moves: null, completion: "ANY" } }] },
    });
  });
}, "gateway");
