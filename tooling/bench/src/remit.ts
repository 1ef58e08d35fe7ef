// Remit's own gateway.
import { connect } from "@remit/database";
import { graph, listen } from "@remit/gateway";
import { pageOrigin } from "./people.ts";

const [url = "", port] = process.argv.slice(2);
const { db } = await connect({ url });
const server = await listen(Number(port), "127.0.0.1");
server.ready(graph(db, { corsOrigins: [pageOrigin] }));
process.stdout.write("ready\n");
