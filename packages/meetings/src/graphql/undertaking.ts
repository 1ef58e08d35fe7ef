import {
  type Builder,
  byAccessAndDraft,
  type Composed,
  enumOf,
  historyOf,
  movesFor,
  type moveType,
  readableJson,
  recordFor,
  recordFields,
} from "@remit/graphql";
import { Undertaking, UndertakingStatus } from "../undertaking.ts";
import { undertakingVerbs } from "../verbs.ts";
import type { defineItems } from "./item.ts";
import type { MeetingRef } from "./meeting.ts";

type Types = Pick<ReturnType<typeof defineItems>, "Contribution"> & {
  readonly Meeting: MeetingRef;
};

/** The register of what somebody undertook to do. */
export function defineUndertakings(
  builder: Builder,
  { Contribution, Meeting }: Types,
  MoveNow: ReturnType<typeof moveType>,
  { Entry }: Pick<Composed, "Entry">,
) {
  const Undertaken = builder.table("meetings.undertaking", {
    name: "Undertaking",
    key: "id",
    description: "Something that somebody offered to do at a meeting without an action.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  const Status = enumOf(builder, UndertakingStatus);
  builder.objectFields(Undertaken, (t) => ({
    status: t.expose("status", { type: Status, description: "What became of the undertaking." }),
    version: t.exposeInt("version", {
      description: "The version of the record, which goes up by one with every change.",
    }),
    heldOn: t.expose("held_on", {
      type: "Date",
      description: "The day of the meeting at which it was undertaken.",
    }),
    due: t.expose("due_on", {
      type: "Date",
      nullable: true,
      description: "The day by which it is to be done; null where nobody says.",
    }),
    ...recordFields(builder, t, {
      schema: Undertaking,
      json: readableJson("record"),
      members: ["sentence", "text", "who", "to", "puttingOffs", "kept", "released"],
    }),
    contribution: t.one(Contribution, {
      on: { id: "contribution_id" },
      description: "What was said, in which it was undertaken; null where you may not see it.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting at which it was undertaken; null where you may not see it.",
    }),
    moves: t.computed(
      [MoveNow],
      ["record", "for_public", "group_id"],
      (row, { viewer, caller }) =>
        movesFor(undertakingVerbs, caller, Undertaking.parse(recordFor(viewer, row))),
      {
        description: "Every verb, and whether you may do it to the undertaking now.",
        cost: { own: 5 },
      },
    ),
    history: t.page(Entry, historyOf("Undertaking", "the undertaking")),
  }));
  builder.objectField(Contribution, "undertakings", (t) =>
    t.many(Undertaken, {
      on: { contribution_id: "id" },
      order: ["id"],
      size: 1,
      description: "What was undertaken in what was said, in the order of recording.",
    }),
  );
  builder.objectField(Meeting, "undertakings", (t) =>
    t.many(Undertaken, {
      on: { meeting_id: "id" },
      order: ["id"],
      size: 2,
      description: "What was undertaken at the meeting, in the order of recording.",
    }),
  );
  return { Undertaking: Undertaken, UndertakingStatus: Status };
}
