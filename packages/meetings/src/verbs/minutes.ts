import { type AgentRef, assertHeld, Day, keepers, Note, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { circulatedAccess, isBeingCorrected, type Minutes } from "../minutes.ts";
import { minutesMaker, minutesVerb } from "../minutes-verb.ts";
import { assertDay, assertSince } from "../part.ts";

interface Stamp {
  readonly by: AgentRef;
  readonly on: Day;
}

const versionOf = (number: number, contentHash: string, { by, on }: Stamp) => ({
  number,
  by,
  on,
  contentHash,
  afterAgreement: false,
  change: null as string | null,
});

/** The minutes of a meeting go to the group for the first time. */
export const circulate = minutesMaker("circulate", {
  says: "Circulates the minutes of a meeting to its group, as they are recorded: what was a draft is the group's from then on.",
  mutation: "circulateMinutes",
  by: keepers,
  within: "meeting",
  input: { meeting: refTo("Meeting").describe("The id of the meeting.") },
  needs: ["sitting", "contentHash", "isThere", "newId"],
  refuses: ["MINUTES_THERE", "NOT_HELD"],
  step: ({ meeting, sitting, contentHash, isThere, newId, by, on }) => {
    if (isThere) {
      const message =
        "The minutes of this meeting were circulated before: circulate them again as another version.";
      throw new Refusal("MINUTES_THERE", message, { path: ["meeting"] });
    }
    if (sitting.status !== "held") {
      const message = `The meeting is ${sitting.status.replace("-", " ")}: its minutes are circulated once it has ended.`;
      throw new Refusal("NOT_HELD", message, { path: ["meeting"] });
    }
    assertDay(sitting, on);
    const minutes: Minutes = {
      id: newId(),
      version: 1,
      group: meeting.group ?? "",
      meeting: { type: meeting.type, id: meeting.id, label: meeting.label },
      heldOn: sitting.heldOn,
      access: circulatedAccess(sitting.access),
      meetingAccess: sitting.access,
      status: "circulated",
      versions: [versionOf(1, contentHash, { by, on })],
      corrections: [],
      agreements: [],
      redactions: [],
      publication: {
        status: "unpublished",
        plannedFor: null,
        publishedOn: null,
        number: null,
        asDraft: false,
        withdrawnOn: null,
        withdrawnReason: null,
      },
    };
    return minutes;
  },
});

const isAgreed = ({ status }: Pick<Minutes, "status">) =>
  status === "agreed" || status === "agreed-with-corrections";

/** INV-M20: another version; agreed minutes get one by a correction alone, and each stays. */
export const recirculate = minutesVerb("recirculate", {
  says: "Circulates minutes again as another version, with what was put right; earlier versions stay.",
  mutation: "recirculateMinutes",
  from: ["circulated", "recalled", "agreed", "agreed-with-corrections"],
  to: "circulated",
  by: keepers,
  guard: (minutes) =>
    isAgreed(minutes) && !isBeingCorrected(minutes)
      ? new Refusal("INV-M20", "These minutes are agreed: accept a correction first, and make it.")
      : null,
  input: { change: Note.describe("What is other than before.") },
  needs: ["sitting", "contentHash"],
  refuses: ["INV-M20", "NOTHING_CHANGED"],
  step: (minutes, { change, contentHash, by, on }) => {
    if (contentHash === minutes.versions.at(-1)?.contentHash && minutes.status !== "recalled")
      throw new Refusal("NOTHING_CHANGED", "The record is what was circulated last.");
    const number = minutes.versions.length + 1;
    const version = versionOf(number, contentHash, { by, on });
    return {
      versions: [...minutes.versions, { ...version, afterAgreement: isAgreed(minutes), change }],
      corrections: minutes.corrections.map((each) =>
        each.status === "accepted" ? { ...each, status: "applied" } : each,
      ),
    };
  },
});

/** Minutes are taken back before anybody agreed them. */
export const recall = minutesVerb("recall", {
  says: "Takes circulated minutes back, so that they are a draft again; nothing that was published can be. Actions that were raised stay as they are.",
  mutation: "recallMinutes",
  from: ["circulated"],
  to: "recalled",
  by: keepers,
  guard: ({ publication, versions }) => {
    if (publication.publishedOn === null && !versions.some((each) => each.afterAgreement))
      return null;
    const message = "These minutes were published or agreed: correct them, or withdraw them.";
    return new Refusal("MINUTES_OUT", message);
  },
  input: {},
  refuses: ["MINUTES_OUT"],
  step: () => ({}),
});

const notLater = (message: string) => new Refusal("INV-M19", message, { path: ["meeting"] });

/** INV-M19: a later meeting of the group agrees minutes, once. */
export const agree = minutesVerb("agree", {
  says: "Records that a later meeting of the group agreed the minutes.",
  mutation: "agreeMinutes",
  from: ["circulated"],
  to: ["agreed", "agreed-with-corrections"],
  by: keepers,
  guard: ({ corrections }) => {
    const open = corrections.filter(
      ({ status }) => status === "requested" || status === "accepted",
    );
    if (open.length === 0) return null;
    const numbers = open.map(({ number }) => number).join(", ");
    const message = `Settle and make the corrections that were asked for first: ${numbers}.`;
    return new Refusal("CORRECTIONS_OPEN", message);
  },
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting that agreed them."),
    alsoActions: z
      .boolean()
      .optional()
      .describe(
        "Whether the meeting agreed the actions too, as the log that was taken for the minuted meeting has them.",
      ),
  },
  needs: ["laterStatus", "isEarlier", "hasLog"],
  refuses: ["CORRECTIONS_OPEN", "INV-M19", "INV-M21"],
  step: (minutes, { meeting, alsoActions = null, laterStatus, isEarlier, hasLog, by, on }) => {
    const { group, heldOn, corrections, versions, agreements } = minutes;
    if (meeting.group !== undefined && meeting.group !== group)
      throw notLater(`${meeting.label} is a meeting of another group.`);
    const isSame = meeting.id === minutes.meeting.id;
    if (isSame || isEarlier || meeting.on == null || meeting.on < heldOn)
      throw notLater("Minutes are agreed by a meeting after the one that they are of.");
    assertHeld(meeting, group, ["meeting"], on);
    if (!["in-session", "held", "closed"].includes(laterStatus))
      throw notLater(
        `${meeting.label} is ${laterStatus}: minutes are agreed at a meeting that is held.`,
      );
    if (alsoActions === true && !hasLog) {
      const message = `No action log was taken for ${minutes.meeting.label}: take one first, or agree the minutes alone.`;
      throw new Refusal("INV-M21", message, { path: ["alsoActions"] });
    }
    const isCorrected = corrections.some(({ status }) => status === "applied");
    const { type, id, label } = meeting;
    const agreed = { by, on, meeting: { type, id, label }, number: versions.length, alsoActions };
    return {
      status: isCorrected ? "agreed-with-corrections" : "agreed",
      agreements: [...agreements, agreed],
    };
  },
});

/** A day is set for publication. */
export const planPublication = minutesVerb("planPublication", {
  says: "Sets the day on which minutes are to be published.",
  mutation: "planPublication",
  from: ["circulated", "agreed", "agreed-with-corrections"],
  to: "same",
  by: keepers,
  input: { day: Day.describe("The day on which they are to be published.") },
  refuses: ["TOO_EARLY"],
  step: ({ publication, versions }, { day }) => {
    assertSince(versions[0], day, "The minutes were circulated", "day");
    const { status } = publication;
    const isOut = status === "published" || status === "withdrawn";
    return {
      publication: { ...publication, plannedFor: day, status: isOut ? status : "planned" },
    };
  },
});

/** Minutes come before everybody who may see their meeting. */
export const publish = minutesVerb("publish", {
  says: "Publishes minutes to everybody who may see their meeting; those that no meeting has agreed as a draft alone.",
  mutation: "publishMinutes",
  from: ["circulated", "agreed", "agreed-with-corrections"],
  to: "same",
  by: keepers,
  guard: ({ publication, versions }) =>
    publication.status === "published" && publication.number === versions.length
      ? new Refusal("PUBLISHED_ALREADY", "This version of the minutes is published already.")
      : null,
  input: {
    asDraft: z
      .boolean()
      .optional()
      .describe("True: they are published as a draft, before a meeting has agreed them."),
  },
  refuses: ["NOT_AGREED", "PUBLISHED_ALREADY", "TOO_EARLY"],
  asks: (_, { status }) => (status === "circulated" ? ["asDraft"] : []),
  step: ({ status, versions, publication, meetingAccess }, { asDraft = false, on }) => {
    if (status === "circulated" && !asDraft) {
      const message = "No meeting has agreed these minutes: publish them with asDraft, or wait.";
      throw new Refusal("NOT_AGREED", message, { path: ["asDraft"] });
    }
    assertSince(versions.at(-1), on, "The version was circulated");
    const published = {
      ...publication,
      status: "published",
      publishedOn: on,
      number: versions.length,
      asDraft: status === "circulated",
      withdrawnOn: null,
      withdrawnReason: null,
    };
    return { access: meetingAccess, publication: published };
  },
});

/** INV-M27: published minutes are taken back. That they were published, until when and why not any more, stays where they were. */
export const withdraw = minutesVerb("withdraw", {
  says: "Takes published minutes back from the public; that they were published, since when they are not any more, and why, stays, and so do actions.",
  mutation: "withdrawMinutes",
  from: ["circulated", "agreed", "agreed-with-corrections"],
  to: "same",
  by: keepers,
  guard: ({ publication }) =>
    publication.status === "published"
      ? null
      : new Refusal("NOT_PUBLISHED", "These minutes are not published."),
  input: { reason: Note.describe("The reason for which they are taken back, for everybody.") },
  refuses: ["NOT_PUBLISHED", "TOO_EARLY"],
  step: ({ publication }, { reason, on }) => {
    const { publishedOn } = publication;
    assertSince(publishedOn === null ? undefined : { on: publishedOn }, on, "They were published");
    return {
      publication: {
        ...publication,
        status: "withdrawn",
        withdrawnOn: on,
        withdrawnReason: reason,
      },
    };
  },
});
