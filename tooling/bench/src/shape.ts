type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an alias in a query for PostGraphile asks to be done with its value: `status_enum`, `owners_list`. */
const endings: Record<string, (value: unknown) => unknown> = {
  list: (value) => shaped(nodes(value)),
  first: (value) => shaped(nodes(value)[0] ?? null),
  count: (value) => (isBag(value) ? value["totalCount"] : value),
  number: Number,
  enum: (value) => String(value).toUpperCase().replaceAll("-", "_"),
  moment: (value) => new Date(String(value)).toISOString().replace(".000Z", "Z"),
  Group: (value) => `Group:${String(value)}`,
  Meeting: (value) => `Meeting:${String(value)}`,
  Action: (value) => `Action:${String(value)}`,
};

const nodes = (value: unknown): readonly unknown[] =>
  isBag(value) && Array.isArray(value["nodes"]) ? value["nodes"] : [];

/** An answer of PostGraphile's as Remit would give it. `due__on` is `on` within `due`. */
export function shaped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shaped);
  if (!isBag(value)) return value;
  const result: Bag = {};
  for (const [alias, given] of Object.entries(value)) {
    const [outer = "", inner] = alias.split("__");
    if (inner !== undefined) {
      const within = result[outer];
      result[outer] = { ...(isBag(within) ? within : {}), [inner]: shaped(given) };
      continue;
    }
    const [name = "", ending = ""] = alias.split("_");
    result[name] = (endings[ending] ?? shaped)(given);
  }
  return result;
}

/** An answer without what each server writes in its own way: cursors only have to be there. */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isBag(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => [
      name,
      name === "endCursor" ? typeof given : comparable(given),
    ]),
  );
}
