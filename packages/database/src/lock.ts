import { once } from "node:events";
import { rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@remit/kernel";

/**
 * Takes a folder for this process. The lock is a listening socket, so that it is free again at once when the process
 * ends in whatever way: a file with a process id would outlive a kill. Refuses with `DATABASE_IN_USE`.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `remit-${dev}-${ino}`;
  // Linux has socket names without a file behind them; elsewhere a file stays behind after a kill.
  const address = process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  const server = (await listen(address)) ?? (await listenAgain(address));
  if (server === undefined) {
    throw new Refusal(
      "DATABASE_IN_USE",
      `${folder} is in use by another Remit. Stop that one, or choose another folder with REMIT_DATA.`,
    );
  }
  server.unref();
  return () => server.close();
}

async function listen(address: string): Promise<Server | undefined> {
  const server = createServer((peer) => peer.destroy());
  try {
    server.listen(address);
    await once(server, "listening");
    return server;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
}

/** A socket file that nobody answers behind was left by a process that was killed. */
async function listenAgain(address: string): Promise<Server | undefined> {
  if (address.startsWith("\0") || (await answers(address))) return undefined;
  await rm(address, { force: true });
  return listen(address);
}

async function answers(address: string): Promise<boolean> {
  const peer = connect(address);
  try {
    await once(peer, "connect");
    return true;
  } catch {
    return false;
  } finally {
    peer.destroy();
  }
}
