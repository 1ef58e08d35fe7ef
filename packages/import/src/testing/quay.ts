/** Minutes of the Quay Forum with a part of every kind: two papers, a decision, two actions, one of them with a due. */
export const quay = `Quay Forum minutes: March 2026

Minutes from the meeting of the group on 10 March 2026 at 10:00.

Attendees and apologies

Group members:

  • Max Tarn (Chair), Lamp Trust
  • Nia Frew, Bench Board
  • Sam Okoro, Town Council

Apologies:

  • Robin Vale, Wheelchair Users

Items and actions

1. Lamps (paper 1)

Nia Frew said that half of the lamps on the quay are out. Action: Nia Frew to send members the list of lamps by 1 June 2026

Decision: Lamps come before benches.

2. Benches (paper 2)

Sam Okoro asked how many benches there are. Action: Sam Okoro to count the benches on the quay

Bela Novak had written that the benches are too low.

3. Any other business

Max Tarn thanked everybody for coming.

The next meeting will be on 14 April 2026 at 10:00.
`;
