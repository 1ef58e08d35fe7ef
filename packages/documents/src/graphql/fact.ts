import {
  type Builder,
  byAccessAndNames,
  type Composed,
  enumOf,
  historyOf,
  movesFor,
  moveType,
  readableJson,
  recordFor,
  recordFields,
} from "@remit/graphql";
import { Fact as FactSchema, FactStatus } from "../fact.ts";
import { factVerbs } from "../verbs.ts";

/** What documents say, fact by fact. */
export function defineFacts(builder: Builder, { Entry }: Pick<Composed, "Entry">) {
  const Fact = builder.table("documents.fact", {
    name: "Fact",
    key: "id",
    description:
      "One thing that an imported document says, as it was read; for administrators, officials, and whoever keeps the record of its group.",
    visible: byAccessAndNames,
    interfaces: [builder.Node],
  });
  const MoveNow = moveType(
    builder,
    "FactMoveNow",
    "Whether you may answer to a fact now, and how.",
  );
  builder.objectFields(Fact, (t) => ({
    status: t.expose("status", {
      type: enumOf(builder, FactStatus),
      description: "Whether the fact waits for an answer, and what the answer was.",
    }),
    ...recordFields(builder, t, {
      schema: FactSchema,
      json: readableJson("record"),
      members: [
        "kind",
        "text",
        "value",
        "correction",
        "basis",
        "confidence",
        "start",
        "end",
        "doubt",
        "answeredOn",
        "note",
      ],
    }),
    version: t.exposeInt("version", {
      description:
        "The version of the fact's record: 0 as it was read, and one more with every answer.",
    }),
    moves: t.computed(
      [MoveNow],
      ["record", "for_public", "group_id"],
      // A reason may quote the record.
      (row, { viewer, caller }) =>
        movesFor(factVerbs, caller, FactSchema.parse(recordFor(viewer, row))),
      {
        description: "Every answer that there is, and whether you may give it now.",
        cost: { own: 5 },
      },
    ),
    history: t.page(Entry, historyOf("Fact", "the answers to the fact")),
  }));
  return { Fact };
}
