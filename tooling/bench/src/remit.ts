// Remit's own gateway.
import { connect } from "@remit/database";
import { exporter, graph, listen } from "@remit/gateway";
import { pageOrigin } from "./people.ts";

const [url = "", port] = process.argv.slice(2);
const { db } = await connect({ url });
const server = await listen(Number(port), "127.0.0.1");
const answers = graph(db, { corsOrigins: [pageOrigin] });
server.ready(answers, exporter(answers, [pageOrigin]));
process.stdout.write("ready\n");
