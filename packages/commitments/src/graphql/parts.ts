import {
  type Builder,
  type Columns,
  readable,
  readableJson,
  readsAs,
  type Recorded,
} from "@remit/graphql";
import { sql } from "kysely";
import { Citation as CitationRecord } from "../citation.ts";
import { Ended as EndedRecord, Time } from "../kept.ts";

export type Parts = ReturnType<typeof defineParts>;

interface PeriodColumns {
  period_start: string | null;
  period_end: string | null;
  period_label: string | null;
}

interface CitationColumns {
  source_title: string;
  source_publisher: string | null;
  source_url: string | null;
}

type Withheld = { for_public: unknown };
type Reader = Parameters<ReturnType<typeof readable>>[3];

/** The period that stands in a row under these names, as the viewer may read it. */
export const periodOf = (
  row: Columns<PeriodColumns & Withheld>,
  args: unknown,
  eb: unknown,
  viewer: Reader,
) => ({
  period_start: row.period_start,
  period_end: row.period_end,
  period_label: readable("period_label")(row, args, eb, viewer),
});

/** The publication that a row cites, as the viewer may read it. */
export const citationOf = (
  row: Columns<CitationColumns & Withheld>,
  args: unknown,
  eb: unknown,
  viewer: Reader,
) => ({
  source_title: readable("source_title")(row, args, eb, viewer),
  source_publisher: readable("source_publisher")(row, args, eb, viewer),
  source_url: readable("source_url")(row, args, eb, viewer),
});

/** A record as the viewer may read it. */
export const shownRecord = readableJson("record");

/** How a thing that is kept whole ended. */
export const endedOf = (...given: Parameters<typeof shownRecord>) => ({
  json: sql`${shownRecord(...given)} -> 'ended'`,
});
export const hasEnded = (...given: Parameters<typeof shownRecord>) =>
  sql<boolean>`jsonb_typeof(${shownRecord(...given)} -> 'ended') = 'object'`;

/** How what belongs to a mission leads back to it. */
export const missionOf = (what: string) => ({
  on: { id: "mission_id" } as const,
  description: `The mission to which the ${what} belongs; null where you may not see it.`,
});

/** The objects that stand in the row of whatever has them: a period, and the publication that says so. */
export function defineParts(builder: Builder) {
  const Period = builder.embedded<PeriodColumns>("Period", {
    description: "A time from one day to another, each as precise as its source says it.",
  });
  builder.objectFields(Period, (t) => ({
    start: t.expose("period_start", {
      type: "PartialDate",
      nullable: true,
      description: "The first day of the period; null where its source says none.",
    }),
    end: t.expose("period_end", {
      type: "PartialDate",
      nullable: true,
      description: "The last day of the period; null where its source says none.",
    }),
    label: t.exposeString("period_label", {
      nullable: true,
      description: "The name of the period, such as this parliament; null where it has none.",
    }),
  }));
  const Citation = builder.embedded<CitationColumns>("Citation", {
    description: "A publication that is cited as a source.",
  });
  builder.objectFields(Citation, (t) => ({
    title: t.exposeString("source_title", { description: "The title of the publication." }),
    publisher: t.exposeString("source_publisher", {
      nullable: true,
      description: "Who published the publication; null where it is not known.",
    }),
    url: t.exposeString("source_url", {
      nullable: true,
      description: "The address at which the publication can be read; null where none is known.",
    }),
  }));
  readsAs(builder, Time, Period, (json) => ({
    period_start: sql<string | null>`${json} ->> 'start'`,
    period_end: sql<string | null>`${json} ->> 'end'`,
    period_label: sql<string | null>`${json} ->> 'label'`,
  }));
  readsAs(builder, CitationRecord, Citation, (json) => ({
    source_title: sql<string>`${json} ->> 'title'`,
    source_publisher: sql<string | null>`${json} ->> 'publisher'`,
    source_url: sql<string | null>`${json} ->> 'url'`,
  }));
  const Ended = builder.embedded<Recorded>("Ended", {
    description: "How a part of a mission ended: who said so, when and why.",
  });
  builder.objectFields(Ended, (t) => ({
    by: t.expression("String", ({ json }) => sql<string>`${json} #>> '{by,label}'`, {
      notNull: true,
      description: "Who did it, by name.",
    }),
    on: t.expression("Date", ({ json }) => sql<string>`${json} ->> 'on'`, {
      notNull: true,
      description: "The day on which it was done.",
    }),
    reason: t.expression("String", ({ json }) => sql<string>`${json} ->> 'reason'`, {
      notNull: true,
      description: "The reason for which it ended.",
    }),
  }));
  readsAs(builder, EndedRecord, Ended, (json) => ({ json }));
  return { Period, Citation, Ended };
}
