/** Minutes in which three things are doubtful: in what capacity the two of an unheaded list came, and whether a sentence about last year is an action. */
export const may = `Harbourside Pavements Working Group minutes: May 2026

Minutes from the meeting of the group on 12 May 2026.

Attendees and apologies

Group members:

  • Ada Quill (Chair), Harbour Trust
  • Sam Okoro, Town Council
  • Dr Mo Farrow, Tram Users


  • Chidi Stone, Library Board
  • Nia Frew, Lamp Division

Items and actions

Welcome

The Chair opened the meeting.

Benches

Sam said that benches narrow the pavement. Mo asked how many there are.

  • Action: the benches were counted last year
  • Action: Mo Farrow to count the benches again

Any other business

The Chair asked for any other business; there was none.
`;

/** The same minutes a week later: two sentences more, and no word on what was doubtful. */
export const mayAgain = may
  .replace("The Chair opened the meeting.", "The Chair opened the meeting, the third of the year.")
  .replace("there was none.", "there was none. The meeting ended at noon.");
