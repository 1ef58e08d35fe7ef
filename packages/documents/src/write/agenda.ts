import { Day, readInput, Refusal } from "@remit/kernel";
import * as z from "zod";
import { asHtml, asMarkdown, type Block } from "./blocks.ts";
import { inWords } from "./dates.ts";
import { factsOf } from "./minutes.ts";
import { RecordedAction, RecordedMeeting } from "./recorded-meeting.ts";
import { asDocx } from "./word.ts";
import { statusInWords } from "./words.ts";

const text = z.string();
const maybe = text.nullable();

/** A meeting to come as the graph answers for it: its agenda, its papers, whom it expects, and the actions of the one before. */
export const RecordedAgenda = RecordedMeeting.pick({
  slug: true,
  title: true,
  heldOn: true,
  endedOn: true,
  local: true,
  location: true,
  group: true,
  roles: true,
}).extend({
  agendas: z.array(
    z.object({
      number: z.int(),
      on: Day,
      items: z.array(z.object({ number: maybe, heading: maybe, place: z.int() })),
    }),
  ),
  items: z.array(z.object({ number: maybe, heading: maybe, place: z.int() })),
  papers: z.array(
    z.object({ number: text, title: maybe, item: z.object({ place: z.int() }).nullable() }),
  ),
  previous: z.object({ title: text, actions: z.array(RecordedAction) }).nullable(),
  expected: z.array(
    z.object({
      person: z.object({ name: text }).nullable(),
      membership: z
        .object({ position: maybe, post: z.object({ title: text }).nullable() })
        .nullable(),
      attendance: z.object({ status: text }).nullable(),
    }),
  ),
});
export type RecordedAgenda = Readonly<z.infer<typeof RecordedAgenda>>;

/** The agenda of a meeting as blocks: as it was issued last, or else as its items stand. Refuses with `AGENDA_MISSING` where there is none. */
export function agendaOf(given: RecordedAgenda): readonly Block[] {
  const meeting = readInput(RecordedAgenda, given);
  return [...headOf(meeting, "Agenda"), ...linesOf(meeting, 2)];
}

/** What members need in hand at a meeting, as blocks: the agenda, its papers, the actions of the meeting before, and whom the meeting expects. */
export function packOf(given: RecordedAgenda): readonly Block[] {
  const meeting = readInput(RecordedAgenda, given);
  const { previous, papers, expected } = meeting;
  return [
    ...headOf(meeting, "Meeting pack"),
    heading("Agenda"),
    ...linesOf(meeting, 3),
    heading("Papers"),
    papers.length === 0
      ? { kind: "text", text: "No papers are listed." }
      : {
          kind: "list",
          items: papers.map(
            ({ number, title }) => `Paper ${number}${title === null ? "" : `: ${title}`}`,
          ),
        },
    heading("Actions of the meeting before"),
    previous === null || previous.actions.length === 0
      ? { kind: "text", text: "There are none." }
      : {
          kind: "table",
          caption: previous.title,
          head: ["Reference", "Action", "Owners", "Due", "Status"],
          rows: previous.actions.map((action) => [
            action.reference,
            action.text,
            action.owners.map(({ name }) => name).join(", "),
            action.due.inWords,
            statusInWords(action.status),
          ]),
        },
    heading("Who is expected"),
    expected.length === 0
      ? { kind: "text", text: "No members of the day are known." }
      : { kind: "list", items: expected.map(expectedInWords) },
  ];
}

const heading = (words: string): Block => ({ kind: "heading", level: 2, text: words });

function headOf(meeting: RecordedAgenda, what: string): Block[] {
  const agenda = meeting.agendas.at(-1);
  return [
    { kind: "heading", level: 1, text: `${what}: ${meeting.title}` },
    {
      kind: "facts",
      facts: [
        ...factsOf(meeting),
        ...(agenda === undefined ? [] : [["Agenda issued on", inWords(agenda.on)] as const]),
      ],
    },
  ];
}

function linesOf({ title, agendas, items, papers }: RecordedAgenda, level: 2 | 3): Block[] {
  const lines = agendas.at(-1)?.items ?? items;
  if (lines.length === 0)
    throw new Refusal("AGENDA_MISSING", `There is no agenda of ${title} that you may see.`);
  return lines.map(({ number, heading: words, place }) => {
    const own = papers.filter(({ item }) => item?.place === place).map((paper) => paper.number);
    const named =
      own.length === 0 ? "" : ` (${own.length === 1 ? "paper" : "papers"} ${own.join(", ")})`;
    const mark = (number ?? String(place)).replace(/[.)]$/u, "");
    return { kind: "heading", level, text: `${mark}. ${words ?? "No heading"}${named}` };
  });
}

function expectedInWords({
  person,
  membership,
  attendance,
}: RecordedAgenda["expected"][number]): string {
  const post = membership?.post?.title ?? membership?.position ?? null;
  const said =
    attendance === null || attendance.status === "NOT_STATED"
      ? null
      : attendance.status.toLowerCase();
  return [
    person?.name ?? "A member whose name is not published",
    post === null ? "" : `, ${post}`,
    said === null ? "" : ` (${said})`,
  ].join("");
}

/** The agenda as a page. */
export const agendaHtml = (agenda: RecordedAgenda): string =>
  asHtml(agendaOf(agenda), { title: `Agenda: ${agenda.title}` });

/** The agenda in Markdown. */
export const agendaMarkdown = (agenda: RecordedAgenda): string => asMarkdown(agendaOf(agenda));

/** The agenda as a Word document. */
export const agendaDocx = async (agenda: RecordedAgenda): Promise<Uint8Array> =>
  asDocx(agendaOf(agenda), { title: `Agenda: ${agenda.title}` });

/** The meeting pack as a page. */
export const packHtml = (agenda: RecordedAgenda): string =>
  asHtml(packOf(agenda), { title: `Meeting pack: ${agenda.title}` });

/** The meeting pack in Markdown. */
export const packMarkdown = (agenda: RecordedAgenda): string => asMarkdown(packOf(agenda));

/** The meeting pack as a Word document. */
export const packDocx = async (agenda: RecordedAgenda): Promise<Uint8Array> =>
  asDocx(packOf(agenda), { title: `Meeting pack: ${agenda.title}` });
