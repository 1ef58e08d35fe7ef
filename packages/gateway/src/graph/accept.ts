/** The media types in which an answer can be given. Where both will do, the first is. */
const offers = ["application/json", "application/graphql-response+json"] as const;
export type MediaType = (typeof offers)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** What a client that accepts this is answered in: what it likes best, and of equals what it names first; null for nothing. */
export function mediaTypeFor(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === "*/*" || accept.trim() === "") return offers[0];
  const ranges = accept.toLowerCase().split(",").flatMap(rangeOf);
  const liked = offers.flatMap((type) => {
    // The narrowest range decides: `*/*;q=0.1` says nothing of what is named beside it.
    const place = [type, "application/*", "*/*"]
      .map((wanted) => ranges.findIndex((range) => range.type === wanted))
      .find((found) => found >= 0);
    const quality = place === undefined ? 0 : (ranges[place]?.quality ?? 0);
    return place === undefined || quality <= 0 ? [] : [{ type, quality, place }];
  });
  const [best] = liked.toSorted((a, b) => b.quality - a.quality || a.place - b.place);
  return best?.type ?? null;
}

/** One range of an Accept header; none where it asks for a charset that is not UTF-8. */
function rangeOf(text: string): Range[] {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  const given = new Map(
    parameters.map((each): [string, string] => {
      const [name = "", value = ""] = each.split("=");
      return [name.trim(), value.trim().replace(/^"(.*)"$/u, "$1")];
    }),
  );
  if (!["utf-8", "utf8", "*"].includes(given.get("charset") ?? "utf-8")) return [];
  const quality = Number(given.get("q") ?? 1);
  return [{ type, quality: Number.isFinite(quality) ? quality : 0 }];
}
