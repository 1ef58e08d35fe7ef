import { Access, AgentRef, Day, Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Redaction } from "./redaction.ts";

/** How far minutes are agreed; whether they are published is another matter. */
export const MinutesStatus = vocabulary("MinutesStatus", "How far the minutes are agreed.", {
  circulated: "The minutes are with the group, and no meeting has agreed them.",
  recalled: "The minutes were taken back, and are a draft again.",
  agreed: "A later meeting agreed the minutes.",
  "agreed-with-corrections": "A later meeting agreed the minutes with what had been put right.",
});
export type MinutesStatus = z.infer<typeof MinutesStatus>;

/** Whether minutes are published; whether they are agreed is another matter. */
export const PublicationStatus = vocabulary(
  "PublicationStatus",
  "Whether the minutes are published.",
  {
    unpublished: "The minutes are not published, and no day is set for it.",
    planned: "A day is set on which the minutes are to be published.",
    published: "The minutes are published.",
    withdrawn: "The minutes were published, and taken back.",
  },
);
export type PublicationStatus = z.infer<typeof PublicationStatus>;

/** What became of a correction that was asked for. */
export const CorrectionStatus = vocabulary(
  "CorrectionStatus",
  "What became of a correction that was asked for.",
  {
    requested: "Somebody asks for the correction.",
    accepted: "The correction is to be made.",
    rejected: "The correction is not to be made.",
    applied: "The correction is made, in a later version.",
  },
);
export type CorrectionStatus = z.infer<typeof CorrectionStatus>;

const done = {
  by: AgentRef.describe("Whoever did so, by name."),
  on: Day.describe("The day on which it was done."),
};
const text = z.string().min(1);

/** Minutes as they were circulated once. INV-M18: a version never changes. */
export const MinutesVersion = z
  .object({
    number: z.int().positive().describe("The number of the version, from 1."),
    ...done,
    contentHash: text.describe("The SHA-256 of what the version holds, in hexadecimal."),
    afterAgreement: z
      .boolean()
      .describe("Whether the version puts right minutes that had been agreed before."),
    change: text.nullable().describe("What is other than before; null for the first version."),
  })
  .meta({ id: "MinutesVersion", description: "Minutes as they were circulated once." });

/** Something that somebody says is wrong in minutes. */
export const Correction = z
  .object({
    number: z.int().positive().describe("The number of the correction, from 1."),
    ...done,
    text: text.describe("What is wrong, and what would be right."),
    status: CorrectionStatus.describe("What became of the correction."),
    reason: text
      .nullable()
      .describe("The reason for which it was accepted or rejected; null where none was given."),
  })
  .meta({ id: "Correction", description: "Something that is to be put right in minutes." });

/** That a meeting agreed minutes. */
export const MinutesAgreement = z
  .object({
    ...done,
    meeting: Ref.describe("The meeting that agreed the minutes."),
    number: z.int().positive().describe("The number of the version that was agreed."),
    // Records that were written before it was kept do not have it.
    alsoActions: z
      .boolean()
      .nullable()
      .default(null)
      .describe(
        "Whether the actions were agreed together with the minutes; null where nobody said.",
      ),
  })
  .meta({ id: "MinutesAgreement", description: "That a later meeting agreed minutes." });

/** Where minutes stand on the way to the public: planned and actual are kept apart. */
export const Publication = z
  .object({
    status: PublicationStatus.describe("Whether the minutes are published."),
    plannedFor: Day.nullable().describe(
      "The day for which publication was planned; null where none was set.",
    ),
    publishedOn: Day.nullable().describe(
      "The day on which the minutes were last published; null where they were not.",
    ),
    number: z
      .int()
      .positive()
      .nullable()
      .describe("The number of the version that was published; null where none was."),
    asDraft: z
      .boolean()
      .describe("Whether the minutes were published as a draft, before a meeting agreed them."),
    // Records that were written before it was kept do not have it.
    withdrawnOn: Day.nullable()
      .default(null)
      .describe("The day on which they were taken back; null where they were not."),
    withdrawnReason: text
      .nullable()
      .describe("The reason for which they were taken back; null where they were not."),
  })
  .meta({ id: "MinutesPublication", description: "The publication of minutes." });

const minuted = {
  id: Id,
  version: z.int().positive(),
  group: Id,
  meeting: Ref,
  heldOn: Day,
  /** Who may know of them now; once they were published that is who may see the meeting, also when they are withdrawn. */
  access: Access,
  meetingAccess: Access,
  versions: z
    .array(MinutesVersion)
    .describe("The minutes as they were circulated, the first version first."),
  corrections: z.array(Correction).describe("What was to be put right, in the order of asking."),
  agreements: z
    .array(MinutesAgreement)
    .describe("Each agreement of the minutes, the first one first."),
  // Records that were written before there were any do not have them.
  redactions: z
    .array(Redaction)
    .default([])
    .describe("What is withheld of the minutes, or was, in the order in which it was done."),
  publication: Publication.describe("Where the minutes stand on the way to the public."),
};

/** The minutes of a meeting, on two axes: how far they are agreed, and whether they are published. */
export const Minutes = z.discriminatedUnion("status", [
  z.object({ ...minuted, status: z.literal("circulated") }),
  z.object({ ...minuted, status: z.literal("recalled") }),
  z.object({ ...minuted, status: z.literal("agreed") }),
  z.object({ ...minuted, status: z.literal("agreed-with-corrections") }),
]);
export type Minutes = Readonly<z.infer<typeof Minutes>>;

/** Who sees minutes between their circulation and their publication. */
export const circulatedAccess = (meeting: Access): Access =>
  meeting === "public" ? "group" : meeting;

/** Whether a correction has been accepted and is not yet made: the record may be changed to make it. */
export const isBeingCorrected = ({ corrections }: Pick<Minutes, "corrections">): boolean =>
  corrections.some(({ status }) => status === "accepted");
