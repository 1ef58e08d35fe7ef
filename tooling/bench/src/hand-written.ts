// What is possible: one hand-written statement for each question, prepared under a name, whose text is the answer.
import { createServer } from "node:http";
import pg from "pg";
import { groupsOf } from "./people.ts";
import { questions } from "./questions.ts";

const [url = "", port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const statements = new Map(questions.map(({ name, remit, hand }) => [remit, { name, text: hand }]));

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    const { query, variables }: { query: string; variables: Record<string, string> } =
      JSON.parse(body);
    const statement = statements.get(query);
    if (!statement) throw new Error("Not one of the questions.");
    const groups = groupsOf(request.headers.authorization ? "member" : "anonymous");
    const values = [...Object.values(variables), groups];
    pool.query<{ data: string }>({ ...statement, values }).then(
      ({ rows }) => {
        response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
        response.end(`{"data":${rows[0]?.data}}`);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
