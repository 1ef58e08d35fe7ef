import { Refusal } from "@remit/kernel";
import * as z from "zod";
import { contradictions } from "./contradiction.ts";
import { MissionFormat } from "./mission-format.ts";

/**
 * A mission as it is written in a JSON file. A key that is not known here is refused. What is left out was not stated:
 * it becomes null, an empty list, or the kind `not-stated`.
 */
export const MissionFile = MissionFormat.superRefine((file, context) => {
  for (const { path, message } of contradictions(file))
    context.addIssue({ code: "custom", path, message });
});
export type MissionFile = Readonly<z.infer<typeof MissionFile>>;

/** Reads what `JSON.parse` gave. Refuses with `MISSION_FILE_INVALID`, one line for each thing that is wrong, with its place. */
export function parseMissionFile(json: unknown): MissionFile {
  const read = MissionFile.safeParse(json);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => ({ path: placeOf(issue), text: issue.message }));
  throw new Refusal(
    "MISSION_FILE_INVALID",
    wrong.map(({ path, text }) => `${z.core.toDotPath(path) || "The file"}: ${text}`).join("\n"),
    { path: wrong[0]?.path ?? [] },
  );
}

/** A misspelt key is where it stands, not where it is missing. */
function placeOf(issue: z.core.$ZodIssue): (string | number)[] {
  const place = issue.path.filter((key) => typeof key !== "symbol");
  const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
  return key === undefined ? place : [...place, key];
}
