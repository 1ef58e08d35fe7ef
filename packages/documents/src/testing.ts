import { Passage } from "./read/source/passage.ts";
import { sheetOf } from "./read/source/source.ts";

export { paragraph, pdf, row, word } from "./testing/files.ts";

/** A text as one passage, for tests of what recognises a part of a document. */
export function passage(text: string): Passage {
  const sheet = sheetOf(text);
  return new Passage(sheet, 0, sheet.plain.length).part(0);
}

/** The government's layout, as pages lose it: only the first of four lists has kept its heading. */
export const allotments = `National Allotments Mission Delivery Board minutes: March 2023

Minutes from the meeting of the board on 22 March 2023.

Attendees and apologies

Board members:

  • Kirsten Oakley MSP (Chair), Minister for Allotments and Orchards
  • Prof Alan Dewar,\u00a0University of Leith
  • Tess Munro, Community Growers Network\u00a0
  • Tariq Munro, Lived Experience Representative


  • Dr Rob Sinclair, Chair of the Soil Working Group


  • Jim Tweedie MSP, Minister for Parks
  • Ada Bruce, Royal Society of Gardeners


  • Pat Lennox, Allotments Division
  • Moira Hay, Land Reform Directorate

Items and actions

Welcome and introductions

The Chair welcomed members to the second meeting of the Board. Apologies received and nominated deputies were listed.

The minutes and actions of the previous meeting were agreed.\u00a0

Update on soil quality (paper 1)

Dr Rob Sinclair presented an update on soil in towns. The key points were:

  • lead levels are down by a third
  • half of all plots have never been tested

In discussion, the following points were made:

  • the Chair highlighted the letter (paper 3) to councils. Action: Members to circulate this letter in their networks, and report back to the Board
  • Dr Sinclair commented that a set of standards is on the way
  • Tess asked if Rob could share the method. ACTION: Rob Sinclair and Tess Munro to meet about testing – before the summer
  • the Chair commented that she is keen for the government to tackle contamination
  • action: Board Secretariat to publish the map of plots\u00a0 \u00a0
  • Mr Munro thanked Pat for her help

Any other business and date of next meeting

The Chair invited any other business, there was none.

The Chair concluded the meeting and advised that the next meeting will take place on 21 June 2023 at 10:00.

Back to top
`;

/** Headings with numbers, initials, owners and dates in fields. */
export const broadband = `Rural Broadband Reference Group minutes: 3 March 2021

Minutes of the Rural Broadband Reference Group held on Wednesday 3 March 2021 at 14:00.

Attendees and apologies

Members present:

Morag Tennant (Chair), Scottish Government
Alasdair Keir, Highland Connect
Siobhan O’Rourke, Crofters’ Forum
Jean-Paul Mercier, Telecom Alba

In attendance:

Fraser Low, Scottish Government (minutes)
Dr Una MacPhail, University of Assynt (item 4)

Apologies were received from Ken Baird (COSLA) and Lesley Wark (Rural Homes).

Items and actions

Agenda item 1: Welcome and apologies

The Chair welcomed everyone to the fourth meeting.

Agenda item 2: Minutes of last meeting

The minutes of the meeting of 2 December 2020 were approved.

Action 7 – complete.

Agenda item 3: Voucher scheme

AK gave an update on the voucher scheme.

Action 1: FL to circulate the note. (Owner: Fraser Low. Due: 19 March 2021)

Action 2: Highland Connect/Telecom Alba to publish a joint map by end of April 2021.

Decision: the Group will meet every quarter.

Agenda item 4: Research

Dr MacPhail presented her findings.

AOB

None.

Date of next meeting

Wednesday 2 June, 2pm - 4pm, by Teams
`;

/** Markdown with front matter, a table of people and a table of actions. */
export const fires = `---
title: Moorland Fire Forum - 8 May 2024
---

## Attendance

| Name | Role | Organisation |
|------|------|--------------|
| Effie Lamont | Chair | Fire Alba |
| Gordon Tait | Land manager | Estates Union |

## Apologies

- Hamish Ogg

## 1. Season review

**Gordon Tait:** it was a dry spring.

**Decision: the forum will write to the minister.**

## 2. Training [#12](https://example.org/12)

Nothing was said.

## Actions

| No | Action | Owner | Due |
|----|--------|-------|-----|
| 1 | Circulate the calendar | Gordon Tait | 31 May 2024 |
| 2 | Draft a letter | Effie Lamont and Gordon Tait | |

## Next meeting

11 September 2024
`;

/** Bodies before their people, a list of actions in capitals, the year left out. */
export const ferries = `Ferry Users Liaison Committee minutes: June 2022

- Published
- 1 August 2022
- Date of meeting
- 14 June 2022
- Location
- Oban

Attendees and apologies

Chair

  • Minister for Transport, Jenny Galt MSP

Attendees

  • Hebridean Lines: Robbie Morrison, Sheila Kerr
  • Isles Council – Cllr Iain Robertson (online)
  • Lorna MacKay, Arran Ferry Action, deputising for Sam Bourne

Apologies

  • Sam Bourne, Arran Ferry Action

Items and actions

Opening remarks

The Minister welcomed members.

Timetables

Robbie Morrison explained the summer timetable. Cllr Robertson asked about Sundays.

ACTIONS

Hebridean Lines to share the winter timetable (by 30 June 2022)
Isles Council to arrange a visit to Barra

Close

Next meeting: 20 September at 11:00 in Stornoway.
`;

export const examples = { allotments, broadband, fires, ferries };

/** An annual report, as a town publishes it. */
export const lampsReport = `Information

Light in Every Street: annual report 2025 to 2026

Sets out what was done between March 2025 and 31 March 2026 by the council, its wardens and the people of Mirebank.

Convener's Foreword

In recognition of this road safety emergency, the Lamps Board in May 2024 announced a new mission to bring light into every street and lane. The council committed an additional £1.2 million for the mission over the lifetime of this council, and I was appointed as its convener. A core element of the mission is to light the way to every door, whoever goes there.

This is the second annual report, and sets out our year two commitments. It shows the breadth of what was done across the quay. We intend to publish a report every year until the mission ends.

Progress has been made; the replacement of lamps at the quay, more money for crews that went to over 90 streets, crews have started to use the Lamp Standards, the setting of a new repair target, and the laying of ground work for new ideas such as Night Ferries and Lit Steps.

We also launched the Dark Lanes campaign in the autumn. This followed the Mind the Step campaign. Our continued commitment is to put the voices of lived experience at the heart. The Night Walks Panel was established so that people with lived experience of dark lanes are heard, and at least 12 wardens have joined it.

Our work was supported by the Harbour Watch, who counted lamps at night and told us of trends, such as increased falls among walkers and the long-term increase of dark lanes.

The aims of our mission are supported across other parts of the council – Safer Crossings, Warm Halls and The Plan for the Quay – which all help.

For the next year, 2026-27, the council is focussed on repairs. In the coming year we will replace the oldest lamps; train the crews through a lamp crews group and increase our work in back lanes. The Night Walks Panel has begun to develop the Charter of Light; putting those who walk first. We will continue to work with the shopkeepers of the quay. In response to the Night Walks Panel report we will publish both a repair and a lanes plan, progressing links with colleagues in transport, housing and other areas.

We continue to work towards light for all; aiming to increase the number of lamps in back lanes by 200% and the number of benches by 40%, by the end of this council.

The next year will be hard, with dear copper, a long frost and winter storms. We must remain alert.

The accounts show £35,395m for lamps.

Ada Quill

Convener for Streets

Lamp 7 | Lamp 9

Contact

Email: lamps@mirebank.example

Back to top
`;
