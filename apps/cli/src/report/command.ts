import { surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { dayAt, firstDay, homeZone, lastDay, PartialDate, Refusal } from "@remit/kernel";
import { withDatabase } from "../database.ts";
import { askMission } from "./ask.ts";
import { asDocx, asHtml, asMarkdown, type Block } from "@remit/documents/write";
import { sectionsOf } from "./sections.ts";

interface Options {
  readonly from: string;
  readonly to: string;
  readonly format: "docx" | "html" | "md";
  /** The name of the token as which the record is asked; as anybody if left out. */
  readonly as?: string;
}

/** Prints the skeleton of a report on a mission: as anybody may read it, since a report is sent around. */
export async function reportCommand(
  gateway: Gateway,
  mission: string,
  { from, to, format, as }: Options,
): Promise<void> {
  for (const date of [from, to])
    if (!PartialDate.safeParse(date).success)
      throw new Refusal(
        "DAY_UNKNOWN",
        `${date} is no day, month or year: write it as 2022-03-31, 2022-03 or 2022.`,
      );
  if (firstDay(from) > lastDay(to))
    throw new Refusal(
      "PERIOD_BACKWARDS",
      `A report does not end before it begins: ${from} to ${to}.`,
    );
  await withDatabase(gateway, async (db) => {
    const asked = await askMission(db, gateway, mission, as);
    const madeOn = dayAt(surroundings.now().toISOString(), homeZone);
    const blocks = sectionsOf(asked.mission, { from, to }, { meaning: asked.meaning, madeOn });
    const text = await written(blocks, format, asked.mission.title);
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
  });
}

async function written(
  blocks: readonly Block[],
  format: Options["format"],
  title: string,
): Promise<string | Uint8Array> {
  switch (format) {
    case "docx":
      return asDocx(blocks, { title });
    case "html":
      return asHtml(blocks, { title });
    default:
      return asMarkdown(blocks);
  }
}
