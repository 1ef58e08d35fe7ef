import { datesIn, timeIn } from "./dates.ts";
import { groupOf, type Passage } from "../source/passage.ts";

const kind =
  "(?:draft |unconfirmed |confirmed |approved )?(?:minutes?|notes?|record|report|proceedings)";
const adjectives =
  "(?:(?:\\d{1,3}(?:st|nd|rd|th)|\\p{L}+(?:st|nd|rd|th)|first|second|third|ordinary|extraordinary|special|joint|annual|general|monthly|quarterly|regular|statutory|full|latest|inaugural|board|committee|virtual|online|in[- ]person|business|adjourned|public|open) )*";
const named = new RegExp(
  `^(?:${kind} ?(?:of|from|for|:) ?)?(?:the |an? )?(?:proceedings (?:at|of) )?(?:the |an? )?${adjectives}meetings? (?:of|for) (?:the )?(?<group>\\p{Lu}.{2,110}?)(?=,? (?:held|which|that met|took place|convened|on (?:the )?(?:\\d|mon|tue|wed|thu|fri|sat|sun)|at \\d|in the)\\b|,? was held\\b| [-–—] |[.;:]|, (?:mon|tue|wed|thu|fri|sat|sun)|,? \\d|$)`,
  "diu",
);

/** Many bodies have one of these. */
export const unnamed =
  /^(?:(?:steering|executive|management|general|technical|working|standing|joint|parish|town|full|regular|special|city|village|monthly) )+(?:committee|group|board|council)$/iu;

/** "Minutes of Quay Parish Council Annual Meeting held at …" */
const whose = new RegExp(
  `^(?:${kind} ?(?:of|from|for|:|to) ?)(?:the )?(?<group>\\p{Lu}[^.,:;–—]{3,80}?\\b(?:council|board|committee|forum|association|society|trust|club|group|panel)) ${adjectives}meetings?\\b`,
  "diu",
);

/** "Minutes of the extraordinary meeting of the Quay Board held on …": the group whose meeting it is. */
export function groupHeld(text: Passage): Passage | null {
  const found = named.exec(text.plain) ?? whose.exec(text.plain);
  const group =
    found === null
      ? null
      : (groupOf(text, found, "group")?.without(/,? (?:on|at|in|held|which)$/iu) ?? null);
  // "The board" is no name of one.
  return group !== null &&
    /^\p{Lu}.*(?:\p{Lu}| \d)/u.test(group.plain) &&
    !unnamed.test(group.plain)
    ? group
    : null;
}

const day = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b";
const stops = `(?=,? (?:on|at|from|commencing|starting|beginning|and)(?: the)? (?:${day}|\\d|noon|midday|video|teams)|,? (?:commencing|starting|beginning)\\b|,? ${day}|,? \\d{1,2}(?:st|nd|rd|th)? (?:of )?\\p{Lu}|[.;](?: |$)|$)`;
const heldIn = new RegExp(
  `\\b(?:held|met|meeting|took place|hosted|convened|to order)\\b(?: (?:virtually|online|remotely|again))?(?: at \\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\.?)?,? (?:in|at) (?:the )?(?!(?:an?\\b|which|its|their|order|\\d{1,2}(?:[:.]\\d\\d)? ?[ap]?\\.?m?\\b|${day}))(?<place>(?:[^.;]|\\.(?! |$)|(?<=\\b(?:Co|St|Rd|Ave|No))\\.){2,120}?)${stops}`,
  "diu",
);
const heldBy =
  /\b(?:held|met|meeting|took place)\b(?: (?:virtually|online|remotely))? (?:via|by|on|over|using) (?<place>(?:ms |microsoft )?(?:teams|zoom|webex|skype|google meet|video ?conference|videoconference|teleconference|conference call)\b)/diu;
const afterwards =
  /^(?:[ ,–—|-]|\bat\b|\bin\b|\bvia\b|\bthe\b|\bo'clock\b|\bhrs\b)*(?<place>[\p{Lu}\d][^;]{2,90}?)[.]?$/du;

/** Where a sentence about the meeting says that it was held. */
export function placeHeld(text: Passage): Passage | null {
  const by = heldBy.exec(text.plain);
  if (by !== null) return groupOf(text, by, "place");
  const found = heldIn.exec(text.plain);
  const place = found === null ? null : groupOf(text, found, "place");
  if (place !== null && isPlace(place)) return place;
  return placeAfter(text) ?? placeBetween(text);
}

/** "held on Monday 4 March 2024 in the Net Loft at 8 pm" */
function placeBetween(text: Passage): Passage | null {
  const [date] = datesIn(text, "1900-01-01");
  const time = timeIn(text);
  if (date === undefined || time === null || time.passage.start <= date.passage.end) return null;
  const between = text.part(date.passage.end - text.start, time.passage.start - text.start);
  const place = between
    .without(/^,? ?(?:in|at) (?:the )?/iu)
    .without(/[ ,–—-]+(?:at|from|commencing(?: at)?|starting(?: at)?)?$/iu);
  return place.start > between.start && isPlace(place) ? place : null;
}

/** As far into a sentence as its day and time are looked at, in characters. */
const longestOpening = 240;

/** What stands after day and time, where both are told: "Monday 4 March 2024, 2 to 4 pm, Net Loft". */
function placeAfter(text: Passage): Passage | null {
  const date = datesIn(text, "1900-01-01").at(-1);
  const time = timeIn(text);
  if (date === undefined || time === null) return null;
  const last = Math.max(date.passage.end, time.passage.end);
  if (last - text.start > longestOpening) return null;
  const rest = text.part(last - text.start, last - text.start + longestOpening / 2);
  // The whole of it, or as far as its first comma.
  for (const each of [rest, rest.without(/,.*$/u)]) {
    const found = afterwards.exec(each.plain);
    const place = found === null ? null : groupOf(each, found, "place");
    if (place !== null && isPlace(place)) return place;
  }
  return null;
}

const isPlace = (place: Passage): boolean =>
  (/^(?:[\p{Lu}\d]|\p{Ll}+ \p{Lu})/u.test(place.plain) || room.test(place.plain)) &&
  !/^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu.test(
    place.plain,
  ) &&
  !/\b(?:is|will|has|have|be)\b/u.test(place.plain) &&
  datesIn(place, "1900-01-01").length === 0 &&
  timeIn(place) === null &&
  !/\b(?:minutes?|agenda|noted|agreed|chair(?:ed)?|present|apologies|meeting|which|was|were)\b/iu.test(
    place.plain,
  );

const room =
  /^(?:\p{Ll}+ ){0,2}(?:board ?room|hall|chamber|library|pavilion|club ?house|church|school|office|centre|meeting room|room)\b/u;

/** "Town Hall Conference Room": a line of a document's head that is a place and nothing else. */
export const isRoom = ({ plain }: Passage): boolean =>
  plain.length < 80 &&
  /^\p{Lu}/u.test(plain) &&
  /\b(?:Room|Hall|Chambers?|Library|Pavilion|Club ?house|Church|School|Office|Centre|Center)(?:, [\p{L} ,]+)?$/u.test(
    plain,
  ) &&
  !/\b(?:council|committee|board|meeting|minutes)\b/iu.test(plain);

/** "The meeting opened at 8.10 pm". */
export const opens =
  /^(?:meeting )?(?:open(?:ed)?|commenced|start(?:ed)?)(?: at)? ?:? ?(?:at )?\d|\b(?:opened|commenced|began|started|convened|called (?:[\p{L}'’ ]{0,60} )?to order|welcomed)\b.{0,80}\bat\b|\bheld\b.{0,80}\bat\b|\b(?:start(?:ed)?|commencing)\b ?:? ?(?:at )?\d/iu;
