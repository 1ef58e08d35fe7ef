import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { later, spring } from "./testing/eight-actions.ts";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  const take = (name: string, text: string) =>
    importDocument(database.db, { name, bytes: new TextEncoder().encode(text) }, {}, surroundings);
  await take("march.txt", spring);
  for (const day of ["4 June 2025", "3 September 2025", "3 December 2025"])
    await take(`${day}.txt`, later(day));
  const { id: group } = await database.db
    .selectFrom("groups.group")
    .select("id")
    .executeTakeFirstOrThrow();
  await giveTokens(database.db, {
    secretariat: { role: "secretariat", group },
    chair: { role: "chair", group },
  });
  desk = await openDesk(database.db);
});
afterAll(async () => {
  desk.close();
  await database.close();
});

const slug = "harbourside-pavements-working-group";

/** The page that the journey writes, line by line. */
const page: string[] = [];

const idOfAction = async (number: number) => {
  const reference = `HPWG-2025-03-A${number}`;
  const { data } = await desk.send(
    "anybody",
    "query ($reference: String!) { action(by: {reference: $reference}) { id } }",
    { reference },
  );
  return { reference, id: String(data["action"]?.["id"]) };
};

async function meetingOn(day: string): Promise<string> {
  const { data } = await desk.send(
    "anybody",
    "query ($slug: String!) { meeting(by: {slug: $slug}) { id } }",
    { slug: `${slug}-${day}` },
  );
  return String(data["meeting"]?.["id"]);
}

/** Does something to one of the eight, and writes down what was sent. */
async function step(number: number, caller: string, verb: string, on: string, facts: object = {}) {
  const { id, reference } = await idOfAction(number);
  const input = { id, on, ...facts };
  const answer = await desk.act(caller, verb, input);
  expect(answer, `${verb} ${reference}`).toMatchObject({ __typename: "Action" });
  // Ids differ from run to run; who reads the page needs the names.
  const shown = JSON.stringify({ on, ...facts }, (_, value: unknown) =>
    typeof value === "string" && value.startsWith("Meeting:") ? "Meeting:…" : value,
  );
  page.push(`- ${caller}: \`${verb}\` of ${reference} with \`${shown}\``);
}

/** A meeting goes through the log: what it closes, it closes; the rest it carries forward. */
async function meet(day: string, closes: readonly number[], open: readonly number[]) {
  const meeting = await meetingOn(day);
  for (const number of open)
    await step(number, "secretariat", "reviewAction", day, {
      meeting,
      outcome: closes.includes(number) ? "CLOSED" : "CARRIED_FORWARD",
    });
  for (const number of closes)
    await step(number, "chair", "closeAction", day, { agreedIn: meeting });
  await logOf(day);
}

async function logOf(day: string) {
  const { data } = await desk.send(
    "anybody",
    "query ($slug: String!, $at: DateTime!) { group(by: {slug: $slug}) { actionLog(asAt: $at) { markdown } } }",
    { slug, at: `${day}T20:00:00Z` },
  );
  page.push("", "```text", String(Object(data["group"]?.["actionLog"]).markdown), "```", "");
}

test("eight actions come to their end over three meetings, and docs/guide/actions.md tells how", async () => {
  const [june, september] = [await meetingOn("2025-06-04"), await meetingOn("2025-09-03")];
  page.push(
    "# Eight actions, from the minutes to their end",
    "",
    "The pavements group of Harbourside, a town of our tests, raised eight actions in March 2025. This page is written by",
    "a test that sends each of these mutations to a gateway and asks for the log afterwards: `group { actionLog(asAt) }`.",
    "Each takes `input`; the callers' tokens are the secretariat's and the chair's.",
    "",
    "## March: the minutes raise them",
  );
  await logOf("2025-03-05");

  page.push("## June", "");
  const { id: leaflet } = await idOfAction(2);
  await step(1, "secretariat", "addActionDependency", "2025-03-06", { after: leaflet });
  page.pop();
  page.push(
    "- secretariat: `addActionDependency` of HPWG-2025-03-A1, to come after HPWG-2025-03-A2",
  );
  await step(1, "secretariat", "shareOutAction", "2025-03-06", {
    owner: { collective: { selector: "MEMBERS", label: "Members" } },
  });
  const office = { collective: { selector: "SECRETARIAT", label: "Secretariat" } };
  await step(2, "secretariat", "completeAction", "2025-03-10", { note: "Sent to all." });
  await step(4, "secretariat", "reportAction", "2025-05-01", { text: "The figures are coming." });
  await step(4, "secretariat", "completeAction", "2025-06-02", {
    override: "Nia Frew told the group herself",
  });
  await step(5, "secretariat", "startAction", "2025-05-11");
  await step(6, "secretariat", "rescheduleAction", "2025-05-12", {
    due: { byMeeting: september },
    reason: "The harbour counts again in August",
  });
  await step(8, "secretariat", "rescheduleAction", "2025-05-12", {
    due: { standing: { reviewEvery: "P3M" } },
    reason: "It has no end of its own",
  });
  await meet("2025-06-04", [2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);

  const taken = await desk.act("secretariat", "takeActionLog", { meeting: june, on: "2025-06-04" });
  const agreed = { id: taken["id"], meeting: september, on: "2025-09-03" };
  expect(await desk.act("chair", "agreeActionLog", agreed)).toMatchObject({ id: taken["id"] });
  page.push(
    "The log is taken for the record by `takeActionLog`; in September `agreeActionLog` agrees it.",
    "",
  );

  page.push("## September", "");
  await step(3, "secretariat", "completeAction", "2025-07-02", {
    override: "Both told the secretariat so",
  });
  await step(5, "secretariat", "completeAction", "2025-08-20", { owner: office });
  await step(7, "secretariat", "blockAction", "2025-08-21", { reason: "The law is being changed" });
  await meet("2025-09-03", [1, 3, 5], [1, 3, 5, 6, 7, 8]);

  page.push("## December", "");
  await step(6, "secretariat", "completeAction", "2025-10-01");
  await step(7, "secretariat", "unblockAction", "2025-10-02", { reason: "The law is made" });
  await meet("2025-12-03", [6, 7, 8], [6, 7, 8]);

  const { data } = await desk.send(
    "anybody",
    "query ($group: String!) { actions(filter: {group: $group}) { nodes { status carriedForward } } }",
    { group: slug },
  );
  expect(data["actions"]?.["nodes"]).toEqual(
    [1, 0, 1, 0, 1, 2, 2, 2].map((carriedForward) => ({
      status: "CLOSED",
      carriedForward,
    })),
  );
  await expect(`${page.join("\n").trim()}\n`).toMatchFileSnapshot("../../../docs/guide/actions.md");
});
