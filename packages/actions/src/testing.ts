import type { Actor, AgentRef, Day, GroupRole, Id, Ref } from "@remit/kernel";
import type { Action } from "./action.ts";
import { draft, raise, type RaiseFacts } from "./raise.ts";
import type { ActionStatus } from "./status.ts";
import type { ActionMove } from "./verbs.ts";
import { addDependency } from "./verbs/add-dependency.ts";
import { answer } from "./verbs/answer.ts";
import { block, unblock } from "./verbs/block.ts";
import { close, reopen } from "./verbs/close.ts";
import { complete, reject } from "./verbs/complete.ts";
import { confirm } from "./verbs/confirm.ts";
import { link } from "./verbs/link.ts";
import { merge } from "./verbs/merge.ts";
import { reassign } from "./verbs/reassign.ts";
import { report } from "./verbs/report.ts";
import { reschedule } from "./verbs/reschedule.ts";
import { review } from "./verbs/review.ts";
import { reword } from "./verbs/reword.ts";
import { shareOut } from "./verbs/share-out.ts";
import { split } from "./verbs/split.ts";
import { start } from "./verbs/start.ts";
import { supersede } from "./verbs/supersede.ts";
import { receive, transfer } from "./verbs/transfer.ts";
import { withdraw } from "./verbs/withdraw.ts";

// What the pavements group of Harbourside agreed in March, and what its people do about it.

const idOf = (last: number): Id => `01990000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const ref = (type: string, last: number, label: string): Ref => ({ type, id: idOf(last), label });
const person = (last: number, label: string): AgentRef => ({
  kind: "person",
  id: idOf(last),
  label,
});

export const pavements = ref("Group", 10, "Harbourside Pavements Working Group");
/** Takes over what is left when the pavements group has done its work. */
export const streets = ref("Group", 11, "Harbourside Streets Board");

export const march = { meeting: ref("Meeting", 100, "March 2026"), on: "2026-03-04" };
export const june = { meeting: ref("Meeting", 200, "June 2026"), on: "2026-06-03" };
export const september = { meeting: ref("Meeting", 300, "September 2026"), on: "2026-09-02" };

/** Chairs the group. */
export const ada = person(1, "Ada Quill");
/** Keeps its minutes. */
export const sam = person(2, "Sam Okoro");
/** A member. */
export const robin = person(3, "Robin Vale");
/** A guest from the bus company. */
export const nia = person(4, "Nia Frew");

const crowd = (
  selector: "members" | "officials" | "secretariat",
  label: string,
  asOf = march.on,
) => ({
  kind: "collective" as const,
  group: pavements.id,
  selector,
  asOf,
  label,
});
export const members = crowd("members", "Members");
export const officials = crowd("officials", "Officials");
export const secretariat = crowd("secretariat", "PWG Secretariat");

const actor = (id: Id | null, ...roles: GroupRole[]): Actor => ({
  id,
  actsFor: [],
  roles: roles.map((role) => ({ group: pavements.id, role })),
  official: false,
  administrator: false,
});

/** Who may come to an action of the pavements group that Nia owns. */
export const actors = {
  chair: actor(idOf(1), "chair"),
  secretary: actor(idOf(2), "secretariat"),
  member: actor(idOf(3), "member"),
  owner: actor(idOf(4)),
  official: { ...actor(idOf(5)), official: true },
  "chair of the streets board": {
    ...actor(idOf(6)),
    roles: [{ group: streets.id, role: "chair" as const }],
  },
  anybody: actor(null),
  administrator: { ...actor(idOf(7)), administrator: true },
};

const raised = (number: number, text: string, rest: Partial<RaiseFacts> = {}): RaiseFacts => ({
  id: idOf(1000 + number),
  group: pavements,
  reference: `HPWG-2026-03-A${number}`,
  number,
  text,
  wording: "verbatim",
  due: { kind: "not-stated" },
  raisedAt: { meeting: march.meeting, item: ref("Item", 105, "Kerbs"), on: march.on },
  access: "public",
  source: null,
  ...rest,
});

const owned = (...agents: AgentRef[]) => ({ owners: agents.map((agent) => ({ agent })) });

/** Members will look at kerbs, by no day that anybody wrote down. */
export const survey: Action = raise(
  raised(1, "Members to note kerbs that are too high on their own street", {
    owners: [{ agent: members }, { agent: sam }],
    raisedAt: { meeting: march.meeting, item: null, on: march.on },
  }),
);

/** A guest will bring figures by a day. */
export const figuresRaised = raised(2, "Nia Frew to bring figures on ramps at bus stops", {
  owners: [{ agent: nia }],
  due: { kind: "date", on: "2026-05-29", text: "by the end of May" },
});
export const figures: Action = raise(figuresRaised);

const official = person(5, "Max Tarn");

/** Eight actions of the shapes that real minutes have: a crowd, an office three times, a guest, officials, and two pairs. */
export const eight: readonly Action[] = [
  raised(1, "Members to show the leaflet to their neighbours", owned(members)),
  raised(2, "PWG Secretariat to send the leaflet to members", owned(secretariat)),
  raised(3, "Robin Vale and Nia Frew to talk about bus stops", owned(robin, nia)),
  raised(4, "Nia Frew to tell the group how the bus company plans", owned(nia)),
  raised(5, "PWG secretariat to ask the harbour what could be done together", owned(secretariat)),
  raised(6, "PWG Secretariat to look for a way to share counts", owned(secretariat)),
  raised(7, "Officials to consider guidance for shops", owned(officials)),
  raised(8, "Max Tarn and Robin Vale to keep an eye on the market", {
    ...owned(official, robin),
    due: { kind: "standing", reviewEvery: "P3M" },
  }),
].map((each) => raise(each));

const stamp = { by: sam, on: "2026-04-01" };
const why = { ...stamp, reason: "Because the group said so" };
const nothing = () => [];
const office = crowd("secretariat", "PWG Secretariat", stamp.on);

/** Gives one id after the other. */
const idsFrom = (first: number) => {
  let next = first;
  return () => idOf(next++);
};

/** Every verb with facts that fit the figures. `number` makes the ids that a verb needs. */
export const verbs: Record<ActionMove, (action: Action, number: number) => Action> = {
  confirm: (action) => confirm(action, stamp),
  start: (action) => start(action, stamp),
  block: (action) => block(action, why),
  unblock: (action) => unblock(action, why),
  complete: (action) => complete(action, { ...stamp, owner: nia }),
  reject: (action) => reject(action, why),
  close: (action) => close(action, { ...stamp, agreedIn: june.meeting }),
  reopen: (action) => reopen(action, { ...why, agreedIn: june.meeting }),
  supersede: (action, number) =>
    supersede(action, {
      ...why,
      successors: [ref("Action", number, "HPWG-2026-06-A1")],
      supersededBy: nothing,
    }),
  split: (action, number) =>
    split(action, {
      ...why,
      parts: [{ text: "Half" }, { text: "Half" }],
      series: { group: pavements, stem: "HPWG-2026-03-A", next: number },
      newId: idsFrom(1000 + number),
    }),
  withdraw: (action) => withdraw(action, why),
  transfer: (action) => transfer(action, { ...why, to: streets }),
  receive: (action) => receive(action, { ...why, taken: [] }),
  merge: (action, number) =>
    merge(action, {
      ...why,
      duplicates: [{ ...raise(raised(number, "Again", owned(nia))), group: action.group }],
      supersededBy: nothing,
    }),
  reschedule: (action, number) =>
    reschedule(action, { ...why, due: { kind: "date", on: dayAfter(number), text: null } }),
  reword: (action, number) => reword(action, { ...why, text: `Bring ${number} figures` }),
  reassign: (action) =>
    reassign(action, { ...why, owners: [{ agent: nia, role: "lead" }, { agent: office }] }),
  shareOut: (action) => shareOut(action, { ...stamp, owner: office, people: [sam, ada] }),
  answer: (action) => answer(action, { ...stamp, owner: nia, status: "acknowledged" }),
  addDependency: (action, number) =>
    addDependency(action, {
      ...stamp,
      after: ref("Action", number, "HPWG-2026-06-A2"),
      dependencies: nothing,
    }),
  link: (action, number) =>
    link(action, {
      ...why,
      relation: "contributes-to",
      target: ref("Commitment", number, "Every kerb dropped"),
    }),
  report: (action, number) =>
    report(action, { ...stamp, text: "The figures are on their way", newId: idsFrom(number) }),
  review: (action, number) =>
    review(action, {
      by: sam,
      on: dayAfter(number),
      meeting: ref("Meeting", number, `Meeting ${number}`),
      outcome: "carried-forward",
    }),
};

const dayAfter = (number: number): Day => `2026-${number % 2 === 0 ? "06" : "07"}-15`;

/** The figures in each status. */
export const inStatus: Record<ActionStatus, Action> = {
  draft: draft(figuresRaised),
  open: figures,
  "in-progress": verbs.start(figures, 1),
  blocked: verbs.block(figures, 1),
  done: verbs.complete(figures, 1),
  closed: verbs.close(verbs.complete(figures, 1), 1),
  superseded: verbs.supersede(figures, 1),
  withdrawn: verbs.withdraw(figures, 1),
  transferred: verbs.transfer(figures, 1),
};
