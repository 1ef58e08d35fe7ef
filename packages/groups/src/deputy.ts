import { Day, firstDay, Id, PartialDate, Ref, Refusal, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { type Dated, isOn, overlap } from "./membership.ts";
import { keptByGroup } from "./post.ts";

/** How a nomination stands. */
export const NominationStatus = vocabulary(
  "NominationStatus",
  "The status of the nomination of a deputy.",
  {
    nominated: "The deputy is named, and has not answered.",
    accepted: "The deputy has accepted.",
    declined: "The deputy has declined.",
    withdrawn: "The nomination was taken back, or has ended.",
  },
);

/** For what somebody is a deputy. */
export const DeputyScope = vocabulary("DeputyScope", "The meetings for which a deputy is named.", {
  standing: "Every meeting of a time, or for as long as nobody says otherwise.",
  meeting: "One meeting, and no other.",
  "not-stated": "Nobody says for which meetings.",
});

/** What a deputy may do at a meeting. */
export const DeputyPowers = vocabulary("DeputyPowers", "What a deputy may do at a meeting.", {
  full: "All that the member may do.",
  observe: "To hear and to report, without a part in decisions.",
  "not-stated": "Nobody says what the deputy may do.",
});

const core = {
  ...keptByGroup,
  membership: Id,
  /** A person, a post, or neither where nobody says who. */
  person: Id.nullable(),
  post: Id.nullable(),
  scope: DeputyScope,
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  meeting: Ref.nullable().describe(
    "The meeting for which the deputy is named; null unless it is for one alone.",
  ),
  powers: DeputyPowers,
};
const ended = z.string().min(1).nullable();
const why = "The reason for which the nomination ended; null where nobody gave one.";

/** That a member names whoever comes in their place. */
export const DeputyNomination = z
  .discriminatedUnion("status", [
    z.object({ ...core, status: NominationStatus.extract(["nominated"]) }),
    z.object({ ...core, status: NominationStatus.extract(["accepted"]) }),
    z.object({
      ...core,
      status: NominationStatus.extract(["declined"]),
      ended: ended.describe(why),
    }),
    z.object({
      ...core,
      status: NominationStatus.extract(["withdrawn"]),
      ended: ended.describe(why),
    }),
  ])
  .meta({
    id: "DeputyNomination",
    description: "That a member names whoever comes in their place.",
  });
export type DeputyNomination = Readonly<z.infer<typeof DeputyNomination>>;

/** INV-G9: Whether a nomination is for a meeting: a standing one for those of its time, one for a meeting for that alone. */
export const isForMeeting = (
  { status, scope, meeting, from, to }: DeputyNomination,
  held: { readonly id: Id; readonly on: Day },
): boolean =>
  (status === "nominated" || status === "accepted") &&
  (scope === "meeting"
    ? meeting?.id === held.id
    : scope === "standing" && isOn(held.on, { from, to }));

/** What a nomination is told of other records. */
export const Naming = z.object({
  membership: z.object({ id: Id }),
  post: z.object({ id: Id }).optional(),
  scope: z
    .object({
      meeting: z.object({ on: Day.nullish() }).optional(),
      standing: z.object({ from: PartialDate.optional() }).optional(),
    })
    .optional(),
});

/** The first day for which a deputy is named: by the terms of reference of that day they are allowed or not. */
export const namedFor = ({ scope }: z.infer<typeof Naming>, on: Day): Day => {
  const { meeting, standing } = scope ?? {};
  return meeting?.on ?? (standing?.from === undefined ? on : firstDay(standing.from));
};

/** Who a member, or a deputy, is and when. */
export interface Standing extends Dated {
  readonly person: Id;
}

/** Refuses with `INV-G8` a deputy who is the member at the time. */
export function assertAnother(
  when: Dated,
  members: readonly Standing[],
  deputies: readonly Standing[],
): void {
  const same = deputies.find((deputy) =>
    members.some(
      (member) =>
        member.person === deputy.person &&
        overlap(member, deputy) &&
        overlap(member, when) &&
        overlap(deputy, when),
    ),
  );
  if (same === undefined) return;
  const message =
    "Nobody is a deputy for themselves: name another, or a time at which they are not the member.";
  throw new Refusal("INV-G8", message, { path: ["person"] });
}
