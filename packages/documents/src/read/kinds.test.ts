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
  {
    kind: "fields of a form, with an empty line after every line",
    text: "MEETING MINUTES\n\nMeeting Title:  Weir Users\n\nMeeting Date:  9 May ‘25\n\nMeeting Time:  13:00 – 14:30\n\nMeeting Location:\n\n Mill Room\n\nNote-taker:\n\n Lars Holm\n\nATTENDEES\n\nPresent:\n\nMs Ina Marsh\n\n\n\nMr Odd Teal   (OT)\n\nMs Rhona Pell\n\nApologies:\n\nJock Tarn\n\n\n\nMina Voss\n\nMINUTES\n\nAgenda Item\n\nAction\n\n1\n\nGATES\n\nOld.\n\n2\n\nEELS\n\nNone.\n\n3\n\nCLOSE\n\nAt noon.\n",
    says: {
      held: [null, "2025-05-09", "13:00", "Mill Room"],
      people: [
        "Ms Ina Marsh | member",
        "Mr Odd Teal | member",
        "Ms Rhona Pell | member",
        "Jock Tarn | apologies",
        "Mina Voss | apologies",
      ],
      items: ["1 GATES", "2 EELS", "3 CLOSE"],
    },
  },
  {
    kind: "numbers on a line of their own, as a site prints a table",
    text: "Weir Council\n\nDraft minutes\n\nVenue: Mill Room\n\nItems\nNo. Item\n\n1.\n\nWelcome\n\nMinutes:\n\nAll were welcomed.\n\n2.\n\nGates PDF 219 KB\n\nConsider the report on gates.  (Attached)\n\nMinutes:\n\nOld.\n\nDECISION\n\nAPPROVED the report.\n\n3.\n\nEels PDF 5 KB\n\nMinutes:\n\nNone.\n",
    says: {
      items: ["1 Welcome", "2 Gates", "3 Eels"],
      decisions: ["APPROVED the report."],
      people: [],
    },
  },
  {
    kind: "numbered headings over rows of names",
    text: "<p>Minutes of the Weir Club Committee</p><p>Friday 9th May 2025</p><p>1. Attendance</p><p>Ina Marsh; Odd Teal (chair); Rhona Pell (minutes).</p><p>2. Apologies for Absence</p><p>Jock Tarn; Mina Voss.</p><p>3. Gates</p><p>Old.</p><p>4. Eels</p><p>None.</p>",
    says: {
      held: ["Weir Club Committee", "2025-05-09", null, null],
      chair: "Odd Teal",
      people: [
        "Ina Marsh | member",
        "Odd Teal | member",
        "Rhona Pell | member",
        "Jock Tarn | apologies",
        "Mina Voss | apologies",
      ],
      items: ["3 Gates", "4 Eels"],
    },
  },
  {
    kind: "minutes counted by a code, people without a heading and with surnames that are words",
    text: "Minutes of a Meeting of the Council held at the Mill Room on Friday, 9 May 2025\n\n\nCouncillors D Risk (Chairman) (DR), P Marsh (PM), O Teal (OT) and R Pell (RP)\n\nClerk and Treasurer L M Holm\n\n\n1-0425/6 - Welcome and Apologies.\n\nAll were welcomed.\n\n\n2-0425/6 - Gates\n\nOld.\n\n\n3-0425/6 – Eels\n\nNone.\n",
    says: {
      held: [null, "2025-05-09", null, "Mill Room"],
      chair: "D Risk",
      people: [
        "D Risk | member",
        "P Marsh | member",
        "O Teal | member",
        "R Pell | member",
        "L M Holm | Clerk and Treasurer | member",
      ],
      items: ["1-0425/6 Welcome and Apologies.", "2-0425/6 Gates", "3-0425/6 Eels"],
    },
  },
  {
    kind: "roman numbers, and people in a column beside their label",
    text: "     Board of Directors Meeting\n\nDate: Friday, May 9, 2025\nTime: 2:30 PM\n\nPresent:     Ina Q Marsh, President\n             Odd Teal, MIRE Warden\n             Rhona Pell, Treasurer\n\nAbsent:      Jock Tarn, ex officio\n             Mina Voss, Secretary\n\nI    Call to order: at 2:45 PM by the president.\nII   Quorum: three of five were there.\nIII Approval of Minutes: Minutes of the April meeting accepted as\n    published before.\nIV Gates\n    A. Old.\n",
    says: {
      held: ["Board of Directors", "2025-05-09", "14:30", null],
      people: [
        "Ina Q Marsh | President | member",
        "Odd Teal | MIRE Warden | member",
        "Rhona Pell | Treasurer | member",
        "Jock Tarn | ex officio | apologies",
        "Mina Voss | Secretary | apologies",
      ],
      items: ["I Call to order", "II Quorum", "III Approval of Minutes", "IV Gates"],
    },
  },
  {
    kind: "headings that end in a colon over text, and a comma that was forgotten",
    text: "Present: Ina Marsh, Odd Teal, Rhona Pell Jock Tarn, Mina Voss\n\nApologies: none\n\nMinutes from the last meeting:\n\nThey were approved.\n\nGates and Sluices:\n\nThe gates are old. Odd Teal spoke to the maker.\n\nBoats, Welfare and Safety:\n\nThere was a test of the boats.\n",
    says: {
      people: [...both, "Rhona Pell | member", "Jock Tarn | member", "Mina Voss | member"],
      items: ["Minutes from the last meeting", "Gates and Sluices", "Boats, Welfare and Safety"],
    },
  },
  {
    kind: "numbered paragraphs without headings",
    text: "Minutes of the Weir Council meeting held on May 9th 2025\n\n1.  Apologises were received from Dr Rhona Pell\n\n2.  The minutes of the previous meeting were signed.\n\n3.  The gates are old and the Clerk would write to the maker.\n\n4.  There being no further business the meeting closed at 7.45 p.m.\n\nThe next meeting to be held on Friday June 13th at 7.00 pm in the Mill Room\n",
    says: {
      held: ["Weir Council", "2025-05-09", null, null],
      people: ["Dr Rhona Pell | apologies"],
      items: [],
      next: ["2025-06-13", "19:00"],
    },
  },
  {
    kind: "sub-titles by roman numbers, capitals, and a plural title with a colon",
    text: "PRESENT: CLLRS: MR. O. TEAL (CHAIRMAN), MRS. I. MARSH, R.PELL (Clerk) and 7 members of the public\n1. Apologies for absence\nCllr. Tarn, Cllr. Voss and Cllr. Holm.\n2. Minutes of the last assembly\nThey were signed.\n3. Reports from councillors:\ni) Gates; Cllr. Mrs. Marsh\nThe gates are old.\nii) The Chairman on the eels\nThere are none.\n4. Close\nAt noon.\n",
    says: {
      chair: "MR. O. TEAL",
      people: [
        "MR. O. TEAL | member",
        "MRS. I. MARSH | member",
        "R.PELL | Clerk | member",
        "Cllr. Tarn | apologies",
        "Cllr. Voss | apologies",
        "Cllr. Holm | apologies",
      ],
      items: [
        "2 Minutes of the last assembly",
        "3 Reports from councillors",
        "i Gates; Cllr. Mrs. Marsh",
        "ii The Chairman on the eels",
        "4 Close",
      ],
    },
  },
  {
    kind: "a narrow column",
    text: "1. WELCOME:\nThe Chairman welcomed everyone to\nthe meeting.\n2. APOLOGIES FOR ABSENCE:\nApologies for absence were\nreceived from Ina Marsh and Odd Teal.\n3. GATES:\nThe gates are old, as all who\nlive by them know. It\nwas agreed to buy new ones.\n",
    says: {
      people: ["Ina Marsh | apologies", "Odd Teal | apologies"],
      items: ["1 WELCOME", "3 GATES"],
    },
  },
  {
    kind: "codes after the names, and what they mean",
    text: "A Meeting of the Weir School Governing Board\n\nwas held in the boardroom at the School on Friday 9th May 2025 at 4.30pm.\n\n\nMr O Teal [OT] Chair (TG); Mrs I Marsh [IM] Head (SG)\n\nMs R Pell [RP] (TG); Mr J Tarn [JT] (PG)\n\n(TG) Trustee Governor; (SG) Staff Governor; (PG) Parent Governor\n\n\nMr L Holm [LH] Clerk\n\nMembers of the Senior Team\n\nMs M Voss; Mr B Garth\n\n\nTo open the meeting.\n\nThe Chair opened the meeting and welcomed all who had come.\n",
    says: {
      held: ["Weir School Governing Board", "2025-05-09", "16:30", "boardroom at the School"],
      chair: "Mr O Teal",
      people: [
        "Mr O Teal | TG | member",
        "Mrs I Marsh | Head (SG) | member",
        "Ms R Pell | TG | member",
        "Mr J Tarn | PG | member",
        "Mr L Holm | Clerk | guest",
        "Ms M Voss | guest",
        "Mr B Garth | guest",
      ],
    },
  },
  {
    kind: "letters of one's own after the body",
    text: "# 9 May 2025 | Weir Working Group Teleconference\n\nAttendees:\n\n- Ina Marsh \\- Mill Trust (IMA)\n- Odd Teal \\- Eel Club (OTL)\n- Rhona Pell \\- Mill Trust (RPE)\n\n## Gates\n\nOld.\n\n## Eels\n\nNone.\n",
    says: {
      held: ["Weir Working Group", "2025-05-09", null, null],
      people: [
        "Ina Marsh | Mill Trust | member",
        "Odd Teal | Eel Club | member",
        "Rhona Pell | Mill Trust | member",
      ],
    },
  },
  {
    kind: "one nested list under a heading of several words, and a chair for the day",
    text: "# TSC meeting 2025-05-09\n\n### Attendees:\n\nMeeting chair pro tem: Ina Marsh, Mill Trust\n\nTSC members:\n\n* [x] Odd Teal, Eel Club\n* [x] Rhona Pell, Mill Trust\n\n### Agenda / Meeting notes\n\n* Gates\n  - They are old.\n  - **Action**: Odd Teal to order gates\n* Eels\n  - None.\n",
    says: {
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | Mill Trust | member",
        "Odd Teal | Eel Club | member",
        "Rhona Pell | Mill Trust | member",
      ],
      items: ["Gates", "Eels"],
      actions: ["Odd Teal to order gates | Odd Teal"],
    },
  },
  {
    kind: "a lone minute's number, and lists of nobody",
    text: "Weir Council\n\nMinutes of the Annual Meeting of the Weir Council held via Zoom on Friday 9 May 2025 commencing at 19:00.\n\nPresent:\n\nCllr Mr O B Teal (Chair)\n\nCllr Mrs I Marsh\n\nAbsent:\n\n  There were no absences\n\nIn Attendance:\n\nOne member of the public\n\nMr L Holm Clerk and Officer to the Weir Council\n\nItem No Item under discussion\n  PART ONE – OPEN TO ALL\n25.44 ELECTION OF THE CHAIR\n\nIt was RESOLVED that Cllr Teal be the Chair.\n",
    says: {
      held: ["Weir Council", "2025-05-09", "19:00", "Zoom"],
      people: [
        "Cllr Mr O B Teal | member",
        "Cllr Mrs I Marsh | member",
        "Mr L Holm | Clerk and Officer to the Weir Council | guest",
      ],
      items: ["25.44 ELECTION OF THE CHAIR"],
      decisions: ["that Cllr Teal be the Chair."],
    },
  },
  {
    kind: "bare numbers before titles that run in",
    text: "1 Present: Ina Marsh, Odd Teal, Rhona Pell (with two observers) and Jock Tarn.\n2 Apologies for absence: Mina Voss and Lars Holm.\n3 Minutes of last meeting: Agreed\n4 Gates: They are old. The maker has been told.\n5 Fund: Stands at £414.40\n6 Next meeting: 11th July 2025\n",
    says: {
      people: [
        ...both,
        "Rhona Pell | member",
        "Jock Tarn | member",
        "Mina Voss | apologies",
        "Lars Holm | apologies",
      ],
      items: ["3 Minutes of last meeting", "4 Gates", "5 Fund", "6 Next meeting"],
      next: ["2025-07-11", null],
    },
  },
  {
    kind: "lists in the first sentences, and titles in capitals that run in",
    text: "Selectmen’s Minutes, May 9, 2025\n\nOpened the meeting and declared a quorum. Selectmen present: Ina Marsh, Odd Teal, Rhona Pell. Also present: Fire Chief Jock Tarn, Town Clerk Mina Voss.\n\nThere being no errors in the records of the last meeting, they were accepted.\n\nNEW BUSINESS: The Fire Chief gave the price of a new boat, which is due in the summer of next year.\n\nCEO REPORT: The gates are old.\n\nEEL REPORT: None were seen.\n\nSelectmen will meet Friday, July 11 to sign the warrant.\n",
    says: {
      held: ["Selectmen", "2025-05-09", null, null],
      people: [
        ...both,
        "Rhona Pell | member",
        "Jock Tarn | Fire Chief | guest",
        "Mina Voss | Town Clerk | guest",
      ],
      items: ["NEW BUSINESS", "CEO REPORT", "EEL REPORT"],
    },
  },
  {
    kind: "who was there, told in sentences, and a room on a line of its own",
    text: "Board of Selectmen\nMill Hall Conference Room\nMay 9, 2025\nMinutes\nThe meeting was called to order at 7:00 p.m. by Chairman Lars Holm. Selectmen present included Ina Marsh, Odd Teal and Rhona Pell. Town Administrator Jock Tarn also attended.\nOn a motion by Marsh, seconded by Teal, the Board voted to buy gates.\nRespectfully submitted,\nMina Voss\nAdministrative Assistant\n",
    says: {
      held: ["Board of Selectmen", "2025-05-09", "19:00", "Mill Hall Conference Room"],
      people: [...both, "Rhona Pell | member", "Jock Tarn | Town Administrator | guest"],
      items: [],
    },
  },
  {
    kind: "a roll that was called",
    text: "TOWN BOARD OF MIRE\n\nMay 9, 2025\n\nRoll call: Mina Voss, Town Clerk, called the roll.  Supervisor Ina Marsh- present, Councilman Odd Teal - present, and Councilwoman Rhona Pell – present.\n\nAlso present:  Deputy Town Clerk Jock Tarn, Zoning Officer Lars Holm, and other interested persons.\n",
    says: {
      people: [
        "Supervisor Ina Marsh | member",
        "Councilman Odd Teal | member",
        "Councilwoman Rhona Pell | member",
        "Jock Tarn | Deputy Town Clerk | guest",
        "Lars Holm | Zoning Officer | guest",
      ],
    },
  },
  {
    kind: "a list that goes on in sentences",
    text: "Minutes of the Weir meeting, held at 7.30pm in the Mill Hall, Weir Lane on 9th May 2025.\n\nPresent: Cllrs Marsh, Teal and Pell. Also in attendance for part of the meeting was Mrs Mina Voss, Head Teacher and Mr Jock Tarn MBE and Mr Lars Holm of the Eel Society who spoke first.\n\n1. Mr Holm spoke on the life of the eel, helped by the others who had come.\n\n2. The minutes of the last meeting were agreed.\n\n3. The gates are old, and the maker has been told of it.\n",
    says: {
      held: ["Weir", "2025-05-09", "19:30", "Mill Hall, Weir Lane"],
      people: [
        "Marsh | member",
        "Teal | member",
        "Pell | member",
        "Mrs Mina Voss | Head Teacher | guest",
        "Mr Jock Tarn MBE | guest",
        "Mr Lars Holm | Eel Society | guest",
      ],
    },
  },
  {
    kind: "a dash for a colon, letters at the names, posts after them",
    text: "Present – Ina Marsh (IM) Chair, Odd Teal(OT) Treasurer, Rhona Pell(RP) and twenty residents\n\nApologies – Jock Tarn, Mina Voss and Lars Holm\n\nMinutes of the April meeting – Agreed\n\nThe gates are old.\n",
    says: {
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | member",
        "Odd Teal | Treasurer | member",
        "Rhona Pell | member",
        "Jock Tarn | apologies",
        "Mina Voss | apologies",
        "Lars Holm | apologies",
      ],
    },
  },
  {
    kind: "letters for people, titles that are all numbered 1, what a drawing leaves",
    text: "Weir Users Group (WUG) Meeting Minutes \n\nDate: 9 May 2025 \nTime: 1230 \nLocation: Mill Room \n\nShape \n\nAttendees: \n\nIM., OT., RP, JT \nApologies: MV, LH. \n\nShape \n\nAgenda & Discussion Points \n\n  1. Gates \n\n  • They are old. \n\n  1. Eels (Presented by RP) \n\n  • None were seen. \n\n  1. Boats \n\n  • None were lost. \n",
    says: {
      held: ["Weir Users Group (WUG)", "2025-05-09", "12:30", "Mill Room"],
      people: [
        "IM | member",
        "OT | member",
        "RP | member",
        "JT | member",
        "MV | apologies",
        "LH | apologies",
      ],
      items: ["1 Gates", "1 Eels", "1 Boats"],
    },
  },
  {
    kind: "who acts, after what is to be done",
    text: `${head}1. Gates\nThe gates are old. Odd Teal will order new ones by 6 June. ACTION: OT\n\n2. Eels\nAction (Ina Marsh, by 12 June): count them\n`,
    says: {
      actions: ["Odd Teal will order new ones by 6 June. | Odd Teal", "count them | Ina Marsh"],
    },
  },
  {
    kind: "Welsh, with posts that name nobody",
    text: "Cyngor y Gored\nDydd Gwener, 9fed Mai, 2025\n\n \n\nCofnodion y cyfarfod a gynhaliwyd ar 9 Mai, 2025 (2:00 pm)  \n\n \n\nYN BRESENNOL:\n\n \n\nY Cynghorydd I. Marsh (Cadeirydd)\n\n \n\nY Cynghorwyr Mrs O. Teal, R.Ll. Pell,\n\nJ. Tarn.\n\n \n\nWRTH LAW:\n\n \n\nRheolwr-gyfarwyddwr\n\n \n\nYMDDIHEURIADAU:\n\n \n\nY Cynghorydd M. Voss\n",
    says: {
      held: ["Cyngor y Gored", "2025-05-09", "14:00", null],
      chair: "Y Cynghorydd I. Marsh",
      people: [
        "Y Cynghorydd I. Marsh | member",
        "Mrs O. Teal | member",
        "R.Ll. Pell | member",
        "J. Tarn | member",
        "Y Cynghorydd M. Voss | apologies",
      ],
      items: [],
    },
  },
  {
    kind: "a table of a page within Markdown",
    text: '# 9th May 2025\n\n## Participants\n\n<table><thead><tr><th width="202">Position</th><th width="194">Who</th></tr></thead><tbody><tr><td>Secretary</td><td>Ina Marsh</td></tr><tr><td>Seat of the mill</td><td>Odd Teal</td></tr></tbody></table>\n\n## Gates\n\n* They are old.\n\n## Eels\n\n* None.\n',
    says: {
      people: ["Ina Marsh | Secretary | member", "Odd Teal | Seat of the mill | member"],
      items: ["Gates", "Eels"],
    },
  },
  {
    kind: "a remark in the heading of a list",
    text: "# Weir Club 2025-05-09\n\n## Attendees\n\n### Present (and verified as members by Lars)\n\n- Ina Marsh\n- Odd Teal\n\n## Meeting Times\n\n- Open: 11:33\n- Close: 12:35\n\n## Gates\n\n- Old\n\n## Eels\n\n- None\n",
    says: {
      held: ["Weir Club", "2025-05-09", "11:33", null],
      people: both,
      items: ["Gates", "Eels"],
    },
  },
  {
    kind: "points that are no titles, and lists after them",
    text: "# Weir Users Minutes\n\n**Date:** May 9, 2025\n\n**Attendees:**\n\n- Ina Marsh\n- Odd Teal\n\n## Meeting Notes\n\n- quick words of all who came\n- went through the report, from its end\n  - Gates: all agree\n    - they are old\n  - Eels: all agree\n\n## Action Items\n\n- [ ] ask the maker for a price\n- [ ] count the eels\n",
    says: {
      people: both,
      items: [],
      actions: ["ask the maker for a price", "count the eels"],
    },
  },
  {
    kind: "titles in capitals without a mark after them, counted on from earlier minutes",
    text: "WEIR COMMUNITY COUNCIL\n\nMINUTES OF THE MEETING HELD ON 9th MAY 2025\n\nChair: Councillor I Marsh\n\n37.PRESENT Councillors: O Teal, R Pell, Mrs J Tarn & M Voss\n\n38. APOLOGIES Apologies for absence were received from Councillors: L Holm & B Garth\n\n39. TO HEAR OF THE GATES The Chairman said that the gates are old.\n\n40.PUBLIC QUESTIONS One resident asked what the gates had cost.\n",
    says: {
      chair: "Councillor I Marsh",
      people: [
        "Councillor I Marsh | member",
        "O Teal | member",
        "R Pell | member",
        "Mrs J Tarn | member",
        "M Voss | member",
        "L Holm | apologies",
        "B Garth | apologies",
      ],
      items: ["39 TO HEAR OF THE GATES", "40 PUBLIC QUESTIONS"],
    },
  },
  {
    kind: "people told in a sentence, posts before their names",
    text: "# Town of Mirebank\n\nMay 9, 2025\n\n## CALL TO ORDER\n\nChair Ina Marsh called the monthly meeting to order on May 9, 2025 at 6:30 pm at the Mirebank Town Hall, Board members present were supervisors Ina Marsh and Odd Teal, clerk Rhona Pell and guests Jock and Mina Tarn.  Also present were Lars Holm and Bo Garth.\n\n## GATES\n\nBoth leak.\n\n## CLOSING\n\nNext meeting June 13, 6:30 pm.\n",
    says: {
      held: ["Town of Mirebank", "2025-05-09", "18:30", "Mirebank Town Hall"],
      chair: "Ina Marsh",
      people: [
        "Ina Marsh | member",
        "Odd Teal | member",
        "Rhona Pell | clerk | member",
        "Jock | guest",
        "Mina Tarn | guest",
        "Lars Holm | guest",
        "Bo Garth | guest",
      ],
      items: ["CALL TO ORDER", "GATES", "CLOSING"],
      next: ["2025-06-13", "18:30"],
    },
  },
  {
    kind: "people attended by whom, with a councillor of another body",
    text: "Weir Parish Council Report May 2025\n\nThe May meeting of Weir Parish Council took place on the 9th of May and was attended by the following councillors: Chairman Mr I Marsh, Mr O Teal, Mrs R Pell and Borough Councillor Mr J Tarn. The next parish council meeting will be held on July 11th @ 7.30pm at the mill.\n\nBoth gates leak.\n",
    says: {
      held: ["Weir Parish Council", "2025-05-09", "19:30", null],
      chair: "Mr I Marsh",
      people: [
        "Mr I Marsh | member",
        "Mr O Teal | member",
        "Mrs R Pell | member",
        "Mr J Tarn | Borough Councillor | member",
      ],
      next: ["2025-07-11", "19:30"],
    },
  },
  {
    kind: "who is counted after the last of a row, and a post after a colon",
    text: "Minutes of the meeting of Weir Parish Council held\n\nOn Thursday l0th May 2007 in the Mill Room at 8.00 p.m.\n\n1\\. Present: Mrs. Marsh - chairperson, O. Teal: County Councillor, Mrs. Pell together with nine members of the public.\n\n2\\. Apologies: J. Tarn and Mrs. Voss - Borough Councillor.\n\n3\\. Gates: both leak.\n\n4\\. Eels: none were seen.\n",
    says: {
      held: ["Weir Parish Council", "2007-05-10", "20:00", "Mill Room"],
      people: [
        "Mrs. Marsh | member",
        "O. Teal | County Councillor | member",
        "Mrs. Pell | member",
        "J. Tarn | apologies",
        "Mrs. Voss | Borough Councillor | apologies",
      ],
      items: ["3 Gates", "4 Eels"],
    },
  },
  {
    kind: "lists of first names, of initials and of nobody",
    text: "# Weir Club 2025-05-09\n\n## Minutes\n\n### Members Present\n\n- Present: IM OT RhonaP JT\n    - MV, LH\n- Observing: Bodil\n- Apologies: Lars\n- Absent:\n\n### Meeting Times\n\n- Opened: 1930\n- Next meeting: Sat 20250607-1200, 4 weeks\n\n### Gates\n\n- Old\n",
    says: {
      held: ["Weir Club", "2025-05-09", "19:30", null],
      people: ["IM", "OT", "RhonaP", "JT", "MV", "LH"]
        .map((name) => `${name} | member`)
        .concat("Bodil | guest", "Lars | apologies"),
      items: ["Gates"],
      next: ["2025-06-07", "12:00"],
    },
  },
  {
    kind: "first names in points, and one with a body",
    text: "# Weir Group 2025-05-09\n\n## Attendees\n\n* Bodil\n* Odd Teal (Eel Trust) - leaves at noon\n* Kit (Mill)\n* Rhona (Ro) - Treasurer\n\n## Gates\n\n* Old\n\n## Corporate members\n\n* One more\n",
    says: {
      people: [
        "Bodil | member",
        "Odd Teal | Eel Trust | member",
        "Kit | Mill | member",
        "Rhona | Treasurer | member",
      ],
      items: ["Gates", "Corporate members"],
    },
  },
  {
    kind: "a row of officers by post and surname",
    text: "Mirebank City Council\n\nMay 9, 2025\n\nCOUNCIL PRESENT: Mayor Marsh, Councilmembers Teal, Pell, and Tarn.\nSTAFF PRESENT: City Manager Holm, Fire Captain Garth, Finance Director Voss and City Clerk Hale.\n\n1. Gates\n\nBoth leak.\n\n2. Eels\n\nNone.\n",
    says: {
      people: [
        "Mayor Marsh | member",
        "Teal | member",
        "Pell | member",
        "Tarn | member",
        "Holm | City Manager | official",
        "Garth | Fire Captain | official",
        "Voss | Finance Director | official",
        "Hale | City Clerk | official",
      ],
    },
  },
  {
    kind: "a table of people whose first column is a body",
    text: "# Weir Works 2025-05-09\n\n## Participants\n\n| Company | Name | Role |\n|---|---|---|\n| Eel Works | Ina Marsh | Voting Member |\n| Mill AG | Odd Teal | Observer |\n\n## Gates\n\nOld.\n",
    says: { people: ["Ina Marsh | Voting Member | member", "Odd Teal | Observer | member"] },
  },
  {
    kind: "a table of two columns for the head",
    text: "## May 9, 2025 - Weir Works meeting\n\n|          |      |\n| -------- | -------- |\n| Attending | Ina Marsh, Odd Teal, Rhona Pell\n| Note Taker | Jock Tarn\n\n- Gates are old;\n",
    says: { people: [...both, "Rhona Pell | member"] },
  },
  {
    kind: "a count with a list and sentences in it",
    text: "MINUTES OF WEIR PARISH COUNCIL ANNUAL MEETING\n\nHELD AT THE MILL\n\nFRIDAY 9th May 2025\n\nPresent: Ina Marsh, Odd Teal, Rhona Pell 5 members of the public.\n\n1\\. Apologies for Absence accepted from:\n\nCllr J Tarn\n\n2\\. Election of Chairman;\n\nIna Marsh was elected.\n\n3\\. Chairman and Councillors signed their forms of office today.\n\n4\\. Correspondence:\n\n1\\. The Eel News\n\n2\\. A Code of Conduct\n\n3\\. Your Weir\n\n5\\. Gates and Signs:\n\nCheques paid:\n\nClerk's wages £109.58\n\nInsurance £529.55\n\n6\\. Eels:\n\nNone were seen.\n\nParish Clerk\n",
    says: {
      held: ["WEIR PARISH COUNCIL", "2025-05-09", null, "MILL"],
      people: [...both, "Rhona Pell | member", "Cllr J Tarn | apologies"],
      items: ["2 Election of Chairman", "4 Correspondence", "5 Gates and Signs", "6 Eels"],
    },
  },
  {
    kind: "a whole document on one line",
    text: `MINUTES OF WEIR COUNCIL MEETING HELD ON MAY 9TH 2025 Present: Cllr Ina Marsh – Chairman, Cllr Odd Teal, Cllr Rhona Pell. 1. Apologies for Absence accepted from: Apologies received from Cllr Jock Tarn. 2. Gates: Both leak and both are to be mended before winter comes. 3. Reports (with news of the mill) 3.1 Clerk's Report • The mill is let. • ${"The wheel turns again after many years. ".repeat(12)}4. Planning Applications: No application received. 5. Other Reports: • The eels are back in the lower pond.`,
    says: {
      held: ["WEIR COUNCIL", "2025-05-09", null, null],
      people: [
        "Cllr Ina Marsh | member",
        "Cllr Odd Teal | member",
        "Cllr Rhona Pell | member",
        "Cllr Jock Tarn | apologies",
      ],
      items: [
        "2 Gates",
        "3 Reports (with news of the mill)",
        "4 Planning Applications",
        "5 Other Reports",
      ],
    },
  },
  {
    kind: "points that carry codes, and a list of actions after them",
    text: "## Minutes Weir Council meeting May 9, 2025\n\n**Present:**\n\n* Ina Marsh\n* Odd Teal\n\n**Meeting minutes:**\n\n* **001/25 Opening**\n    * Ina Marsh opened the meeting\n* **002/25 gates**\n    * Both leak\n    * **Action point**: Odd Teal to order gates\n* **003/25 Eels**\n    * The mill had a say\n\n**Action items**\n\n* Ina Marsh will count the eels\n",
    says: {
      people: both,
      items: ["001/25 Opening", "002/25 gates", "003/25 Eels"],
      actions: ["Odd Teal to order gates | Odd Teal", "Ina Marsh will count the eels | Ina Marsh"],
    },
  },
  {
    kind: "a nest of points with longer titles",
    text: "# 2025-05-09 Meeting\n\n## Attendance (please add yourself):\n\n* Ina Marsh (Mill)\n* Odd Teal (Eels)\n\n## Agenda\n\n* It’s the new gate!\n    * It is old\n* Assign a keeper from the mill to each of the lower gates (in turn)\n    * Who would like to?\n* [Odd Teal] Concerns about the eels in the upper pond\n    * They are many\n",
    says: {
      people: ["Ina Marsh | Mill | member", "Odd Teal | Eels | member"],
      items: [
        "It’s the new gate!",
        "Assign a keeper from the mill to each of the lower gates (in turn)",
        "Concerns about the eels in the upper pond",
      ],
    },
  },
  {
    kind: "points with points of their own after a row of people",
    text: "Weir Club notes: 9 May 2025\n\nPresent: Bodil, Kit, Rhona\nAbsent: Lars\n\n  - Gates\n      - Old\n      - Both leak\n  - Eels\n      - None\n",
    says: {
      people: ["Bodil | member", "Kit | member", "Rhona | member", "Lars | apologies"],
      items: ["Gates", "Eels"],
    },
  },
  {
    kind: "titles that run in without a number",
    text: "Weir Parish Council Minutes\n\nMinutes of the meeting of Weir Parish Council held on Friday 9th May 2025 at 8.00 p.m.\n\nPresent: I. Marsh, O. Teal, R. Pell.\n\nApologies: None\n\nMinutes: I. Marsh proposed that those of April be signed.\n\nMatters Arising: The bin has now been put up.\n\nPlanning: A barn at the mill is to be a home.\n\nAny Other Business. The board is full of notices.\n",
    says: { items: ["Minutes", "Matters Arising", "Planning", "Any Other Business"] },
  },
  {
    kind: "bold titles that run in, and bold lines above the people",
    text: "**Weir Mill**\n\n**LIAISON MINUTES**\n\n**Friday 9th May 2025**\n\nPresent:\n\nMrs. Ina Marsh (Village)\n\nMr.Odd Teal (Mill)\n\n**1.  Apologies:**  Mr. Jock Tarn, Mrs. Mina Voss\n\n**2.  Complaints received since the last meeting.**  No complaints received.\n\n**3.  Noise:** No complaints received.\n\n**4.  Transport.**\n\nNone was heard.\n",
    says: {
      people: [
        "Mrs. Ina Marsh | Village | member",
        "Mr.Odd Teal | Mill | member",
        "Mr. Jock Tarn | apologies",
        "Mrs. Mina Voss | apologies",
      ],
      items: ["2 Complaints received since the last meeting", "3 Noise", "4 Transport."],
    },
  },
  {
    kind: "numbers of two parts in headings, numbers before a dash",
    text: "<h1>Weir Works Meeting #7 May 9, 2025</h1><p>Acting chair: Ina</p><h2>1. Roll call</h2><h3>1.1 Voting Members Present</h3><pre>\nIna Marsh (Mill)\nOdd Teal (Eels)\n</pre><h2>2. Gates</h2><h3>2.1 Upper gates</h3><p>Old.</p><h2>363 - Eels</h2><p>None.</p>",
    says: {
      held: ["Weir Works", "2025-05-09", null, null],
      chair: "Ina Marsh",
      people: ["Ina Marsh | Mill | member", "Odd Teal | Eels | member"],
      items: ["2 Gates", "2.1 Upper gates", "363 Eels"],
    },
  },
  {
    kind: "a page's own day after the meeting's, and a body with words after it",
    text: '---\ntitle: "Weir Council -May"\ndate: "2025-06-01"\n---\n\nMinutes to Weir Council Meeting\n\nheld in the Mill Room at 7.30pm\n\non Friday 9th May 2025\n\nPresent: Ina Marsh, Odd Teal\n\nTHE NEXT MEETING WAS ARRANGED FOR\n\nFRIDAY 13TH JUNE AT 7.30PM\n',
    says: {
      held: ["Weir Council", "2025-05-09", "19:30", "Mill Room"],
      people: both,
      next: ["2025-06-13", "19:30"],
    },
  },
  {
    kind: "a head in TOML, and letters of a person that are a label elsewhere",
    text: '+++\ntitle = "Weir Club Minutes"\ndate = "2025-05-09"\n+++\n\n## Present\n\n- Ada Pell\n- Odd Teal\n\n## Actions/Resolutions\n\n- OT: order gates:\n    - two of them\n- AP/OT: count the eels\n\n## Gates\n\n- AP: I have no gate.\n',
    says: {
      held: ["Weir Club", "2025-05-09", null, null],
      items: ["Gates"],
      actions: ["order gates: | Odd Teal", "count the eels | Ada Pell | Odd Teal"],
    },
  },
  {
    kind: "what is struck out, and what is new",
    text: "# Weir Club 2025-05-09\n\n## People Present\n\n- Odd Teal (OT)\n- Ina Marsh (IM, tenant)\n\n## Action Items\n\n1. **New**: IM to order gates.\n2. OT to count the eels\n3. ~~OT to shut the mill~~\n\n## Gates\n\nOld.\n",
    says: {
      people: ["Odd Teal | member", "Ina Marsh | tenant | member"],
      actions: ["IM to order gates. | Ina Marsh", "OT to count the eels | Odd Teal"],
    },
  },
];

test.each(kinds)("$kind", ({ text, says }) => {
  expect(said(readMinutes(text))).toMatchObject(says);
});
