import { type Builder, byLevel, enumValues } from "@remit/graphql";
import { ObservationStatus } from "../indicator.ts";
import { Measure } from "../measure.ts";
import { citationOf, periodOf, type Parts } from "./parts.ts";

export function defineSeries(builder: Builder, { Period, Citation }: Parts) {
  const Series = builder.table("commitments.indicator", {
    name: "Indicator",
    key: "id",
    description: "Something that is counted again and again in the same way.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Observation = builder.table("commitments.observation", {
    name: "Observation",
    key: "id",
    description: "One figure for one period.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const MeasureType = builder.enumType("Measure", {
    description: "What sort of number it is.",
    values: enumValues<Measure>({
      count: "A number of things or people.",
      percentage: "A share in a hundred.",
      rate: "A number for so many people or so much time.",
      ratio: "One number by another.",
      currency: "An amount of money.",
      index: "A number against a base.",
    }),
  });
  const Status = builder.enumType("ObservationStatus", {
    description: "What became of a figure; PARTIAL covers less than its period or area says.",
    values: enumValues<ObservationStatus>({
      published: "As it was published.",
      partial: "It covers less than its period or area says.",
      superseded: "A later figure took its place.",
      revised: "It took the place of an earlier figure.",
      corrected: "It corrects a mistake.",
      withdrawn: "It was taken back.",
    }),
  });

  builder.objectFields(Observation, (t) => ({
    period: t.embedded(Period, periodOf, { description: "What it is the figure of." }),
    value: t.expose("value", { type: "Decimal", description: "The figure, in the series' unit." }),
    status: t.expose("status", { type: Status, description: "What became of it." }),
    current: t.exposeBoolean("current", {
      description: "Whether it is the figure that stands for its period now.",
    }),
    vintage: t.exposeInt("vintage", { description: "1 for the first figure of its period." }),
    publishedOn: t.expose("published_on", {
      type: "PartialDate",
      nullable: true,
      description: "When it was published, where that is known.",
    }),
    derived: t.exposeBoolean("derived", {
      description: "Worked out from figures of its source, and not printed there itself.",
    }),
    note: t.text("note", { nullable: true, description: "What a reader should know." }),
    source: t.embedded(Citation, citationOf, { description: "The publication that says so." }),
  }));
  builder.objectFields(Series, (t) => ({
    code: t.text("code", { description: "Its name within the mission." }),
    title: t.text("title", { description: "What is counted." }),
    definition: t.text("definition", { description: "What counts and what does not." }),
    unit: t.word("unit", "unit", { description: "In what it is counted." }),
    measure: t.expose("measure", { type: MeasureType, description: "What sort of number it is." }),
    publisher: t.text("publisher", { description: "Who publishes it." }),
    note: t.text("note", { nullable: true, description: "What a reader should know." }),
    observations: t.many(Observation, {
      on: { indicator_id: "id" },
      args: {
        current: t.arg.boolean({
          description: "Only the figures that stand now, or only those that were replaced.",
        }),
      },
      where: (row, { current }, eb) =>
        typeof current === "boolean" ? eb(row.current, "=", eb.lit(current)) : null,
      order: ["last_day", "first_day", "vintage"],
      size: 30,
      description: "Its figures in the order of their periods, replaced ones included.",
    }),
    latest: t.one(Observation, {
      on: { indicator_id: "id" },
      where: (row, _, eb) => eb(row.current, "=", eb.lit(true)),
      order: ["last_day desc", "first_day desc"],
      description: "The figure of the latest period.",
    }),
  }));
  return { Series };
}
