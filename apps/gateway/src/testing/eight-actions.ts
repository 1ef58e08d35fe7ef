// The pavements group of Harbourside raises eight actions, of the shapes that real minutes have.

const head = (day: string) => `Harbourside Pavements Working Group minutes: ${day}

Minutes from the meeting of the group on ${day}.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust
  • Sam Okoro, Town Council
  • Robin Vale, Wheelchair Users
`;

/** The minutes that raise them: a crowd, an office three times, a pair, a guest, officials, and a pair that goes on. */
export const spring = `${head("5 March 2025")}
Invited speakers:

  • Nia Frew, Bus Company

Officials:

  • Max Tarn, Streets Division

Secretariat:

  • Iris Lund, Streets Division

Items and actions

Kerbs (paper 1)

In discussion, these points were made:

  • the Chair showed a leaflet. Action: Members to show the leaflet to their neighbours
  • Action: Secretariat to send the leaflet to members
  • Robin Vale asked about bus stops. Action: Robin Vale and Nia Frew to talk about bus stops
  • Action: Nia Frew to tell the group how the bus company plans
  • Action: Secretariat to ask the harbour what could be done together
  • Action: Secretariat to look for a way to share counts
  • Action: Officials to consider guidance for shops
  • Action: Max Tarn and Robin Vale to keep an eye on the market

Any other business and date of next meeting

The Chair asked for any other business; there was none.
`;

/** The minutes of a later meeting, which goes through the log. */
export const later = (day: string): string => `${head(day)}
Items and actions

Matters arising

The Chair went through the log.
`;
