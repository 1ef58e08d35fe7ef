// The Harbourside Pavements Working Group meets, in the layout in which the Scottish Government publishes minutes.

export { may } from "./testing/may.ts";

/** The first meeting: six people, three items, three actions, two of them links to be. */
export const march = `Harbourside Pavements Working Group minutes: March 2026

Minutes from the meeting of the group on 10 March 2026.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust
  • Sam Okoro, Town Council
  • Dr Mo Farrow, Tram Users
  • Bela Novak, Shopkeepers of the Quay

Apologies:

  • Robin Vale, Wheelchair Users

Secretariat:

  • Iris Lund, Streets Division

Items and actions

Welcome and introductions

The Chair opened the first meeting of the Group.

Kerbs (paper 1)

Dr Mo Farrow presented a count of kerbs. The key points were:

  • half of the crossings have no dropped kerb
  • most of those are near the harbour

In discussion, these points were made:

  • the Chair asked which crossings come first
  • Dr Farrow said that the map shows it. Action: Mo Farrow to send members the map of crossings
  • Sam asked what a dropped kerb costs. Action: Town Council to say what a dropped kerb costs
  • Action: Secretariat to publish the count

Any other business and date of next meeting

The Chair asked for any other business; there was none.

The next meeting will be on 14 April 2026 at 10:00.
`;

/** The second meeting: four of the six again, one whose name is nearly Sam Okoro's, one who is new. */
export const april = `Harbourside Pavements Working Group minutes: April 2026

Minutes from the meeting of the group on 14 April 2026.

Attendees and apologies

Group members:

  • Ada Quill MSP (Chair), Harbour Trust
  • Samuel Okoro, Town Council
  • Mo Farrow, Tram Users
  • Robin Vale, Wheelchair Users
  • Chidi Stone, Library Board

Apologies:

  • Bela Novak, Shopkeepers of the Quay

Items and actions

Minutes of the previous meeting

The minutes of the previous meeting were agreed.

Benches

Robin Vale said that benches narrow the pavement. Action: Robin Vale and Ada Quill to walk along the quay
`;

/** A file of links: each of the actions helps with the kerbs of Harbourside's mission. */
export const kerbLinks = (...actions: string[]): string =>
  JSON.stringify({
    contributions: actions.map((action) => ({
      action,
      commitment: "dropped-kerbs",
      basis: "edited",
      reason: `${action} is about kerbs.`,
    })),
  });
