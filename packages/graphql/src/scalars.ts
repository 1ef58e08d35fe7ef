import { Day, Decimal, PartialDate } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import * as z from "zod";

const asItIs = (value: Expression<unknown>) => value;

/** Each scalar's words, and what it takes. All are text in JSON. */
export const scalars = {
  Date: { description: "A day in ISO 8601, such as 2021-12-22.", schema: Day },
  PartialDate: {
    description: "A day, a month or a year, as precise as its source: 2021-12-22, 2021-12 or 2021.",
    schema: PartialDate,
  },
  DateTime: {
    description: "A moment in ISO 8601 and UTC, such as 2022-03-16T10:00:00Z.",
    schema: z.iso.datetime().refine((moment) => !moment.startsWith("0000")),
  },
  Decimal: {
    description: "A number as text, exact at any size, such as 250000000 or -0.5.",
    schema: Decimal,
  },
} as const;

export type ScalarName = keyof typeof scalars;

export const scalarNames = [
  "Date",
  "PartialDate",
  "DateTime",
  "Decimal",
] as const satisfies ScalarName[];

/** The same values as PostgreSQL writes them, so that an answer needs no second hand. */
export const scalarSql: Record<ScalarName, (value: Expression<unknown>) => Expression<unknown>> = {
  Date: asItIs,
  PartialDate: asItIs,
  Decimal: asItIs,
  DateTime: (value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
};
