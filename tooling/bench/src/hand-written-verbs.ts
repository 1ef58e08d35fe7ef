// What writing costs at least: each verb as one transaction that was written by hand and does nothing but this verb.
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { canonicalJson, dayAt } from "@remit/kernel";
import pg from "pg";
import { mutations, type VerbName } from "./verb-questions.ts";
import { statements } from "./verb-statements.ts";

const [url = "", port] = process.argv.slice(2);
pg.types.setTypeParser(pg.types.builtins.DATE, String);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, String);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const verbs = new Map(Object.entries(mutations).map(([name, query]) => [query, name]));

interface Agent {
  readonly kind: "person";
  readonly id: string;
  readonly label: string;
}
/** An action as far as these verbs know it. */
interface Action extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly group: { readonly id: string };
  readonly access: string;
  readonly owners: readonly (Record<string, unknown> & { readonly agent: Agent })[];
  readonly updates: readonly object[];
}
interface Input {
  readonly id: string;
  readonly meeting: string;
  readonly text: string;
  readonly owners: readonly { readonly agent: { readonly person: string } }[];
  readonly due: { readonly date: string };
}
type Row = Record<string, string>;

/** What each verb makes of an action. */
const steps = {
  start: (_: Action, stamp: object) => ({ status: "in-progress", started: stamp }),
  report: ({ updates, access }: Action, stamp: object, { text }: Input) => ({
    updates: [
      ...updates,
      { id: randomUUID(), ...stamp, text, progress: null, evidence: [], access },
    ],
  }),
  complete: ({ owners }: Action, stamp: { by: Agent; on: string }) => ({
    status: "done",
    owners: owners.map((owner) =>
      owner.agent.id === stamp.by.id ? { ...owner, status: "done", on: stamp.on } : owner,
    ),
    done: { ...stamp, note: null, override: null, evidence: [] },
  }),
};

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    const { query, variables }: { query: string; variables: { input: Input } } = JSON.parse(body);
    const secret = (request.headers.authorization ?? "").slice("Bearer ".length);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the mutations
    const verb = verbs.get(query) as VerbName | undefined;
    if (verb === undefined) throw new Error("Not one of the verbs.");
    answered(verb, variables.input, createHash("sha256").update(secret).digest("hex")).then(
      (text) => {
        response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
        response.end(`{"data":{"${verb}Action":${text}}}`);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));

async function answered(verb: VerbName, input: Input, token: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const id =
      verb === "raise"
        ? await raise(client, input, token)
        : await change(client, verb, input, token);
    const { rows } = await client.query<{ answer: string }>(asked("answer", [id]));
    await client.query("commit");
    return rows[0]?.answer ?? "";
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const asked = (name: keyof typeof statements, values: readonly unknown[]) => ({
  name,
  text: statements[name],
  values: [...values],
});

async function raise(client: pg.PoolClient, input: Input, token: string): Promise<string> {
  const [owner] = input.owners;
  const [meeting, person] = [keyOf(input.meeting), keyOf(owner?.agent.person ?? "")];
  const { rows: found } = await client.query<Row>(asked("begin", [meeting, token, person]));
  const [at] = found;
  if (at === undefined) throw new Error("Not permitted.");
  const { rows: last } = await client.query<{ number: number }>(asked("number", [meeting]));
  const number = (last[0]?.number ?? 0) + 1;
  const id = randomUUID();
  const agent = { kind: "person", id: person, label: at["owner"] };
  const record = {
    id,
    version: 1,
    group: { type: "Group", id: at["group_id"], label: at["group_name"] },
    reference: `${at["code"]}-${at["held_on"]?.slice(0, 7)}-A${number}`,
    number,
    text: input.text,
    wording: "summary",
    kind: null,
    owners: [
      {
        agent,
        status: "pending",
        on: null,
        note: null,
        earlier: [],
        role: "not-stated",
        assignments: null,
      },
    ],
    ownerNotStated: false,
    beneficiaries: [],
    completion: null,
    due: { kind: "date", on: input.due.date, text: null },
    raisedAt: {
      meeting: { type: "Meeting", id: meeting, label: at["title"] },
      item: null,
      on: at["held_on"],
    },
    dependsOn: [],
    links: [],
    followUps: [],
    updates: [],
    reviews: [],
    changes: [],
    access: at["access"],
    source: null,
    status: "open",
  };
  await client.query(
    asked("insertAction", [
      id,
      at["group_id"],
      at["group_name"],
      record.reference,
      number,
      input.text,
      input.due.date,
      meeting,
      at["title"],
      at["held_on"],
      at["access"],
      JSON.stringify(record),
    ]),
  );
  const owned = [randomUUID(), id, person, at["owner"]];
  const entry = entryOf("raise", record, { at, previous: null });
  await client.query(asked("insertOwner", [...owned, ...entry]));
  return id;
}

async function change(
  client: pg.PoolClient,
  verb: keyof typeof steps,
  input: Input,
  token: string,
): Promise<string> {
  const id = keyOf(input.id);
  const { rows } = await client.query<Row & { record: Action }>(asked("lock", [id, token]));
  const [at] = rows;
  if (at === undefined) throw new Error("Not permitted.");
  const { rows: last } = await client.query<{ hash: string }>(asked("last", [id]));
  const on = dayAt(new Date().toISOString(), at["zone"] ?? "");
  const by: Agent = { kind: "person", id: at["person"] ?? "", label: at["name"] ?? "" };
  const before = at.record;
  const after = {
    ...before,
    version: before.version + 1,
    ...steps[verb](before, { by, on }, input),
  };
  const entry = entryOf(verb, after, { at, previous: last[0]?.hash ?? null });
  const row = [id, "status" in after ? after.status : before["status"], after.version];
  const part = verb === "complete" ? by.id : null;
  await client.query(asked("change", [...row, JSON.stringify(after), part, ...entry]));
  return id;
}

const keyOf = (globalId: string) => globalId.slice(globalId.indexOf(":") + 1);

/** The values of an entry of the journal, in the order of its columns. */
function entryOf(
  verb: VerbName,
  after: Pick<Action, "id" | "version"> & Record<string, unknown>,
  { at, previous }: { readonly at: Row; readonly previous: string | null },
): unknown[] {
  const now = new Date().toISOString();
  const facts = {
    subject_type: "Action",
    subject_id: after.id,
    version: after.version,
    verb: `${verb}Action`,
    request_id: randomUUID(),
    at: now,
    recorded_at: now,
    group_id: at["group_id"],
    access: at["access"],
    previous,
  };
  const actor = { name: at["name"], person: at["person"], token: at["token"] };
  const hash = createHash("sha256")
    .update(canonicalJson({ ...facts, actor, before: null, after }))
    .digest("hex");
  return [...Object.values(facts), JSON.stringify(actor), JSON.stringify(after), hash];
}
