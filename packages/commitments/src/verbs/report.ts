import { AgentInput, keepers, Note, refTo, Refusal, Wording } from "@remit/kernel";
import * as z from "zod";
import { CitationInput, PeriodInput, reason } from "../input.ts";
import { StatementKind } from "../report.ts";
import { reports } from "../verb.ts";
import { assertAllWithin, begunIn, ended, refOf } from "../within.ts";

const ForewordInput = z
  .strictObject({
    by: AgentInput.describe("Whoever signs the foreword."),
    text: Note.describe("The foreword, or a summary of it."),
  })
  .meta({ id: "ForewordInput", description: "What somebody says at the front of a report." });

/** A report that is to be written. */
export const draftReport = reports.maker("draft", {
  says: "Begins a report on a mission, which only the keepers of its record see until it is published.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission of which it tells."),
    title: Note.describe("The title of the report."),
    series: Note.optional().describe("The series of reports that it belongs to, such as annual."),
    ordinal: z
      .int()
      .positive()
      .optional()
      .describe("Which of its series the report is, counted from 1."),
    covers: PeriodInput.describe("The time of which it tells, of any length."),
    foreword: ForewordInput.optional().describe("What stands at the front of the report."),
    contact: Note.optional().describe(
      "Where questions about the report go: a mailbox, an address.",
    ),
  },
  needs: ["newId", "place"],
  step: ({ mission, title, series, ordinal, covers, foreword, contact, place, ...said }) => ({
    ...begunIn(mission, said),
    mission: mission.id,
    position: place.position,
    title,
    series: series ?? null,
    ...(ordinal === undefined ? {} : { ordinal }),
    covers,
    foreword: foreword ?? null,
    contact: contact ?? null,
    statements: [],
    draft: true,
    status: "draft",
  }),
});

/** A sentence more in a draft. */
export const addStatement = reports.verb("addStatement", {
  says: "Adds a statement to a draft of a report, after those that are there.",
  mutation: "addReportStatement",
  from: ["draft"],
  to: "same",
  by: keepers,
  input: {
    kind: StatementKind.describe("What the statement does."),
    text: Note.describe("The statement, in a sentence."),
    wording: Wording.describe("Whether the statement is the report's own words or a summary."),
    about: z
      .array(refTo("Commitment", "Target", "Indicator"))
      .max(50)
      .optional()
      .describe("The ids of what the statement speaks of."),
  },
  needs: ["newId"],
  refuses: ["OTHER_MISSION"],
  step: ({ statements, mission }, { kind, text, wording, about = [], newId }) => {
    assertAllWithin(mission, about, "about");
    const number = statements.length + 1;
    const statement = { id: newId(), number, kind, text, wording, about: about.map(refOf) };
    return { statements: [...statements, statement] };
  },
});

/** From now on it says what it says, of the mission as it is now (INV-C16). */
export const freezeReport = reports.verb("freeze", {
  says: "Settles what a report says, and keeps with it what the mission has come to by now.",
  from: ["draft"],
  to: "frozen",
  by: keepers,
  input: {},
  needs: ["snapshot"],
  step: (_, { snapshot, on }) => ({ snapshot, frozenOn: on }),
});

/** Whoever may see the mission may read it. */
export const publishReport = reports.verb("publish", {
  says: "Publishes a report that is settled.",
  from: ["frozen"],
  to: "published",
  by: keepers,
  input: {
    source: CitationInput.optional().describe("The publication itself, where it stands elsewhere."),
  },
  step: (_, { source = null, on }) => ({ publishedOn: on, source, errata: [] }),
});

/** The report stays as it was, with the correction beside it (INV-C16). */
export const publishErratum = reports.verb("correct", {
  says: "Publishes a correction of a statement of a report; the report itself stays as it was.",
  mutation: "publishErratum",
  from: ["published", "superseded"],
  to: "same",
  by: keepers,
  input: {
    statement: z.int().positive().describe("The number of the statement that it puts right."),
    text: Note.describe("The correction, and what was wrong."),
    source: CitationInput.optional().describe("The publication that corrects it."),
  },
  needs: ["newId"],
  refuses: ["INV-C16"],
  step: ({ statements, errata }, { statement, text, source = null, newId, by, on }) => {
    const wrong = statements.find(({ number }) => number === statement);
    if (wrong === undefined) {
      const message = `The report has no statement ${statement}. Give the number of one that it has.`;
      throw new Refusal("INV-C16", message, { path: ["statement"] });
    }
    const erratum = { id: newId(), statement: wrong.id, number: statement, text, by, on, source };
    return { errata: [...errata, erratum] };
  },
});

/** A later report takes its place; both stay. */
export const supersedeReport = reports.verb("supersede", {
  says: "Records that a later report took the place of one; both stay in the record.",
  from: ["published"],
  to: "superseded",
  by: keepers,
  input: { successor: refTo("Report").describe("The id of the report that took its place.") },
  refuses: ["INV-C16", "OTHER_MISSION"],
  step: ({ id, mission }, { successor }) => {
    assertAllWithin(mission, [successor], "successor");
    if (successor.id === id) {
      const message = "A report does not take its own place. Give a later one.";
      throw new Refusal("INV-C16", message, { path: ["successor"] });
    }
    if (successor.draft === true) {
      const message = "A report that is not published takes the place of none. Publish it first.";
      throw new Refusal("INV-C16", message, { path: ["successor"] });
    }
    return { successor: refOf(successor) };
  },
});

/** It was never published. */
export const withdrawReport = reports.verb("withdraw", {
  says: "Lets a report go that was not published.",
  from: ["draft", "frozen"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
