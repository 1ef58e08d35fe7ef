import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Refusal } from "@remit/kernel";
import { lockFolder } from "./lock.ts";
import { parsers } from "./types.ts";

/** Opens the PostgreSQL that runs inside this process, alone on its folder. */
export async function openEmbedded(
  folder: string,
): Promise<{ pglite: PGlite; unlock: () => void }> {
  const path = resolve(folder);
  await makeFolder(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      "FOLDER_NOT_USABLE",
      `${path} cannot hold the embedded database (${error.code}). Choose another folder with REMIT_DATA.`,
    );
  });
  const unlock = await lockFolder(path);
  try {
    const dataDir = join(path, "database");
    return { pglite: await PGlite.create({ dataDir, parsers }), unlock };
  } catch (error) {
    unlock();
    throw new Refusal(
      "FOLDER_NOT_USABLE",
      `The embedded database in ${path} does not open: ${String(error)}. Move the folder away to start afresh, or choose another with REMIT_DATA.`,
    );
  }
}

/** Node's own recursive mkdir goes on for ever in a folder such as /proc, which is there and says ENOENT to what is new in it. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  });
}

const isFolder = async (path: string): Promise<boolean> =>
  path === dirname(path) ||
  (await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  ));
