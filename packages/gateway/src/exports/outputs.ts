import { Refusal } from "@remit/kernel";
import { ofGroups } from "./groups.ts";
import { ofMeetings } from "./meetings.ts";
import { listed, type Output, unknownFormat } from "./output.ts";

/** All that goes out. Each has a name of its own, which the command line calls it by. */
export const outputs: readonly Output[] = [...ofMeetings, ...ofGroups];

/** Finds an output by its name. Refuses with `OUTPUT_UNKNOWN`, and says which there are. */
export function outputNamed(name: string, among = outputs): Output {
  const found = among.find((each) => each.name === name);
  if (found !== undefined) return found;
  const known = listed(among.map((each) => each.name));
  throw new Refusal(
    "OUTPUT_UNKNOWN",
    `Nothing called ${name.slice(0, 40)} is written out here. There is: ${known}.`,
  );
}

/** The format that is asked for, or the first that an output has. Refuses with `FORMAT_UNKNOWN`. */
export function formatOf({ name, formats }: Output, asked?: string): string {
  const known = Object.keys(formats);
  const format = asked ?? known[0] ?? "";
  if (!Object.hasOwn(formats, format)) throw unknownFormat(name, format, known);
  return format;
}
