import { once } from "node:events";
import { createServer } from "node:http";
import type { Db } from "@remit/database";
import type { Gateway } from "@remit/graphql";
import { commonRefusals, type GroupRole } from "@remit/kernel";
import { insertToken } from "@remit/access";
import { surroundings } from "../context.ts";
import { gateway } from "../gateway.ts";
import { graph } from "../graph.ts";

/** What the graph answers, looked at by each test. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, Record<string, unknown>>;
  readonly errors?: readonly unknown[];
}

interface Given {
  readonly role: GroupRole;
  readonly group: string;
  readonly person?: string;
  readonly official?: boolean;
}

/** Makes a token for each name, with a role in a group. Its secret is `remit_` and the name. */
export async function giveTokens(db: Db, tokens: Readonly<Record<string, Given>>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const [name, { role, group, person = null, official = false }] of Object.entries(tokens)) {
      const token = {
        id: surroundings.newId(),
        name,
        person,
        roles: [{ role, group }],
        official,
        administrator: false,
        createdAt: "2025-03-01T09:00:00.000Z",
        expiresAt: null,
        revokedAt: null,
      };
      await insertToken(tx, token, `remit_${name}`);
    }
  });
}

/** A gateway over HTTP, by a clock of its own where one is given, and what callers ask of it by the names of their tokens; `anybody` has none. */
export async function openDesk(db: Db, now = surroundings.now, gateway?: Gateway) {
  const { newId } = surroundings;
  const listener = graph(db, { corsOrigins: [], ...(gateway && { gateway }) }, { newId, now });
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`;

  const send = (caller: string, query: string, variables: object = {}, headers: object = {}) =>
    post(url, caller === "anybody" ? null : `remit_${caller}`, query, variables, headers);

  /** Sends one mutation; its answer is an action, a log or a refusal. */
  const act = async (caller: string, verb: string, input: object, headers: object = {}) => {
    const { data, errors } = await send(caller, mutationOf(verb), { input }, headers);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const answer = data[verb] ?? {};
    assertListed(verb, answer["code"]);
    return answer;
  };

  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { send, act, close };
}

/** A refusal that a verb does not list would be no value of the enum by which a frontend branches. */
function assertListed(verb: string, code: unknown): void {
  if (typeof code !== "string" || code in commonRefusals) return;
  const { refuses = {} } = commandOf(verb) ?? {};
  if (!(code in refuses))
    throw new Error(`${verb} is refused with ${code}, which it does not list.`);
}

const commandOf = (verb: string) => gateway.commands.find(({ mutation }) => mutation === verb);

/** A mutation of a verb, with all that its answers have to say. */
export function mutationOf(verb: string): string {
  const { noun = "Action" } = commandOf(verb) ?? {};
  const without = ["ActionLogSnapshot", "Contribution", "Decision", "Group", "Item", "Membership"];
  const kept = [
    "MeetingRole",
    "OrganisationPlace",
    "Paper",
    "Person",
    "Post",
    "PostHolding",
    "Seat",
  ];
  const hasStatus = ![...without, ...kept].includes(noun);
  const facts = noun === "ActionLogSnapshot" ? "" : hasStatus ? "status version" : "version";
  return `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) {
    __typename
    ... on ${noun} { id ${facts} }
    ... on Refusal { code message path presentVersion issues { path } } } }`;
}

/** Sends an operation and reads the answer. */
export async function post(
  url: string,
  secret: string | null,
  query: string,
  variables: object,
  headers: object = {},
): Promise<Answer> {
  const authorization = secret === null ? {} : { authorization: `Bearer ${secret}` };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the graph answers, looked at by each test
  const body = (await response.json()) as Omit<Answer, "status">;
  return { status: response.status, ...body };
}
