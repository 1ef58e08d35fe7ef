import { Refusal } from "./refusal.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Makes a record of one version into one of the next. Pure, and never changed once records of the next are kept. */
export type Upcast = (record: Fields) => Fields;

/**
 * How a kind of record is kept whole for ever although what it holds grows. `steps` lead from version 1 to the present
 * one, each to the next; a record that says no version is of the first.
 */
export function versions<Value extends object>(
  schema: { parse: (record: unknown) => Value },
  steps: readonly Upcast[],
) {
  const present = steps.length + 1;
  return {
    /** A record as it is kept: it says its version, unless that is the first. */
    kept: (value: Value): Value => (present === 1 ? value : { ...value, recordVersion: present }),
    /** A record of any version up to the present one, as it reads today. What is kept stays as it is. */
    read: (record: unknown): Value =>
      schema.parse(steps.slice(versionOf(record, present) - 1).reduce(next, record)),
  };
}

/** What is no object is for the schema to refuse. */
const isRecord = (record: unknown): record is Fields =>
  typeof record === "object" && record !== null && !Array.isArray(record);

const next = (record: unknown, step: Upcast): unknown => (isRecord(record) ? step(record) : record);

function versionOf(record: unknown, present: number): number {
  const version = isRecord(record) ? (record["recordVersion"] ?? 1) : 1;
  if (
    typeof version === "number" &&
    Number.isInteger(version) &&
    version >= 1 &&
    version <= present
  )
    return version;
  throw new Refusal(
    "RECORD_NEWER",
    `This record is of version ${JSON.stringify(version)}, and this version of Remit reads up to ${present}. Start the version that wrote it, or a later one.`,
  );
}
