// Remit's own gateway, asked by one viewer.
import { connect } from "@remit/database";
import { graph } from "../../../apps/gateway/src/graph.ts";
import { listen } from "../../../apps/gateway/src/server.ts";
import { remitViewer } from "./people.ts";

const [url = "", port, viewer] = process.argv.slice(2);
const { db } = await connect({ url });
const server = await listen(Number(port), "127.0.0.1");
server.ready(
  graph(db, { corsOrigins: [] }, remitViewer(viewer === "member" ? viewer : "anonymous")),
);
process.stdout.write("ready\n");
