/** Minutes of the board that steers the mission of the lamps: its convener is there under name and post. */
export const lampsMinutes = `Lamps Board minutes: March 2026

Minutes from the meeting of the group on 10 March 2026.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Convener for Streets
  • Sam Okoro, Town Council

Items and actions

Lamps

Sam Okoro said that lamps are dear.
`;

const source = { statement: "More lamps in back lanes.", wording: "summary", source: "plan" };

/** What the town itself keeps of the mission. */
export const lampsMission = {
  format: "remit/mission/1",
  access: "public",
  sources: { plan: { title: "Light in every street: the plan" } },
  mission: {
    ...source,
    slug: "lamps",
    title: "Light in every street",
    governance: ["Lamps Board"],
  },
  commitments: [{ ...source, code: "back-lanes", kind: "output" }],
};
