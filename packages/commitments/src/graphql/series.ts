import { type Builder, byLevel, enumOf, readableJson, type Recorded } from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { Hedge, ObservationStatus } from "../indicator.ts";
import { Direction, Measure } from "../measure.ts";
import { citationOf, periodOf, type Parts, shownRecord } from "./parts.ts";

/** Every part that figures are to be told apart into, as the viewer may read it. */
const expectedParts = (...given: Parameters<ReturnType<typeof readableJson<"expected">>>) =>
  sql`commitments.parts_of(${readableJson("expected")(...given)})`;

/** INV-C11: what cannot be said to have been published by then is left out: a figure of "July" is there from August. */
const publishedBy = (on: Expression<string | null>, day: unknown) =>
  sql<boolean>`coalesce(case when length(${on}) = 10 then ${on} <= ${day}::text
    else database.last_day(${on}) < ${day}::date end, false)`;

export function defineSeries(builder: Builder, { Period, Citation }: Parts) {
  const Series = builder.table("commitments.indicator", {
    name: "Indicator",
    key: "id",
    description: "A series of figures that count the same thing again and again in the same way.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Observation = builder.table("commitments.observation", {
    name: "Observation",
    key: "id",
    description: "One figure of an indicator for one period.",
    visible: byLevel,
    interfaces: [builder.Node],
  });

  const Part = builder.embedded<Recorded>("FigurePart", {
    description: "A part of a whole of which figures tell, such as women of all people.",
  });
  builder.objectFields(Part, (t) => ({
    dimension: t.expression("String", ({ json }) => sql<string>`${json} ->> 'dimension'`, {
      notNull: true,
      description: "The dimension by which figures are told apart, such as sex.",
    }),
    category: t.expression("String", ({ json }) => sql<string>`${json} ->> 'category'`, {
      notNull: true,
      description: "The part along the dimension, such as women.",
    }),
  }));

  const Interval = builder.embedded<Recorded>("Interval", {
    description: "Between which values the truth lies, as whoever estimated a figure says.",
  });
  builder.objectFields(Interval, (t) => ({
    low: t.expression("Decimal", ({ json }) => sql<string>`${json} ->> 'low'`, {
      notNull: true,
      description: "The lower end of the interval.",
    }),
    high: t.expression("Decimal", ({ json }) => sql<string>`${json} ->> 'high'`, {
      notNull: true,
      description: "The upper end of the interval.",
    }),
    level: t.expression("String", ({ json }) => sql<string>`${json} ->> 'level'`, {
      nullable: true,
      description: "The certainty of the interval, such as 95 per cent; null where nobody says.",
    }),
  }));

  builder.objectFields(Observation, (t) => ({
    indicator: t.one(Series, {
      on: { id: "indicator_id" },
      description: "The indicator to which the figure belongs; null where you may not see it.",
    }),
    period: t.embedded(Period, periodOf, { description: "The period of which the figure tells." }),
    dimensions: t.elements(
      Part,
      (...given) => sql`commitments.dimensions_of(${shownRecord(...given)} -> 'dimensions')`,
      {
        row: ({ element }) => ({ json: element }),
        description: "The part of the whole that the figure is of; empty for the whole.",
      },
    ),
    value: t.expose("value", {
      type: "Decimal",
      description: "The figure, in the unit of its indicator.",
    }),
    hedge: t.expression(enumOf(builder, Hedge), ({ record }) => sql<Hedge>`${record} ->> 'hedge'`, {
      nullable: true,
      description: "The hedge with which the figure is given; null where it is given as it is.",
    }),
    interval: t.embedded(
      Interval,
      (...given) => ({ json: sql`${shownRecord(...given)} -> 'interval'` }),
      {
        when: (...given) =>
          sql<boolean>`jsonb_typeof(${shownRecord(...given)} -> 'interval') = 'object'`,
        description: "Between which values the figure lies; null where none are given.",
      },
    ),
    secondHand: t.expression(
      "Boolean",
      ({ record }) => sql<boolean>`${record} -> 'secondHand' is not null`,
      {
        notNull: true,
        description: "Whether the source of the figure repeats what somebody else has counted.",
      },
    ),
    status: t.expose("status", {
      type: enumOf(builder, ObservationStatus),
      description: "What became of the figure after it was published.",
    }),
    current: t.exposeBoolean("current", {
      description: "Whether the figure is the one that stands for its period now.",
    }),
    vintage: t.exposeInt("vintage", {
      description:
        "Which figure of its period this is, counted from 1; each revision is one higher.",
    }),
    publishedOn: t.expose("published_on", {
      type: "PartialDate",
      nullable: true,
      description: "When the figure was published; null where its source does not say.",
    }),
    derived: t.exposeBoolean("derived", {
      description:
        "Whether the figure was worked out from figures of its source, and is not printed there.",
    }),
    note: t.text("note", {
      nullable: true,
      description: "What a reader should know of the figure; null where there is nothing to add.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that gives the figure.",
    }),
  }));
  builder.objectFields(Series, (t) => ({
    code: t.text("code", {
      description: "The indicator's name within its mission, such as drug-deaths.",
    }),
    title: t.text("title", { description: "What the indicator counts, in a few words." }),
    definition: t.text("definition", {
      description: "What the indicator counts and what it leaves out.",
    }),
    unit: t.word("unit", "unit", { description: "The unit in which the figures are counted." }),
    measure: t.expose("measure", {
      type: enumOf(builder, Measure),
      description: "What sort of number the figures are.",
    }),
    direction: t.expose("direction", {
      type: enumOf(builder, Direction),
      nullable: true,
      description: "Which way of the figures is better; null where nobody says.",
    }),
    publisher: t.text("publisher", { description: "Who publishes the figures of the indicator." }),
    note: t.text("note", {
      nullable: true,
      description:
        "What a reader should know of the indicator; null where there is nothing to add.",
    }),
    ended: t.expose("ended_on", {
      type: "PartialDate",
      nullable: true,
      description: "When the last figure was published; null where the indicator goes on.",
    }),
    successor: t.one(Series, {
      on: { id: "successor_id" },
      description: "The indicator that goes on in its place; null where there is none.",
    }),
    predecessors: t.many(Series, {
      on: { successor_id: "id" },
      order: ["position"],
      size: 2,
      description: "The indicators in whose place this one goes on.",
    }),
    observations: t.many(Observation, {
      on: { indicator_id: "id" },
      args: {
        current: t.arg.boolean({
          description:
            "True for the figures that stand now, false for those that do not; all where it is left out.",
        }),
        asAt: t.arg({
          type: "Date",
          description:
            "The figures that stood at the end of that day, by when they were published; all if left out.",
        }),
      },
      where: (row, { current, asAt }, eb) =>
        eb.and([
          ...(typeof current === "boolean" ? [eb(row.current, "=", eb.lit(current))] : []),
          ...(asAt == null
            ? []
            : [
                publishedBy(row.published_on, asAt),
                eb.not(
                  eb.exists(
                    Observation,
                    { indicator_id: "indicator_id", first_day: "first_day", last_day: "last_day" },
                    (later) =>
                      eb.and([
                        sql<boolean>`${later.vintage} > ${row.vintage}`,
                        sql<boolean>`${later.dimensions} = ${row.dimensions}`,
                        publishedBy(later.published_on, asAt),
                      ]),
                  ),
                ),
              ]),
        ]),
      order: ["last_day", "first_day", "vintage"],
      size: 30,
      description:
        "The figures of the indicator in the order of their periods, replaced ones included.",
    }),
    expectedParts: t.elements(Part, expectedParts, {
      row: ({ element }) => ({ json: element }),
      description: "Into which parts the figures are to be told apart, in the order of the plan.",
    }),
    missingParts: t.elements(Part, expectedParts, {
      row: ({ element }) => ({ json: element }),
      // INV-C23
      where: ({ element }, _args, eb, _viewer, { id }) =>
        eb.not(
          eb.exists(Observation, {}, (figure) =>
            eb.and([
              sql<boolean>`${figure.indicator_id} = ${id}`,
              sql<boolean>`${figure.current}`,
              sql<boolean>`${figure.dimensions} ->> (${element} ->> 'dimension') = ${element} ->> 'category'`,
            ]),
          ),
        ),
      description: "The parts of which there is no figure that stands and that you may see.",
    }),
    latest: t.one(Observation, {
      on: { indicator_id: "id" },
      where: (row, _, eb) =>
        eb.and([eb(row.current, "=", eb.lit(true)), sql<boolean>`${row.dimensions} = '{}'::jsonb`]),
      order: ["last_day desc", "first_day desc"],
      description: "The figure of the latest period; null where there is none that you may see.",
    }),
  }));
  return { Series, Observation };
}
