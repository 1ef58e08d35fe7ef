import {
  type Builder,
  byAccessAndDraft,
  type Composed,
  enumOf,
  historyOf,
  movesFor,
  type moveType,
  readable,
  readableJson,
  recordFor,
  recordFields,
} from "@remit/graphql";
import { sql } from "kysely";
import { ImplementationStatus, RegisteredDecision } from "../registered.ts";
import { registerVerbs } from "../verbs.ts";
import type { defineItems } from "./item.ts";
import type { MeetingRef } from "./meeting.ts";

type Types = Pick<ReturnType<typeof defineItems>, "Decision"> & { readonly Meeting: MeetingRef };

interface QuoteRow {
  said_where: string;
  said_text: string;
  said_on: string;
  diverges: boolean;
}

const recorded = readableJson("record");

/** The register of what was decided. */
export function defineRegister(
  builder: Builder,
  { Decision, Meeting }: Types,
  MoveNow: ReturnType<typeof moveType>,
  { Entry }: Pick<Composed, "Entry">,
) {
  const Registered = builder.table("meetings.registered_decision", {
    name: "RegisteredDecision",
    key: "id",
    description: "A decision in the register, with its review and what carries it out.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  const Quote = builder.embedded<QuoteRow>("DecisionQuote", {
    description: "The place where a decision is quoted, and the words that stand there.",
  });
  builder.objectFields(Quote, (t) => ({
    where: t.exposeString("said_where", { description: "The place where the decision is quoted." }),
    text: t.exposeString("said_text", {
      description: "The words that stand there for the decision.",
    }),
    on: t.expose("said_on", {
      type: "Date",
      description: "The day on which somebody recorded the quotation.",
    }),
    diverges: t.exposeBoolean("diverges", {
      description: "Whether the words are others than those of the decision as it stands.",
    }),
  }));
  const Status = enumOf(builder, ImplementationStatus);
  builder.objectFields(Registered, (t) => ({
    status: t.expose("status", {
      type: Status,
      description: "How far the decision is carried out.",
    }),
    version: t.exposeInt("version", {
      description: "The version of the record, which goes up by one with every change.",
    }),
    reviewOn: t.expose("review_on", {
      type: "Date",
      nullable: true,
      description: "The day on which the decision is to be reviewed; null where none is set.",
    }),
    ...recordFields(builder, t, {
      schema: RegisteredDecision,
      json: recorded,
      members: ["carriedOutBy", "reviews", "implemented", "setAside"],
    }),
    quotes: t.elements(Quote, (...given) => sql`${recorded(...given)} -> 'quotes'`, {
      size: 2,
      row: ({ element }, _args, _eb, _viewer, { text_hash }) => ({
        said_where: sql<string>`${element} ->> 'where'`,
        said_text: sql<string>`${element} ->> 'text'`,
        said_on: sql<string>`${element} ->> 'on'`,
        diverges: sql<boolean>`meetings.text_hash(${element} ->> 'text') <> ${text_hash}`,
      }),
      description: "Each place where the decision is quoted, in the order of recording.",
    }),
    decision: t.one(Decision, {
      on: { id: "decision_id" },
      description: "The decision, with its words; null where you may not see it.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting that made the decision; null where you may not see it.",
    }),
    moves: t.computed(
      [MoveNow],
      ["record", "for_public", "group_id"],
      (row, { viewer, caller }) =>
        movesFor(registerVerbs, caller, RegisteredDecision.parse(recordFor(viewer, row))),
      {
        description: "Every verb, and whether you may do it to the decision's entry now.",
        cost: { own: 5 },
      },
    ),
    history: t.page(Entry, historyOf("RegisteredDecision", "the decision's entry in the register")),
  }));
  builder.objectFields(Decision, (t) => ({
    registered: t.one(Registered, {
      on: { decision_id: "id" },
      description: "The entry of the decision in the register; null where it has none.",
    }),
    textHash: t.expression(
      "String",
      (...given) => sql<string>`meetings.text_hash(${readable("text")(...given)})`,
      {
        notNull: true,
        description:
          "The SHA-256 of the words of the decision in hexadecimal, by which whoever quotes them can tell whether they still stand.",
      },
    ),
  }));
  return { RegisteredDecision: Registered, ImplementationStatus: Status };
}
