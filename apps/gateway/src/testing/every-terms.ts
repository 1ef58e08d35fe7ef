import type { Harbourside } from "./harbourside.ts";

/** Does every verb of terms of reference, so that a group has some in every status that they can have. */
export async function everyTerms(
  desk: Pick<Harbourside, "act">,
  { group, meeting }: { readonly group: string; readonly meeting: string },
): Promise<void> {
  const act = async (verb: string, input: object): Promise<string> => {
    const answer = await desk.act("secretariat", verb, input);
    if (answer["code"] !== undefined) throw new Error(`${verb}: ${JSON.stringify(answer)}`);
    return String(answer["id"]);
  };
  const draft = () =>
    act("draftTermsOfReference", {
      group,
      purpose: "To make the pavements passable",
      scope: [
        { kind: "OBJECTIVE", text: "Dropped kerbs at every crossing" },
        { kind: "IN_SCOPE", text: "Pavements and crossings" },
        { kind: "OUT_OF_SCOPE", text: "Roads and bridges" },
      ],
      seats: [{ name: "Residents of the town", places: 3, appointedBy: "The town council" }],
    });
  await draft();
  const withdrawn = await draft();
  await act("amendTermsOfReference", { id: withdrawn, quorum: { percent: 50 } });
  await act("withdrawTermsOfReference", { id: withdrawn, reason: "Nobody wants it" });
  for (const from of ["2030-01-01", "2031-01-01"])
    await act("agreeTermsOfReference", { id: await draft(), meeting, from });
}
