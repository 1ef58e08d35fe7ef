/** What one answer has otherwise than another: where, and what stands there now; nothing where it is gone. */
export interface Difference {
  readonly at: string;
  readonly is?: unknown;
}

/** All that the second value has otherwise. Entries of lists are known by their reference, version or text. */
export function differences(was: unknown, is: unknown, at = ""): Difference[] {
  if (Object.is(was, is)) return [];
  if (!isObject(was) || !isObject(is)) return [is === undefined ? { at } : { at, is }];
  const [before, after] = [membersOf(was), membersOf(is)];
  const order = { at: `${at} in order`, is: [...after.keys()] };
  const common = [...before.keys()].filter((key) => after.has(key));
  const isMoved =
    common.join("\n") !== [...after.keys()].filter((key) => before.has(key)).join("\n");
  return [
    ...[...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
      differences(before.get(key), after.get(key), at === "" ? key : `${at} > ${key}`),
    ),
    ...(Array.isArray(was) && isMoved ? [order] : []),
  ];
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function membersOf(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const members = new Map<string, unknown>();
  for (const item of value) {
    const name = nameOf(item);
    let key = name;
    for (let twin = 2; members.has(key); twin += 1) key = `${name} (${twin})`;
    members.set(key, item);
  }
  return members;
}

function nameOf(item: unknown): string {
  if (!isObject(item)) return String(item);
  for (const key of ["reference", "version", "text", "name", "slug"]) {
    const value: unknown = Reflect.get(item, key);
    if (typeof value === "string" || typeof value === "number") return `${key} ${value}`;
  }
  return "entry";
}
