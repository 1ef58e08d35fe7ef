import type { Action, Contribution, Decision, Item, Paper, Warning } from "../reading.ts";
import { actionOf, type FoundAction, labelsIn, referencedIn, unlabelledAction } from "./action.ts";
import { contributionOf, isLead } from "./contribution.ts";
import { agreedMinutesIn, decisionKind, type FoundDecision, labelledDecision } from "./decision.ts";
import { longestLine } from "./lines.ts";
import type { Section } from "./outline.ts";
import { type Agents, ownerOf } from "./owner.ts";
import { papersIn } from "./paper.ts";
import type { Passage } from "./passage.ts";
import { sentencesOf, type Unit, unitsOf } from "./sentence.ts";

export interface Business {
  readonly items: Item[];
  readonly unplaced: Contribution[];
  readonly actions: Action[];
  readonly decisions: Decision[];
  readonly papers: Paper[];
  readonly warnings: Warning[];
}

const actionsLead =
  /^(?:\p{L}+ )?actions?(?: points?| items?)?(?: (?:agreed|arising|noted|taken|were agreed|raised)[^:]{0,40})?[*_]*:$/iu;
const actionsTitle =
  /^(?:summary of |agreed |new |list of )?actions?(?: points?| items?| log)?(?: (?:agreed|arising))?$/iu;
const earlier =
  /\bmatters arising\b|\bactions?\b.{0,40}\b(?:previous|last|log|review|update)\b|\b(?:review|update|previous|last|outstanding|open)\b.{0,40}\bactions?\b/iu;
const settled =
  /(?:[-–—(,.:]|\bnow|\bis) ?(?:complete[d]?|closed|done|discharged|on-?going|in progress|achieved)[)\].]*$/iu;
const inProse =
  /\b(?:an )?actions? (?:point )?(?:was|were) (?:taken|agreed|placed|given|assigned)\b|\btook (?:an|the) action\b/iu;
const nil =
  /\b(?:there (?:was|were) (?:none|nothing|no (?:other|further) (?:competent )?business)|no other (?:competent )?business|no (?:further )?items? (?:were|was) raised)\b|^(?:none|nil|nothing)(?: (?:raised|received|noted))?\.?$/iu;

/** Reads every section; `agents` are the people and bodies whom the lists name. */
export function businessOf(sections: readonly Section[], agents: Agents): Business {
  const reader = new BusinessReader(agents);
  for (const section of sections) reader.section(section);
  if (reader.business.actions.length === 0)
    for (const section of sections) reader.unlabelled(section);
  return reader.business;
}

class BusinessReader {
  readonly business: Business = {
    items: [],
    unplaced: [],
    actions: [],
    decisions: [],
    papers: [],
    warnings: [],
  };
  readonly #agents: Agents;
  readonly #papers = new Set<string>();
  readonly #places = new Map<Section, number | null>();
  readonly #doubted = new Set<string>();
  readonly #ends = new Set<number>();
  #item: number | null = null;

  constructor(agents: Agents) {
    this.#agents = agents;
  }

  section(section: Section): void {
    if (section.kind === "aside") {
      this.#item = null;
      return;
    }
    if (section.kind === "item") this.#open(section);
    const closing =
      section.kind === "actions" &&
      section.title !== null &&
      section.level === 1 &&
      section.detached;
    const place = closing ? null : this.#item;
    this.#places.set(section, place);
    const units = unitsOf(section.lines);
    let lead: Passage | null = null;
    let listing =
      section.kind === "actions" ||
      (section.title !== null && actionsTitle.test(section.title.heading.plain));
    const single =
      section.kind === "actions" &&
      !/actions|points\b/iu.test(section.title?.heading.plain ?? "actions");
    for (const [at, unit] of units.entries()) {
      const next = units[at + 1];
      if (unit.text.end - unit.text.start > longestLine) {
        this.#contribute(unit.text, null, false, place);
        continue;
      }
      this.#note(unit.text, place);
      if (actionsLead.test(unit.text.plain) && next !== undefined) [listing, lead] = [true, null];
      else if (isLead(unit.text))
        [lead, listing] = [unit.text, listing && section.kind === "actions"];
      else {
        if (unit.line.marker === null && lead !== null && unit.line.gap > 0 && !listing)
          lead = null;
        if (section.kind === "decisions")
          this.#decide({ text: unit.text, number: null, agrees: [] }, place);
        else if (listing) this.#listed(unit, place);
        else this.#unit(unit, lead, place);
        if (unit.line.marker === null && (single || section.kind === "item")) listing = false;
        if (section.kind === "decisions" && unit.line.marker === null) break;
      }
    }
  }

  #open(section: Section): void {
    const { title } = section;
    if (title === null) {
      this.#item = null;
      this.business.warnings.push({
        code: "ITEM_HEADING_LOST",
        message: "The business starts without a heading; what stands there belongs to no item.",
        span: section.lines[0]?.content.span ?? null,
      });
      return;
    }
    const { heading, number } = title;
    this.business.items.push({
      heading: heading.written,
      number: number?.written ?? null,
      level: section.level,
      outcome: "not-stated",
      contributions: [],
      span: heading.span,
      spans: { number: number?.span ?? null },
    });
    this.#item = this.business.items.length - 1;
    for (const paper of papersIn(section.whole ?? heading))
      this.#paper(paper.number, heading, this.#item);
  }

  #unit(unit: Unit, lead: Passage | null, place: number | null): void {
    const { text } = unit;
    const labels = labelsIn(text);
    const decided = labels.length === 0 ? labelledDecision(text) : null;
    if (decided !== null) return this.#decide(decided, place);
    const [first] = labels;
    const said = first === undefined ? text : text.part(0, first.index).without(/[ *_–—-]+$/u);
    const contribution = said.isEmpty ? null : this.#contribute(said, lead, lead !== null, place);
    if (!said.isEmpty)
      for (const { action } of referencedIn(said, this.#agents))
        this.#act(action, place, contribution);
    const old = place !== null && earlier.test(this.business.items[place]?.heading ?? "");
    for (const { text: task, number, owner } of labels) {
      if (task.isEmpty) continue;
      if (old && settled.test(task.plain))
        this.#warn(
          "PREVIOUS_ACTION",
          "An action of an earlier meeting is not counted as one of this.",
          task,
        );
      else this.#act(actionOf(task, this.#agents, { number, owner }), place, contribution);
    }
  }

  #listed({ text, line }: Unit, place: number | null): void {
    const labels = labelsIn(text);
    if (/^(?:date of (?:the )?)?next meeting\b/iu.test(text.plain))
      return void this.#contribute(text, null, false, place);
    if (labels.length === 0) {
      const decided = labelledDecision(text);
      if (decided !== null) return this.#decide(decided, place);
      return this.#act(
        actionOf(text, this.#agents, { number: line.number, owner: null }),
        place,
        null,
      );
    }
    for (const { text: task, number, owner } of labels) {
      if (!task.isEmpty)
        this.#act(
          actionOf(task, this.#agents, { number: number ?? line.number, owner }),
          place,
          null,
        );
    }
  }

  /** In a document that labels no action, those that name a known owner and a deed. */
  unlabelled(section: Section): void {
    if (
      section.kind !== "item" ||
      (section.title !== null && earlier.test(section.title.heading.plain))
    )
      return;
    for (const { text } of unitsOf(section.lines)) {
      if (text.end - text.start > longestLine) continue;
      const action = unlabelledAction(text, this.#agents);
      if (action === null) continue;
      this.#act(action, this.#places.get(section) ?? null, null);
      this.#warn(
        "ACTION_WITHOUT_LABEL",
        "Read as an action for its form alone; the document does not call it one.",
        text,
      );
    }
  }

  #contribute(
    text: Passage,
    lead: Passage | null,
    listed: boolean,
    place: number | null,
  ): number | null {
    const item = place === null ? undefined : this.business.items[place];
    const { directory, names } = this.#agents;
    const { contribution, doubts } = contributionOf(text, lead, listed, directory, names);
    for (const { mention, several } of doubts) this.#doubt(mention, several);
    if (item === undefined || place === null) {
      this.business.unplaced.push(contribution);
      return null;
    }
    item.contributions.push(contribution);
    this.#outcome(place, contribution);
    return item.contributions.length - 1;
  }

  #outcome(place: number, { text }: Contribution): void {
    const item = this.business.items[place];
    if (item === undefined) return;
    const other = /\b(?:other|aob|aocb|business)\b/iu.test(item.heading);
    const none = nil.test(text.slice(0, 300)) && (other || text.length < 30);
    const outcome = none ? "nil" : item.outcome === "nil" ? "nil" : "discussed";
    this.business.items[place] = { ...item, outcome };
  }

  #doubt(mention: Passage, several: boolean): void {
    if (this.#doubted.has(mention.plain)) return;
    this.#doubted.add(mention.plain);
    if (several)
      this.#warn(
        "NAME_AMBIGUOUS",
        `"${mention.written}" can mean several people of the list.`,
        mention,
      );
    else this.#warn("SPEAKER_NOT_LISTED", `${mention.written} speaks and is on no list.`, mention);
  }

  /** Papers, agreed minutes and actions told in passing, wherever they are said. */
  #note(text: Passage, place: number | null): void {
    for (const { number, title } of papersIn(text)) this.#paper(number, title, place);
    if (inProse.test(text.plain))
      this.#warn("ACTION_IN_PROSE", "An action is told in passing; it is not read as one.", text);
    if (!/minute|note|record/iu.test(text.plain)) return;
    for (const sentence of sentencesOf(text)) {
      const agreed = agreedMinutesIn(sentence);
      if (agreed !== null && labelledDecision(text) === null) this.#decide(agreed, place);
    }
  }

  #paper(number: Passage, title: Passage | null, place: number | null): void {
    if (this.#papers.has(number.written)) return;
    this.#papers.add(number.written);
    const named = title !== null && !/^papers? /iu.test(title.plain) ? title : null;
    this.business.papers.push({
      number: number.written,
      title: named?.written ?? null,
      item: this.#heading(place),
      span: number.span,
      spans: { title: named?.span ?? null },
    });
  }

  #decide({ text, number, agrees }: FoundDecision, place: number | null): void {
    this.business.decisions.push({
      text: text.written,
      kind: decisionKind(text.plain),
      agrees,
      item: this.#heading(place),
      number: number?.written ?? null,
      span: text.span,
      spans: { number: number?.span ?? null },
    });
  }

  #act(
    { text, owners, number, due, status }: FoundAction,
    place: number | null,
    contribution: number | null,
  ): void {
    if (text.isEmpty || this.#ends.has(text.end)) return;
    this.#ends.add(text.end);
    if (owners.length === 0)
      this.#warn("ACTION_WITHOUT_OWNER", "The action names nobody who is to do it.", text);
    this.business.actions.push({
      text: text.written,
      owners: owners.map((owner) => ownerOf(owner, this.#agents)),
      item: this.#heading(place),
      itemIndex: place,
      contribution,
      number: number?.written ?? null,
      due: due?.written ?? null,
      status: status?.written ?? null,
      span: text.span,
      spans: { number: number?.span ?? null, due: due?.span ?? null, status: status?.span ?? null },
    });
  }

  #heading(place: number | null): string | null {
    return place === null ? null : (this.business.items[place]?.heading ?? null);
  }

  #warn(code: Warning["code"], message: string, { span }: Passage): void {
    this.business.warnings.push({ code, message, span });
  }
}
