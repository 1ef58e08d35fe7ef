/** JSON data as one text whatever the order of its keys, so that equal data have equal hashes. Keys of `undefined` are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  let text = "";
  // Every entry of the journal goes through here: lists of pairs would take twice as long.
  const add = (part: string) => {
    text += text === "" ? part : `,${part}`;
  };
  if (Array.isArray(value)) {
    for (const each of value) add(canonicalJson(each));
    return `[${text}]`;
  }
  const members: Readonly<Record<string, unknown>> = { ...value };
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member !== undefined) add(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${text}}`;
}
