import { type Builder, byLevel, enumOf } from "@remit/graphql";
import { ObservationStatus } from "../indicator.ts";
import { Direction, Measure } from "../measure.ts";
import { citationOf, periodOf, type Parts } from "./parts.ts";

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

  builder.objectFields(Observation, (t) => ({
    indicator: t.one(Series, {
      on: { id: "indicator_id" },
      description: "The indicator to which the figure belongs; null where you may not see it.",
    }),
    period: t.embedded(Period, periodOf, { description: "The period of which the figure tells." }),
    value: t.expose("value", {
      type: "Decimal",
      description: "The figure, in the unit of its indicator.",
    }),
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
    observations: t.many(Observation, {
      on: { indicator_id: "id" },
      args: {
        current: t.arg.boolean({
          description:
            "True for the figures that stand now, false for those that do not; all where it is left out.",
        }),
      },
      where: (row, { current }, eb) =>
        typeof current === "boolean" ? eb(row.current, "=", eb.lit(current)) : null,
      order: ["last_day", "first_day", "vintage"],
      size: 30,
      description:
        "The figures of the indicator in the order of their periods, replaced ones included.",
    }),
    latest: t.one(Observation, {
      on: { indicator_id: "id" },
      where: (row, _, eb) => eb(row.current, "=", eb.lit(true)),
      order: ["last_day desc", "first_day desc"],
      description: "The figure of the latest period; null where there is none that you may see.",
    }),
  }));
  return { Series, Observation };
}
