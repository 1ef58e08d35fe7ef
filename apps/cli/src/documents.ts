import { surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { undoImport } from "@remit/import";
import { listDocuments } from "@remit/documents/store";
import { printed, withDatabase } from "./database.ts";

/** Prints what was imported, the first document first. */
export const listCommand = (gateway: Gateway, { json }: { json?: boolean }): Promise<void> =>
  withDatabase(gateway, async (db) => {
    await printed(json, await listDocuments(db), ({ id, name, kind, title, ...document }) => {
      const state =
        document.undoneAt !== null
          ? "undone"
          : document.supersededBy === null
            ? "recorded"
            : "superseded";
      return `${id}  ${kind}  ${state}  ${name}: ${title}`;
    });
  });

/** Takes out what a document brought, and prints what that was. */
export const undoCommand = (
  gateway: Gateway,
  document: string,
  { json }: { json?: boolean },
): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const report = await undoImport(db, document, surroundings);
    await printed(json, [report], ({ title, removed, restored }) =>
      [
        title,
        `  taken out: ${counted(removed)}`,
        ...(restored.length > 0 ? [`  as before: ${restored.join(", ")}`] : []),
      ].join("\n"),
    );
  });

const counted = (removed: Readonly<Record<string, number>>): string =>
  Object.entries(removed)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(", ");
