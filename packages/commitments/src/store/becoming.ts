import type { Asked, Command } from "@remit/database";
import { type Id, type Pointed, type Ref, Refusal, standsIn, unnamed } from "@remit/kernel";
import { type Confirmable, makingOf } from "../confirming.ts";
import type { Report } from "../report.ts";
import { refOf } from "../within.ts";
import { foundIn } from "../verbs/finding.ts";

/** The verb by which something in a report becomes each sort of record. */
export type Makings = Readonly<Record<Confirmable, readonly Command[]>>;

interface Said {
  readonly statement: number;
  readonly finding?: number;
  readonly as: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Makes the record that something in a report becomes, in the transaction of the verb that confirms it; one that is there is as it was. */
export async function becameIn(asked: Asked<Report>, makings: Makings): Promise<Ref> {
  const { tx, thing: report, told, directory, access, caller, now, newId, requestId } = asked;
  if (report === null) throw new Error("What is confirmed stands in a report.");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of confirmFinding, with its ids settled and as it came
  const [settled, given] = [told, asked.given] as unknown as [
    Said & { readonly as: { readonly existing?: Pointed } },
    Said & { readonly on?: string },
  ];
  const found = { report, ...foundIn(report, settled) };
  if (settled.as.existing !== undefined) return refOf(settled.as.existing);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly one of these is given
  const [name, said] = Object.entries(given.as).find(([, each]) => each != null) as [
    Confirmable,
    Said["as"][string],
  ];
  const [command] = makings[name];
  if (command === undefined) throw new Error(`No verb makes a ${name}.`);
  const input = {
    ...makingOf(name, found, said),
    ...(given.on === undefined ? {} : { on: given.on }),
  };
  const request = { caller, now, newId, requestId };
  const { subject } = await within(["as", name], () =>
    command.run(tx, input, { directory, request }),
  );
  return labelled(asked, { type: command.noun, id: subject.id }, access);
}

/** What refuses a part of an input is told where that stands in the whole. */
async function within<Made>(path: readonly string[], make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, params } = error;
    throw new Refusal(code, message, { path: [...path, ...error.path], params });
  }
}

/** A record under the name that the report may have it by. */
async function labelled(
  { tx, directory, group }: Asked<Report>,
  { type, id }: { readonly type: string; readonly id: Id },
  access: Asked<Report>["access"],
): Promise<Ref> {
  const [found] = await directory.lookUp(tx, [{ type, id, path: [] }]);
  if (found === undefined) throw new Error(`${type} ${id} was made and is not there.`);
  const sameGroup = found.group === null || found.group === group;
  return refOf(standsIn(found.access, access, sameGroup) ? found : unnamed(found));
}
