import type { Builder, Columns } from "@remit/graphql";

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

/** The period that stands in a row under these names. */
export const periodOf = ({ period_start, period_end, period_label }: Columns<PeriodColumns>) => ({
  period_start,
  period_end,
  period_label,
});

/** The publication that a row cites. */
export const citationOf = ({
  source_title,
  source_publisher,
  source_url,
}: Columns<CitationColumns>) => ({ source_title, source_publisher, source_url });

/** The objects that stand in the row of whatever has them: a period, and the publication that says so. */
export function defineParts(builder: Builder) {
  const Period = builder.embedded<PeriodColumns>("Period", {
    description: "A time from one day to another, each as precise as it was said.",
  });
  builder.objectFields(Period, (t) => ({
    start: t.expose("period_start", {
      type: "PartialDate",
      nullable: true,
      description: "Its first day; null where nobody said.",
    }),
    end: t.expose("period_end", {
      type: "PartialDate",
      nullable: true,
      description: "Its last day; null where nobody said.",
    }),
    label: t.exposeString("period_label", {
      nullable: true,
      description: "Its name, such as the lifetime of a parliament.",
    }),
  }));
  const Citation = builder.embedded<CitationColumns>("Citation", {
    description: "A publication that says so.",
  });
  builder.objectFields(Citation, (t) => ({
    title: t.exposeString("source_title", { description: "Its title." }),
    publisher: t.exposeString("source_publisher", {
      nullable: true,
      description: "Who published it.",
    }),
    url: t.exposeString("source_url", { nullable: true, description: "Where it can be read." }),
  }));
  return { Period, Citation };
}
