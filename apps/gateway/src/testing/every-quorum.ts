import type { Harbourside } from "./harbourside.ts";

/** Holds meetings of the neighbours, of whose quorum nobody can say for one reason and another. */
export async function everyQuorum({ act, hill, pavements }: Harbourside): Promise<void> {
  const done = async (verb: string, input: object): Promise<string> => {
    const answer = await act("stranger", verb, input);
    if (answer["code"] !== undefined) throw new Error(`${verb}: ${JSON.stringify(answer)}`);
    return String(answer["id"]);
  };
  const group = `Group:${hill}`;
  const person = `Person:${pavements.person.id}`;
  const schedule = (day: string) =>
    done("scheduleMeeting", { group, starts: { local: `${day}T09:00` } });
  const held = async (day: string) => {
    const id = await schedule(day);
    return done("endMeeting", { id, on: day, attendanceNotStated: true });
  };
  // Before anybody was listed.
  const meeting = await held("2020-01-06");
  const quorum = { percent: 100 };
  const terms = await done("draftTermsOfReference", { group, purpose: "To keep the hill", quorum });
  await done("agreeTermsOfReference", { id: terms, meeting, from: "2020-01-01" });
  await done("addMember", { group, person, from: "2026-06-02" });
  await held("2026-07-01");
  const id = await schedule("2026-08-03");
  await done("openMeeting", { id, on: "2026-08-03" });
  await done("recordAttendance", { meeting: id, person, status: "APOLOGIES" });
  const deputy = { name: "Somebody else", capacity: "DEPUTY", deputyFor: person };
  await done("recordAttendance", { meeting: id, ...deputy });
}
