import type { Passage } from "../source/passage.ts";
import { holdsPost, postNominal, postOrBody } from "../vocabulary/english.ts";
import { looksLikeName, nameOf } from "./names.ts";

/** A name and what stands beside it. */
export interface Cut {
  readonly name: Passage;
  readonly rest: Passage | null;
}

/** "Advocate General, Rosa Wynd, QC": the post before the name. */
export function roleFirst(text: Passage): Cut | null {
  const parts = text.split(/, */gu);
  let last = parts.length - 1;
  if (last > 1 && postNominal.test(parts[last]?.plain ?? "")) last--;
  const [first, name] = [parts[0], parts[last]];
  if (first === undefined || name === undefined || last === 0) return null;
  if (!postOrBody.test(first.plain) || !looksLikeName(name.plain)) return null;
  const rest = text.part(0, name.start - text.start).without(/[ ,]+$/u);
  return { name: text.part(name.start - text.start), rest };
}

/** "County Councillor Mr A White" */
const beforeTitle = /^(?<post>\p{Lu}[\p{L} ]{2,40}?) (?=(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev)\.? \p{Lu})/u;

/** "Clerk and Treasurer A M Hale": the post before the name, without a mark. */
export function postFirst(text: Passage): Cut | null {
  const titled = beforeTitle.exec(text.plain)?.groups?.["post"];
  if (titled !== undefined && postOrBody.test(titled) && !looksLikeName(titled)) {
    const name = text.part(titled.length);
    if (looksLikeName(name.plain)) return { name, rest: text.part(0, titled.length) };
  }
  const words = [...text.plain.matchAll(/[^ ]+/gu)].slice(0, 10);
  for (let count = Math.min(4, words.length - 1); count > 1; count--) {
    const at = words[words.length - count]?.index ?? 0;
    const [post, name] = [text.part(0, at), text.part(at)];
    if (isPostFirst(text.plain, post.plain, name.plain)) return { name, rest: post };
  }
  return null;
}

/** "Borough Councillor": where "Councillor" alone is a title. */
const qualified = /^(?:\p{Lu}\p{Ll}+ ){1,3}(?:councillor|cllr\.?|member)$/iu;

const afterPost = /^(?<post>.{3,60}) (?<name>\p{Lu}\p{Ll}[\p{L}'’-]* \p{Lu}\p{Ll}[\p{L}'’-]*)$/u;

/** Whether a text is a post and the name of who holds it, without a mark between them. */
export function isPostFirst(text: string, post?: string, name?: string): boolean {
  const titled = beforeTitle.exec(text)?.groups?.["post"];
  if (post === undefined && titled !== undefined && postOrBody.test(titled))
    return looksLikeName(text.slice(titled.length).trim()) && !looksLikeName(titled);
  const found = afterPost.exec(text)?.groups;
  const held = post ?? found?.["post"] ?? "";
  const holder = name ?? found?.["name"] ?? "";
  if (!looksLikeName(holder) || nameOf(holder).titles.length > 0) return false;
  const initialled =
    /^(?:\p{Lu}\.? ?)+\p{Lu}\p{Ll}/u.test(holder) && !/^\p{Lu}\p{Ll}/u.test(holder);
  const last = held.split(/[ /]/u).at(-1) ?? "";
  if (initialled) return postOrBody.test(held);
  if (qualified.test(held)) return true;
  return holdsPost.test(last) && !looksLikeName(held);
}
