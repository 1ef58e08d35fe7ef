/** Whether every text in JSON data is one that can be stored: without NUL, and without half of a surrogate pair. */
export function isStorable(json: unknown): boolean {
  // A list and not a recursion: data may be nested as deep as it likes.
  const left = [json];
  for (const value of left) {
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) left.push(name, member);
  }
  return true;
}
