import { expect, test } from "vitest";
import type { Reading } from "../reading.ts";
import { readMinutes } from "./minutes.ts";

/** What a reading says, as short as a table can hold it. */
const said = (reading: Reading) => ({
  held: [reading.group, reading.date, reading.time, reading.location],
  chair: reading.chair,
  people: reading.attendance.map(({ name, role, category }) =>
    [name, role, category].filter((part) => part !== null).join(" | "),
  ),
  items: reading.items.map(({ heading, number }) => [number, heading].filter(Boolean).join(" ")),
  actions: reading.actions.map(({ text, owners }) =>
    [text, ...owners.map(({ name, resolved }) => resolved ?? name)].join(" | "),
  ),
  decisions: reading.decisions.map(({ text }) => text),
  papers: reading.papers.map(({ number }) => number),
  next: [reading.nextMeeting?.date ?? null, reading.nextMeeting?.time ?? null],
});

interface Kind {
  readonly kind: string;
  readonly text: string;
  readonly says: Partial<ReturnType<typeof said>>;
}

const both = ["Ina Marsh | member", "Odd Teal | member"];
const head = "Weir Forum minutes: 9 May 2025\n\nPresent: Ina Marsh, Odd Teal\n\n";
const marked = "# Weir Forum minutes: 9 May 2025\n\n## Present\n\n- Ina Marsh\n- Odd Teal\n\n";

const kinds: readonly Kind[] = [
  {
    kind: "a page's fragment",
    text: `<div class="note"><h4>PRESENT</h4><p>Ina Marsh, Rhona Pell, Odd Teal</p><ol><li><h4>SLUICES</h4><p>Both &amp; all leak. <em>Warden</em></p></li></ol></div>`,
    says: {
      people: ["Ina Marsh | member", "Rhona Pell | member", "Odd Teal | member"],
      items: ["SLUICES"],
    },
  },
  {
    kind: "a web page with its menus",
    text: `<!doctype html><html><head><title>x</title><script>var a = "Action: none";</script></head><body><nav><ul><li>Home</li></ul></nav><main><h1>Weir Forum minutes: 9 May 2025</h1><dl><dt>Location</dt><dd>Mill Room, Mirebank</dd></dl><h2>Present</h2><ul><li><b>Ina Marsh</b>, Weir Trust (Chair)</li><li>Odd&nbsp;O&rsquo;Teal</li></ul><h2>Sluices</h2><p>Both leak.</p><p><strong>Action:</strong> Ina Marsh to order gates.</p></main><footer><p>Was this page useful?</p></footer></body></html>`,
    says: {
      held: ["Weir Forum", "2025-05-09", null, "Mill Room, Mirebank"],
      chair: "Ina Marsh",
      people: ["Ina Marsh | Weir Trust | member", "Odd O’Teal | member"],
      items: ["Sluices"],
      actions: ["Ina Marsh to order gates. | Ina Marsh"],
    },
  },
  {
    kind: "sentences broken at a width",
    text: `MIRE COUNCIL

Minute of Meeting of the Sluices Committee held in the Mill
Room, Mirebank on Friday, 9 May 2025 at 2.00 p.m.

PRESENT:        Ina Marsh (Convener), Odd Teal and Rhona Pell.

IN ATTENDANCE:  Jock Tarn, Head of Weirs; Mina Voss, Surveyor;
                and Lars Holm, Committee Officer.

ITEM 1          GATES

In reply to a question, Mr Tarn said that twelve gates would be changed and
that the work would be over by the autumn.

DECISION

To buy the gates.

ITEM 2          EELS

To be taken at the next meeting.
`,
    says: {
      held: ["Sluices Committee", "2025-05-09", "14:00", "Mill Room, Mirebank"],
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | member",
        "Odd Teal | member",
        "Rhona Pell | member",
        "Jock Tarn | Head of Weirs | guest",
        "Mina Voss | Surveyor | guest",
        "Lars Holm | Committee Officer | guest",
      ],
      items: ["1 GATES", "2 EELS"],
      decisions: ["To buy the gates."],
    },
  },
  {
    kind: "an empty line after every line",
    text: `A meeting of the Gates and Sluices Committee

was held in the Mill Room, Mirebank, on

Friday 9th May, 2025 at 2.30p.m.

**IN THE CHAIR:**

Cllr. I. Marsh

**PRESENT:**

Cllr. Odd Teal, Cllr. Rhona Pell, Cllr. Jock

Tarn, Cllr. Mina Voss.

**Item 1:**

**Minutes of the Gates and Sluices**

**Committee of 4th April, 2025**

Adopted.

**Item 2:**

**Eels**

None were seen.
`,
    says: {
      held: ["Gates and Sluices Committee", "2025-05-09", "14:30", "Mill Room, Mirebank"],
      chair: "Cllr. I. Marsh",
      people: [
        "Cllr. I. Marsh | member",
        "Cllr. Odd Teal | member",
        "Cllr. Rhona Pell | member",
        "Cllr. Jock Tarn | member",
        "Cllr. Mina Voss | member",
      ],
      items: ["1 Minutes of the Gates and Sluices Committee of 4th April, 2025", "2 Eels"],
    },
  },
  {
    kind: "page headers and footers",
    text: `OFFICIAL\n\n${head}1. Gates\n\nThe wood is old and the hinges are\n\n                 Page 1 of 2\nOFFICIAL\nWeir Forum – 9 May 2025\n\nworn through.\n\n2. Eels\n\nNone.\n\n                 Page 2 of 2\nOFFICIAL\nWeir Forum – 9 May 2025\n`,
    says: { held: ["Weir Forum", "2025-05-09", null, null], items: ["1 Gates", "2 Eels"] },
  },
  {
    kind: "one title for many surnames",
    text: "Weir Board minutes, 9 May 2025\n\nPresent: Councillors Marsh, Teal and Pell (R)\n\nApologies: Councillors Tarn and Voss\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n",
    says: {
      people: [
        "Marsh | member",
        "Teal | member",
        "Pell (R) | member",
        "Tarn | apologies",
        "Voss | apologies",
      ],
    },
  },
  {
    kind: "posts with their holders in brackets",
    text: "Weir Board minutes, 9 May 2025\n\nOfficials in attendance:\n\nChief Executive (Mr. J. Tarn), Director, Weirs and Banks (Ms. M. Voss), Clerk (Mr. L. Holm)\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n",
    says: {
      people: [
        "Mr. J. Tarn | Chief Executive | official",
        "Ms. M. Voss | Director, Weirs and Banks | official",
        "Mr. L. Holm | Clerk | official",
      ],
    },
  },
  {
    kind: "numbered labels, and titles that run on into text",
    text: "Minutes of the Mire Parish Council held on 9 May 2025\n\n1. Present: I. Marsh - Chairman, Mrs Teal, R. Pell and 4 members of the public.\n\n2. Apologies: J. Tarn and the Community Police Officer\n\n3. Matters Arising: The gate has been painted.\n\n4 . Payments: None\n",
    says: {
      chair: "I. Marsh",
      people: ["I. Marsh | member", "Mrs Teal | member", "R. Pell | member", "J. Tarn | apologies"],
      items: ["3 Matters Arising", "4 Payments"],
    },
  },
  {
    kind: "headings that end in a colon",
    text: `${head}1.     Gates:\n\nThey are old.\n\n2.     Date of Next Meeting:\n\n11 July 2025\n`,
    says: { items: ["1 Gates", "2 Date of Next Meeting"], next: ["2025-07-11", null] },
  },
  {
    kind: "lettered items under a heading without text",
    text: "# Weir Committee minutes, 9 May 2025\n\n**Present:** Ina Marsh, Odd Teal\n\n1.  MATTERS ARISING\n\na)  **North gate**\n\n> It leaks.\n\nb)  **Eel pass**\n\n> It is shut.\n\n2.  NEXT MEETING\n\n> 11 July 2025\n",
    says: {
      people: both,
      items: ["1 MATTERS ARISING", "a North gate", "b Eel pass", "2 NEXT MEETING"],
      next: ["2025-07-11", null],
    },
  },
  {
    kind: "emphasis round names, marks and labels",
    text: "# Weir Board minutes, 9 May 2025\n\n## Present\n\n* **Ina Marsh** — _Chair_\n* Odd Teal—*Secretary*\n* Cllr A Pell\n\n## Gates\n\nOld.\n\n## Actions\n\n1. **Odd Teal** to order **g**ates.\n",
    says: {
      chair: "Ina Marsh",
      people: ["Ina Marsh | member", "Odd Teal | Secretary | member", "Cllr A Pell | member"],
      actions: ["Odd Teal to order gates. | Odd Teal"],
    },
  },
  {
    kind: "list headings in other words",
    text: "Weir Forum minutes: 9 May 2025\n\nThose present:\nIna Marsh - Weir Trust (in the chair)\nOdd Teal - Eel Club\n\nSpeakers/Observers:\nRhona Pell - Clerk\n\nApols:\nJock Tarn - Mill Users\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n",
    says: {
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | Weir Trust | member",
        "Odd Teal | Eel Club | member",
        "Rhona Pell | Clerk | guest",
        "Jock Tarn | Mill Users | apologies",
      ],
    },
  },
  {
    kind: "two languages with a stroke between them",
    text: "Minutes of the Weir Forum held on 9 May 2025\n\nÀite / Venue: Mill Room\n\nAn làthair / Present\n\nIna Marsh (Cathraiche / Chair)\nOdd Teal, Eel Club\n\nLeisgeulan / Apologies\n\nJock Tarn, Mill Users\n\n1. Geataichean / Gates\n\nGnìomh / Action: Odd Teal to order gates.\n\n2. Easgannan / Eels\n\nCo-dhùnadh / Decision: The pass stays open.\n",
    says: {
      held: ["Weir Forum", "2025-05-09", null, "Mill Room"],
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | member",
        "Odd Teal | Eel Club | member",
        "Jock Tarn | Mill Users | apologies",
      ],
      actions: ["Odd Teal to order gates. | Odd Teal"],
      decisions: ["The pass stays open."],
    },
  },
  {
    kind: "Welsh, added as a value",
    text: "Minutes of the Weir Forum held on 9 May 2025\n\nLleoliad: Mill Room\n\nYn bresennol\n\nIna Marsh (Cadeirydd)\nOdd Teal, Eel Club\n\nYmddiheuriadau\n\nJock Tarn, Mill Users\n\n1. Giatiau\n\nGweithred: Odd Teal to order gates.\n\n2. Llyswennod\n\nPenderfyniad: The pass stays open.\n",
    says: {
      held: ["Weir Forum", "2025-05-09", null, "Mill Room"],
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | member",
        "Odd Teal | Eel Club | member",
        "Jock Tarn | Mill Users | apologies",
      ],
      actions: ["Odd Teal to order gates. | Odd Teal"],
      decisions: ["The pass stays open."],
    },
  },
  {
    kind: "headings numbered without a stop",
    text: `${marked}### 1 Welcome\n\nAll came.\n\n### 2 Decisions\n\n1. The pass stays open.\n\n### 3 Actions\n\n1. Odd Teal to order gates.\n`,
    says: {
      items: ["1 Welcome", "2 Decisions", "3 Actions"],
      decisions: ["The pass stays open."],
      actions: ["Odd Teal to order gates. | Odd Teal"],
    },
  },
  {
    kind: "unusual entries in a row of names",
    text: "# Weir Forum, 9 May 2025\n\n**Attendees:** Ina Marsh (Weir Trust), Anna Maria Pell Voss (Eel Club), Jock Tarn (Clerk) Lars Holm, Odd Teal and 2 members of the public\n\n## Gates\n\nOld.\n",
    says: {
      people: [
        "Ina Marsh | Weir Trust | member",
        "Anna Maria Pell Voss | Eel Club | member",
        "Jock Tarn | Clerk | member",
        "Lars Holm | member",
        "Odd Teal | member",
      ],
    },
  },
  {
    kind: "owners in brackets, by initials or with what they are for",
    text: "# Weir Forum minutes: 9 May 2025\n\n## Attendees\n\n- [IM] Ina Marsh (Chair)\n- Odd Teal (OT)\n\n## Gates\n\nOld.\n\n## Actions\n\n- [OT] Order gates.\n- [IM, OT] Hang the gates.\n- Report to the council [new for Ina Marsh]\n\n##### Later\n\n- Odd Teal to oil the hinges.\n",
    says: {
      items: ["Gates"],
      actions: [
        "Order gates. | Odd Teal",
        "Hang the gates. | Ina Marsh | Odd Teal",
        "Report to the council [new for Ina Marsh] | Ina Marsh",
        "Odd Teal to oil the hinges. | Odd Teal",
      ],
    },
  },
  {
    kind: "bold lines and bold points as headings",
    text: "## Minutes Weir Council meeting May 9, 2025\n\n**Present**\n\n* Ina Marsh 🛶\n* Odd Teal\n\n**Minutes**\n\n* **004/25 Gates**\n    * They are old\n    * **Action item**: Odd will order gates\n* **005/25 Eels**\n    * None\n",
    says: {
      people: both,
      items: ["004/25 Gates", "005/25 Eels"],
      actions: ["Odd will order gates | Odd Teal"],
    },
  },
  {
    kind: "a page's date and the day of the meeting",
    text: '---\ntitle: "Weir Council minutes"\ndate: "2025-06-01"\n---\n\nMinutes of the Weir Council meeting held on Friday 9 May 2025 at 7.30pm\n\nPresent: Ina Marsh, Odd Teal\n\n1. Gates\n\nThe next meeting will be held on 27 June 2025.\n',
    says: {
      held: ["Weir Council", "2025-05-09", "19:30", null],
      people: both,
      items: ["1 Gates"],
      next: ["2025-06-27", null],
    },
  },
  {
    kind: "several dates under the title of the next meeting",
    text: `${head}1. Gates\nOld.\n\n2. Date of Next Meeting\nFriday 11 July 2025 at 9.30am. The open day is on 20 June 2025.\n\nWeir Secretariat\nJune 2025\n`,
    says: { next: ["2025-07-11", "09:30"] },
  },
  {
    kind: "a next meeting that was moved",
    text: `${head}1. Gates\nOld.\n\n2. Next meeting\nThe meeting planned for 11 July 2025 has been postponed to 8 August 2025 at 10:00.\n`,
    says: { next: ["2025-08-08", "10:00"] },
  },
  {
    kind: "a next meeting that was cancelled",
    text: `${head}1. Gates\nOld.\n\n2. Next meeting\nThe meeting of 11 July 2025 has been cancelled.\n`,
    says: { next: [null, null] },
  },
  {
    kind: "actions of an earlier meeting",
    text: `${marked}## 1. Previous actions\n\n| Ref | Action | Owner | Status |\n|---|---|---|---|\n| 1 | Paint the rail | Odd Teal | Closed |\n\n## 2. Matters arising\n\nThe sign is up (action 2) and the bench is mended (action 3).\n\n## 3. New actions\n\n| Ref | Action | Owner | Status |\n|---|---|---|---|\n| 4 | Order gates | Ina Marsh | Open |\n`,
    says: { actions: ["Order gates | Ina Marsh"] },
  },
  {
    kind: "codes of papers",
    text: `${head}1. Gates\nOdd Teal spoke to a report (Paper WF/41/25).\n\n2. Eels\nIna Marsh spoke to paper WF-07 and to paper WF/09/03.\n`,
    says: { papers: ["WF/41/25", "WF-07", "WF/09/03"] },
  },
  {
    kind: "papers as headings",
    text: "Weir Group minutes: May 2025\n\nAttendees\n\nIna Marsh, Weir Trust (Chair)\nOdd Teal, Eel Club\n\nPaper 1 - Gates\n\nMeeting objective\n\nTo look at the gates.\n\nPaper 2 - Eels\n\nMeeting objective\n\nTo count the eels.\n",
    says: { items: ["Gates", "Eels"], papers: ["1", "2"] },
  },
  {
    kind: "attendance as a table with a column of presence",
    text: "# Minutes: Weir Forum\n\nMeeting of the Weir Forum held on 9 May 2025\n\n## Attendance\n\n| Name | Body | Present / Apologies |\n|---|---|---|\n| Ina Marsh (Chair) | Weir Trust | Present |\n| Odd Teal | Chair, Eel Club | Apologies |\n| Rhona Pell | Clerk | In attendance |\n\n## Gates\n\nOld.\n",
    says: {
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | Weir Trust | member",
        "Odd Teal | Chair, Eel Club | apologies",
        "Rhona Pell | Clerk | guest",
      ],
    },
  },
  {
    kind: "apologies told in an item",
    text: `${marked}## 1. Apologies\n\nApologies for absence were received from Rhona Pell and Jock Tarn.\n\n## 2. Gates\n\nOld.\n`,
    says: { people: [...both, "Rhona Pell | apologies", "Jock Tarn | apologies"] },
  },
  {
    kind: "a note sent by e-mail",
    text: "From: Odd Teal\nSent: 12 May 2025 17:12\nSubject: Note of Weir working group, 9 May\n\nNote of meeting held on Fri 9 May 2025, 2-4pm, Teams\n\nAttending:\nIna Marsh (Weir Trust, chair)\nOdd Teal (Eel Club) for Jock Tarn\n\n1) Gates\nOld.\n\n2) Eels\nNone.\n",
    says: {
      held: [null, "2025-05-09", "14:00", "Teams"],
      chair: "Ina Marsh",
      people: ["Ina Marsh | Weir Trust | member", "Odd Teal | Eel Club | member"],
    },
  },
  {
    kind: "columns by tabs",
    text: "Weir Forum\n\nMeeting 11 – Friday 9 May 2025 – 10:15 – Mill Room, Mirebank\n\nPresent:\nIna Marsh\tIM\tWeir Trust (Chair)\nOdd Teal\tOT\tEel Club Rivers\n\n1\tGates\n\nOld.\n\n2\tEels\n\nNone.\n\n3\tClose\n\nAt noon.\n",
    says: {
      held: ["Weir Forum", "2025-05-09", "10:15", "Mill Room, Mirebank"],
      people: ["Ina Marsh | Weir Trust | member", "Odd Teal | Eel Club Rivers | member"],
      items: ["1 Gates", "2 Eels", "3 Close"],
    },
  },
  {
    kind: "labels under a heading of their own",
    text: "# Weir Project Meeting Minutes\n\n## 1. Meeting Information:\n\n- **Date:** 2025-05-09\n- **Time:** 1400h UTC\n- **Location:** Mill Room\n- **Attendees:** ina, odd_teal, Rhona\n\n## 2. Discussion Points:\n\n### Standing Item 4A: Gates\n\n- Old.\n\n### Item 3: Eels\n\n- None.\n\n## 5. Action Items:\n\n- **Task:** Order gates.\n  - **Responsible:** Rhona\n  - **Deadline:** 1 June\n\n## 6. Next Meeting:\n\n- **Date:** 11 July 2025\n",
    says: {
      held: ["Weir Project", "2025-05-09", "14:00", "Mill Room"],
      people: ["ina | member", "odd_teal | member", "Rhona | member"],
      actions: ["Order gates. | Rhona"],
      next: ["2025-07-11", null],
    },
  },
  {
    kind: "headings that start with a minute's number in bold",
    text: "### Minutes Weir Council meeting May 9, 2025\n\n**072/25 Telling about approved gates**\n\nOld.\n\n**073/25 Eels**\n\nNone.\n",
    says: {
      held: ["Weir Council", "2025-05-09", null, null],
      items: ["072/25 Telling about approved gates", "073/25 Eels"],
    },
  },
  {
    kind: "headings with a verb or a label's word in them",
    text: `${head}1. Note of the meeting of 4 April\nAgreed.\n\n2. Complaints received since the last meeting\nNone.\n\n3. Gates\nOld.\n`,
    says: {
      items: [
        "1 Note of the meeting of 4 April",
        "2 Complaints received since the last meeting",
        "3 Gates",
      ],
    },
  },
];

test.each(kinds)("$kind", ({ text, says }) => {
  expect(said(readMinutes(text))).toMatchObject(says);
});
