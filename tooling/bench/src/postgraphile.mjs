// PostGraphile as its documentation recommends it for production: the amber preset, prepared statements (its default),
// no development tools. It is JavaScript, because its packages are only there when the bench runs.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [url, port] = process.argv.slice(2);

const server = createServer();
const serv = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: url,
      schemas: ["groups", "meetings", "actions", "commitments", "gateway"],
      poolConfig: { max: 10 },
    }),
  ],
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false },
}).createServ(grafserv);
await serv.addTo(server);
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
