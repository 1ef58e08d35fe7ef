import type { Owner } from "../../reading.ts";
import { type Directory, looksLikeFirstName, looksLikeName } from "./names.ts";
import type { Passage } from "../source/passage.ts";
import { finiteVerb, imperative, postOrBody } from "../vocabulary/english.ts";

/** Bodies that the lists of people name, so that "Shore Trust and WildIsles" is known for two. */
export type Bodies = ReadonlySet<string>;

export interface Agents {
  readonly directory: Directory;
  readonly names: readonly string[];
  readonly bodies: Bodies;
}

const secretariat = /^(?:the |an? )?(?:[\p{L}&]+ ){0,3}secretar(?:iat|y|ies)(?: team| support)?$/iu;
const officials = /^(?:the )?(?:[\p{L}&]+ ){0,3}officials$/iu;
const group =
  /^(?:the |this )?(?:[\p{L}-]+ ){0,3}(?:group|board|committee|commission|council|panel|team|task ?force|sub-group|working group)$/iu;
const collective =
  /^(?:the )?(?:all(?: [\p{L} ]{2,30})?|everyone|everybody|both|each member|members|attendees|participants|commissioners|private offices|colleagues|ministers|partners|(?:[\p{L}-]+ ){1,3}(?:members|leads|partners|colleagues|attendees|representatives|participants|ministers|chairs|co-chairs|owners|offices))$/iu;
const chair = /^(?:the )?(?:co-?|vice |deputy )?chair(?:s|person|man)?$/iu;
const subject =
  /^(?<who>[^:;!?]{1,90}?) (?:to|will|shall|(?:has|have|had)? ?(?:agreed|offered|undertaken|undertook|volunteered|promised) to|(?:is|are|was|were) (?:asked |invited )?to|should|must) (?<verb>[\p{L}-]+)/du;
const noVerb =
  /^(?:the|an?|be|all|each|every|its|their|this|these|those|our|which|what|whom|date|not|no)$/iu;
/** Who is to do it, as the sentence says: "Ann and Cal to draft …" gives two. Empty where it names nobody. */
export function ownersIn(text: Passage, agents: Agents): Passage[] {
  for (const clause of clausesOf(text)) {
    const found = subject.exec(clause.plain);
    const { who, verb } = found?.groups ?? {};
    if (who === undefined || verb === undefined || noVerb.test(verb)) continue;
    const named = clause.part(0, who.length).without(/^(?:and|then|that) /iu);
    if (isAgent(named, agents)) return split(named, agents);
  }
  return [];
}

/** The sentence itself, then what follows its first commas. */
function clausesOf(text: Passage): Passage[] {
  const commas = [...text.plain.slice(0, 400).matchAll(/, /gu)].slice(0, 4);
  return [text, ...commas.map((comma) => text.part(comma.index + 2))];
}

function isAgent(named: Passage, agents: Agents): boolean {
  const words = named.plain.split(/ +/u);
  if (words.length > 12 || words.some((each) => finiteVerb.test(each))) return false;
  if (isKnown(named.plain, agents)) return true;
  if (imperative.test(words[0] ?? "")) return false;
  return (
    /^[\p{Lu}[]/u.test(named.plain) &&
    !/^(?:it|this|that|there|these|they|he|she|we|need|wording|if|when|where)\b/iu.test(named.plain)
  );
}

const isKnown = (text: string, { directory, bodies }: Agents): boolean =>
  directory.knows(text) ||
  bodies.has(bodyKey(text)) ||
  [secretariat, officials, group, collective, chair].some((pattern) => pattern.test(text)) ||
  /^\p{Lu}[\p{Lu}&-]{1,7}$/u.test(text) ||
  /^\[[^[\]]+\]$/u.test(text);

/** Owners one by one. "and" divides them where both sides can stand alone, and never inside the name of a body. */
export function split(named: Passage, agents: Agents): Passage[] {
  const pieces = named.split(/ ?[,/;] ?(?:and )?| \+ | ?& ?(?=\p{Lu})/gu);
  if (
    pieces.length > 1 &&
    pieces.every((piece) => isKnown(piece.plain, agents) || isNamed(piece.plain))
  ) {
    return pieces.flatMap((piece) => split(piece, agents));
  }
  if (isKnown(named.plain, agents) && !/ (?:and|or) /u.test(named.plain)) return [named];
  const joints = [...named.plain.matchAll(/,? (?:and|or) /gu)];
  for (const joint of joints) {
    const left = named.part(0, joint.index);
    const right = named.part(joint.index + joint[0].length);
    if (standsAlone(left, agents) && standsAlone(right, agents))
      return [...split(left, agents), ...split(right, agents)];
  }
  return [named];
}

/** A name, or a first name as those of a list of owners. */
const isNamed = (text: string): boolean =>
  looksLikeName(text) || (/^\p{Lu}\p{L}{1,14}$/u.test(text) && !imperative.test(text));

const standsAlone = ({ plain }: Passage, agents: Agents): boolean =>
  isKnown(plain, agents) ||
  looksLikeFirstName(plain) ||
  looksLikeName(plain) ||
  /^the \p{L}/iu.test(plain) ||
  (/ and /u.test(plain) && plain.split(" and ").every((part) => isKnown(part, agents)));

export const bodyKey = (text: string): string =>
  text.toLowerCase().replace(/^the /u, "").replace(/\s+/gu, " ").trim();

/** The bodies in roles: "Lead, PEATCO" names PEATCO, "Cal Dunn, Bog Keepers (BK)" both. */
export function bodiesIn(roles: readonly (string | null)[]): Bodies {
  const bodies = new Set<string>();
  for (const role of roles) {
    for (const part of role?.split(/, | [-–—] |[()]| \/ /u) ?? [])
      if (part.trim().length > 1) bodies.add(bodyKey(part));
  }
  return bodies;
}

/** What kind of agent the words mean, and which person of the list. */
export function ownerOf(name: Passage, { directory, names, bodies }: Agents): Owner {
  const found = directory.find(name.plain);
  const resolved = found.who === null ? null : (names[found.who] ?? null);
  return {
    name: name.written,
    kind: kindOf(name.plain, resolved, bodies),
    resolved,
    span: name.span,
  };
}

/** What a table says where it names nobody yet. */
const toBeNamed = /^(?:tbc|tba|tbd|to be (?:confirmed|agreed|announced|decided|determined))$/iu;

function kindOf(text: string, resolved: string | null, bodies: Bodies): Owner["kind"] {
  if (resolved !== null) return "person";
  if (secretariat.test(text)) return "secretariat";
  if (officials.test(text)) return "officials";
  if (bodies.has(bodyKey(text))) return "organisation";
  if (group.test(text)) return "group";
  if (collective.test(text)) return "collective";
  if (chair.test(text) || toBeNamed.test(text)) return "unresolved";
  if (looksLikeName(text)) return "person";
  return postOrBody.test(text) || /^\p{Lu}{2,8}$/u.test(text) ? "organisation" : "unresolved";
}
