import pg from "pg";

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;

const instant = (text: string) => new Date(text).toISOString();

/** What rows hold in JavaScript: days and moments are ISO text, counts are numbers. */
export const parsers: Record<number, (text: string) => unknown> = {
  [DATE]: String,
  [INT8]: Number,
  [TIMESTAMPTZ]: instant,
};

/** The same for a PostgreSQL server, whose driver asks for a function. */
export const serverTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format),
};
