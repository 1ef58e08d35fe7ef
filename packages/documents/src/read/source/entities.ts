import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";

const entity = /^&(?:#x?[\da-f]{1,7}|[a-z]\w{1,31});?/iu;

/** Where each character of a text stands in the source, null where they stand one after another. */
export function placesOf({ value }: Tree.TextNode, source: string, at: number): Uint32Array | null {
  if (source.startsWith(value, at)) return null;
  const places = new Uint32Array(value.length);
  let from = at;
  for (let index = 0; index < value.length;) {
    const written = entity.exec(source.slice(from, from + 40))?.[0];
    const meant = written === undefined ? undefined : decoded(written);
    if (written !== undefined && meant !== undefined && value.startsWith(meant, index)) {
      places.fill(from, index, index + meant.length);
      index += meant.length;
      from += written.length;
    } else {
      if (source.startsWith("\r\n", from)) from++;
      places[index++] = from++;
    }
  }
  return places;
}

const known = new Map<string, string>();

function decoded(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const [text] = parseFragment(written).childNodes;
  const meant = text !== undefined && "value" in text ? text.value : written;
  if (known.size < 1000) known.set(written, meant);
  return meant;
}
