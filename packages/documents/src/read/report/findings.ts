import type { ReportFinding } from "../../report-reading.ts";
import type { Passage } from "../source/passage.ts";
import { finding } from "./finding.ts";
import { hedgeOf, hedgeWords } from "./hedges.ts";
import { amountsIn } from "./money.ts";
import { targetsIn } from "./targets.ts";
import { trendsIn } from "./trends.ts";

type Sort = ReportFinding["kind"];

const quantity = new RegExp(
  `(?<![£€$\\d.,/])(?:\\b(?<hedge>${hedgeWords}) )?(?<![\\d–-])\\b(?<value>\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d.,/–-]*\\d|%| ?per ?cent|st\\b|nd\\b|rd\\b|th\\b) (?<unit>(?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b)\\p{Ll}[\\p{L}-]*(?: \\p{Ll}[\\p{L}-]*){0,2}?)(?=[.,;:)]| (?:was|were|is|are|have|has|had|in|of|by|to|for|at|on|with|and|or|across|from|who|that|between|since|over|under|than|during)\\b|$)`,
  "gdiu",
);

function quantitiesIn(passage: Passage): ReportFinding[] {
  return [...passage.plain.matchAll(quantity)].flatMap((found) => {
    const { value = "", unit = "", hedge } = found.groups ?? {};
    const number = value.replaceAll(",", "");
    // Without regard to case, a name that follows would belong to what is counted.
    const counted = unit.split(/ (?=\p{Lu})/u)[0] ?? "";
    const isTime = /^(?:years?|months?|weeks?|days?|hours?|minutes?)\b/u.test(counted);
    const isYear = /^(?:19|20)\d{2}$/u.test(number) && hedge === undefined;
    if (isYear || isTime || /^\p{Lu}/u.test(counted) || number.length > 15) return [];
    const from = found.index;
    return finding(
      "quantity",
      passage.part(from, from + found[0].length - unit.length + counted.length),
      {
        value: number.replace(/^0+(?=\d)/u, ""),
        unit: counted,
        hedge: hedgeOf(hedge),
      },
    );
  });
}

const produced =
  /\b(?:launched|published|established|opened|set up|introduced) (?<what>(?:the|an?|our) [^.,;]{4,90}?)(?= (?:to|in|on|for|at|which|that|by|and)\b|[.,;]|$)/du;
const wasProduced =
  /(?<what>\b(?:The|An?|Our) [^.,;]{3,80}?) (?:was|were|has been|have been) (?:launched|published|established|opened|set up|introduced)\b/du;
const announced =
  /\b(?:deliver|publish|develop|establish|produce) (?:both )?(?<what>an? [^.,;]{2,90}?\b(?:plan|strategy|charter|guide|framework|fund|campaign|service|standards?))\b/du;
const before =
  /\bfollowed (?<what>(?:the|an?|our) [^.,;]{4,80}?(?:campaign|service|plan|fund|strategy))\b/du;
const group =
  /\bthrough (?<what>(?:an? |the )[^.,;]{3,50}? (?:group|board|panel|taskforce|network))\b/diu;
const prepared = /\bground ?work for [^.;]{0,40}?such as (?<list>[^.;]{4,120})/diu;
const begun = /\bto develop (?<what>the [\p{L} ]{3,60}?)(?=[;,.])/du;

const involved =
  /\b(?:people|those|voices? (?:and \p{L}+ )?of) ?(?:with )?lived (?:and living )?experience\b/du;
const response =
  /\bin response to (?<what>(?:the |an? )?[^,.;]{4,100}?(?:report|recommendations?|review|findings))\b/diu;
const accepted =
  /\b(?:accept(?:ed|s)?|answer(?:ed|s)?|respond(?:ed|s)? to) (?<what>(?:all |\d+ |the )[^,.;]{0,80}?recommendations?(?: of (?:the )?[^,.;]{3,60})?)(?=[,.;]|$)/diu;

const supported =
  /\b(?:supported|helped|reinforced) (?:by|across)[^–—:]{0,80}? ?[–—:] ?(?<list>[^–—]{4,300}?)(?: [–—] |\.|$)/du;
const alongside =
  /\b(?:aligned with|contributes? to|works? alongside|links? with) (?<list>(?:the )?\p{Lu}[^.;–—]{3,120}?)(?=[.;–—]|$)/du;
/** "Links with colleagues in housing and schools": fields of work, of which no plan is named. */
const fields =
  /\blinks with (?:colleagues|partners|services|work|others) (?:in|across|on) (?<list>[^.;]{4,120}?)(?= and other\b| to \b|[.;]|$)/diu;
const burdens =
  /\b(?:challenging|difficult|harder|hard),? (?:with|because of|given) (?<list>[^.;]{4,200})/diu;
const amid = /\b(?:amid|in the face of|against a backdrop of|faced with) (?<list>[^.;,]{4,120})/diu;
const emergency = /\bin recognition of this (?<what>[^,.;]{4,60}? (?:emergency|crisis))\b/diu;

const wanted =
  /\b(?:core (?:element|aim|purpose)|(?:overall |main |key |central |strategic )?(?:aim|purpose|goal|objective|ambition|vision|priority)) of (?:the|our|this) [^,.;]{3,80}? (?:is|was|remains) (?:to )?(?<what>[^,.;]{6,160})/diu;
const helper =
  /\b(?:supported|advised|led|overseen|informed) by the (?<what>\p{Lu}[\p{L}'’-]*(?: (?:(?:of|for|and|on) )?\p{Lu}[\p{L}'’-]*){1,5})/du;
const adviser =
  /\b[Ii]n response to (?:the |an? )?(?<what>\p{Lu}[\p{L}'’-]*(?: (?:(?:of|for|and|on) )?\p{Lu}[\p{L}'’-]*)*)(?:['’]s)?(?: \p{Ll}+){0,2} (?:report|recommendations?|review|findings)\b/du;
const round =
  /\b(?<what>year (?:one|two|three|four|five|\d)) (?:commitments|priorities|actions)\b/diu;
const ahead =
  /\b(?:for|in|over) (?<what>the (?:next|coming) (?:financial )?year(?:, 20\d{2} ?[-–/] ?(?:20)?\d{2}\b)?)/diu;

/** The time that the promises of a sentence are for. */
const timesIn = (passage: Passage): ReportFinding[] =>
  [round, ahead].flatMap((pattern) =>
    one(passage, "period", pattern).map((found) => ({
      ...found,
      subject: null,
      by: found.subject,
    })),
  );

/** One finding for what the named group of a pattern finds. */
const one = (passage: Passage, kind: Sort, pattern: RegExp, sure?: number): ReportFinding[] => {
  const at = pattern.exec(passage.plain)?.indices?.groups?.["what"];
  if (at === undefined) return [];
  const part = passage.part(at[0], at[1]);
  return [finding(kind, part, { subject: part.written, ...guessed(sure) })];
};

const guessed = (sure: number | undefined) =>
  sure === undefined ? {} : ({ basis: "inferred", confidence: sure } as const);

const both =
  /\bboth (?<one>(?:an? )?[^,.;]{2,60}?) and (?<other>(?:an? )?[^,.;]{2,60}?) (?<what>(?:action )?(?:plan|strategy|charter|guide|framework|fund|campaign|service))s?\b/du;

/** "Both a … and a … plan" are two plans. */
function pairIn(passage: Passage): ReportFinding[] {
  const found = both.exec(passage.plain);
  const { one: first = "", other = "", what = "" } = found?.groups ?? {};
  if (found === null) return [];
  const part = passage.part(found.index, found.index + found[0].length);
  return [first, other].map((name) =>
    finding("deliverable", part, { subject: `${name} ${what}`, ...guessed(0.7) }),
  );
}

/** One finding for each of those that a list names. */
const each = (passage: Passage, kind: Sort, pattern: RegExp, sure?: number): ReportFinding[] => {
  const at = pattern.exec(passage.plain)?.indices?.groups?.["list"];
  if (at === undefined) return [];
  return passage
    .part(at[0], at[1])
    .split(/, (?:and )?| and /gu)
    .map((part) => part.without(/^(?:an? |the (?=\p{Ll}))/u))
    .filter(({ plain }) => plain.length > 2)
    .map((part) => finding(kind, part, { subject: part.written, ...guessed(sure) }));
};

/** Everything in a sentence of a report that a record can hold, in the order in which it stands there. */
export function findingsIn(passage: Passage): ReportFinding[] {
  const involvement = involved.exec(passage.plain);
  const found = [
    ...amountsIn(passage),
    ...targetsIn(passage),
    ...quantitiesIn(passage),
    ...one(passage, "deliverable", produced),
    ...one(passage, "deliverable", wasProduced),
    ...(both.test(passage.plain) ? pairIn(passage) : one(passage, "deliverable", announced, 0.7)),
    ...one(passage, "deliverable", begun, 0.6),
    ...one(passage, "deliverable", before, 0.7),
    ...one(passage, "deliverable", group, 0.6),
    ...each(passage, "deliverable", prepared, 0.6),
    ...one(passage, "recommendation", response),
    ...one(passage, "group", adviser, 0.7),
    ...one(passage, "group", helper, 0.8),
    ...one(passage, "outcome", wanted, 0.7),
    ...timesIn(passage),
    ...trendsIn(passage),
    ...one(passage, "recommendation", accepted),
    ...one(passage, "circumstance", emergency),
    ...each(passage, "circumstance", burdens),
    ...each(passage, "circumstance", amid, 0.6),
    ...each(passage, "link", supported, 0.8),
    ...each(passage, "link", alongside, 0.6),
    ...each(passage, "link", fields, 0.6),
    ...(involvement === null
      ? []
      : [
          finding(
            "involvement",
            passage.part(involvement.index, involvement.index + involvement[0].length),
            { basis: "inferred", confidence: 0.6 },
          ),
        ]),
  ];
  return found.toSorted((a, b) => a.span.start - b.span.start);
}
