import type { Harbourside } from "./harbourside.ts";

// A meeting of the pavements group in every status that only verbs lead to.

/** Puts meetings on the calendar, and does to each what can be done. */
export async function everyMeeting(
  { act }: Pick<Harbourside, "act">,
  group: string,
): Promise<void> {
  const accepted = async (verb: string, input: object) => {
    const answer = await act("secretariat", `${verb}Meeting`, input);
    if (answer["code"] !== undefined) throw new Error(JSON.stringify(answer));
    return String(answer["id"]);
  };
  const schedule = (day: string, rest: object = {}) =>
    accepted("schedule", { group, starts: { local: `${day}T09:00` }, ...rest });
  const reason = "The group said so";
  await schedule("2098-01-05", { tentative: true });
  await accepted("postpone", { id: await schedule("2098-02-02"), reason });
  await accepted("cancel", { id: await schedule("2098-03-02"), reason });
  const sitting = await schedule("2026-09-01");
  await accepted("open", { id: sitting, on: "2026-09-01" });
  const held = { id: await schedule("2026-09-08"), on: "2026-09-08" };
  await accepted("end", { ...held, attendanceNotStated: true });
  const id = await schedule("2026-09-15");
  await accepted("end", { id, on: "2026-09-15", attendanceNotStated: true });
  await accepted("close", { id });
  await accepted("reopen", { id, reason });
  await accepted("close", { id });
}
