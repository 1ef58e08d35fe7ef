import { cellsOf, columnsOf, rowAction } from "./action-table.ts";
import { actionOf, labelsIn, namesOnly, referencedIn, unlabelledAction } from "./action.ts";
import { isLead } from "./contribution.ts";
import { agreedMinutesIn, labelledDecision } from "./decision.ts";
import { longestLine } from "../blocks/lines.ts";
import { type Agents, ownersIn } from "./owner.ts";
import { papersIn } from "./paper.ts";
import { groupOf, type Passage } from "../source/passage.ts";
import { Gathering, type Place } from "./record.ts";
import type { Section } from "../sections/section.ts";
import { sentencesOf, type Unit, unitsOf } from "./sentence.ts";

const actionsLead =
  /^(?:\p{L}+ )?actions?(?: points?| items?)?(?: (?:agreed|arising|noted|taken|were agreed|raised)[^:]{0,40})?[*_]*:$/iu;
const actionsTitle =
  /^(?:summary of |agreed |new |list of )?actions?(?: points?| items?| log)?(?: (?:agreed|arising))?$/iu;
/** The word on a line of its own, over what was decided. */
const decisionAlone = /^(?:DECISIONS?|RESOLVED|RESOLUTIONS?|AGREED)$/u;
const quoted = /-\d{4}-\d{2}(?:-\d{2})?-A\d{1,4}\W*$/iu;
const earlier =
  /\bmatters arising\b|\bactions?\b.{0,40}\b(?:previous|last|log|review|update)\b|\b(?:review|update|previous|last|outstanding|open)\b.{0,40}\bactions?\b/iu;
const carried =
  /\bmatters arising\b|\b(?:previous|last|outstanding|earlier|carried[- ]forward|review of)\b.{0,40}\bactions?\b|\bactions?\b.{0,40}\b(?:previous|last|carried)\b/iu;
const settled =
  /(?:[-–—(,.:]|\bnow|\bis) ?(?:completed?|closed|done|discharged|on-?going|in progress|achieved)[)\].]*$/iu;
const onlyStatus =
  /^(?:completed?|closed|done|discharged|on-?going|in progress|achieved|open|no update)\b.{0,40}$/iu;
const noAction = /^(?:none|nil|n\/a|no(?: new| further)? actions?)\b[^.]{0,30}\.?$/iu;
const inProse =
  /\b(?:an )?actions? (?:point )?(?:was|were) (?:taken|agreed|placed|given|assigned)\b|\btook (?:an|the) action\b/iu;
const nextMeeting = /^(?:date of (?:the )?)?next meeting\b/iu;

/** Reads every section; `agents` are the people and bodies whom the lists name. */
export function businessOf(sections: readonly Section[], agents: Agents): Gathering {
  const found = new Gathering(agents);
  const reader = new BusinessReader(found, agents);
  for (const section of sections) reader.section(section);
  found.forgiveHeadings(sections);
  if (found.actions.length === 0) for (const section of sections) reader.unlabelled(section);
  return found;
}

/** Where the reading of a section stands. */
interface Flow {
  readonly kind: Section["kind"];
  readonly place: Place;
  /** The number that the heading of a single action gives it. */
  readonly number: Passage | null;
  /** "Action 3": one action under it, the rest is text. */
  readonly single: boolean;
  lead: Passage | null;
  /** Whether what comes next is a list of actions, and how far in the point stands that opened it. */
  listing: boolean;
  inset: number;
  deciding: boolean;
  /** How far in the first point of a list of actions stands. */
  indent: number | null;
  columns: ReturnType<typeof columnsOf>;
}

function flowOf({ kind, title, whole }: Section, place: Place): Flow {
  const heading = title?.heading.plain ?? "";
  const single = kind === "actions" && !/actions|points\b|items\b/iu.test(heading);
  return {
    kind,
    place,
    number: single ? (title?.number ?? figureOf(whole)) : null,
    single,
    indent: null,
    lead: null,
    listing: kind === "actions" || actionsTitle.test(heading),
    inset: -1,
    deciding: kind === "decisions",
    columns: null,
  };
}

/** "Action 3." names the number of the action under it. */
function figureOf(heading: Passage | null): Passage | null {
  if (heading === null) return null;
  const pattern = /^actions?(?: points?)? (?<number>\d{1,3}(?:\.\d{1,3})?)\b/diu;
  const found = pattern.exec(heading.plain);
  return found === null ? null : groupOf(heading, found, "number");
}

/** Whether a paragraph tells what happened, and asks nobody for anything. */
const isTold = (text: Passage, agents: Agents): boolean =>
  /\b(?:was|were|has been|have been|had|is being|reported|noted)\b/u.test(text.plain) &&
  ownersIn(text, agents).length === 0;

/** The labels of a text. "AP:" is none where somebody of the lists has these letters. */
const labelsOf = (text: Passage, { directory }: Agents) =>
  labelsIn(text).filter(({ index }) => {
    const letters = /^AP(?=:)/u.exec(text.plain.slice(index))?.[0];
    return letters === undefined || !directory.knows(letters);
  });

/** "~~Ann Bell to paint the gate~~" */
const isStruck = ({ sheet, span }: Passage): boolean =>
  sheet.source.slice(span.start - 2, span.start) === "~~" &&
  sheet.source.slice(span.end, span.end + 2) === "~~";

/** A point of a list of actions, with points of its own under it. */
const isTask = ({ line }: Unit, next: Unit, flow: Flow): boolean =>
  flow.listing &&
  flow.kind === "actions" &&
  line.marker === "bullet" &&
  next.line.indent > line.indent;

class BusinessReader {
  readonly #found: Gathering;
  readonly #agents: Agents;
  readonly #places = new Map<Section, Place>();
  #item: Place = null;

  constructor(found: Gathering, agents: Agents) {
    this.#found = found;
    this.#agents = agents;
  }

  section(section: Section): void {
    if (section.kind === "aside") {
      this.#item = null;
      return;
    }
    const numbered = section.title?.number != null;
    if (section.kind === "item" || numbered) this.#item = this.#found.open(section);
    const place = section.kind === "actions" && section.detached ? null : this.#item;
    this.#places.set(section, place);
    const flow = flowOf(section, place);
    const units = unitsOf(section.lines);
    units.forEach((unit, at) => this.#read(unit, units[at + 1], flow));
  }

  #read(unit: Unit, next: Unit | undefined, flow: Flow): void {
    const { text, line } = unit;
    if (text.end - text.start > longestLine) {
      this.#found.contribute(text, flow.place);
      return;
    }
    if (flow.listing && line.indent <= flow.inset) flow.listing = false;
    this.#note(text, flow.place);
    if (this.#row(text, flow)) return;
    if (actionsLead.test(text.plain) && next !== undefined) {
      flow.listing = true;
      flow.lead = null;
      flow.inset = line.marker === "bullet" ? line.indent : -1;
    } else if (decisionAlone.test(text.plain) && next !== undefined) {
      flow.deciding = true;
      flow.listing = false;
    } else if (isLead(text) && next !== undefined && !isTask(unit, next, flow)) {
      flow.lead = text;
      flow.listing &&= flow.kind === "actions";
    } else this.#say(unit, next, flow);
  }

  #say(unit: Unit, next: Unit | undefined, flow: Flow): void {
    const { text, line } = unit;
    const plain = line.marker === null;
    if (plain && line.gap > 0 && !flow.listing) flow.lead = null;
    if (flow.deciding) this.#found.decide({ text, number: null, agrees: [] }, flow.place);
    else if (flow.listing) this.#listed(unit, flow);
    else this.#told(unit, flow);
    if (plain && (flow.single || flow.kind === "item")) flow.listing = false;
    if (plain || next?.line.marker === null) flow.deciding = false;
  }

  /** A row of a table of actions; true where the text is one. */
  #row(text: Passage, flow: Flow): boolean {
    const cells = cellsOf(text);
    if (cells === null) {
      flow.columns = null;
      return false;
    }
    if (flow.columns === null) {
      flow.columns = columnsOf(cells);
      return flow.columns !== null;
    }
    const action = rowAction(cells, flow.columns, this.#agents);
    // What is quoted by its reference is that action, and its status is told of it.
    const old =
      !quoted.test(action?.number?.plain ?? "") &&
      carried.test(this.#found.headingAt(flow.place) ?? "");
    if (action !== null && old)
      this.#found.warn(
        "PREVIOUS_ACTION",
        "An action of an earlier meeting is not counted as one of this.",
        action.text,
      );
    else if (action !== null) this.#found.act(action, flow.place, null);
    return true;
  }

  /** A paragraph or a point: what is said, the actions in it, or a decision. */
  #told({ text, trails }: Unit, { lead, place }: Flow): void {
    const labels = labelsOf(text, this.#agents);
    const decided = labels.length === 0 ? labelledDecision(text) : null;
    if (decided !== null) return this.#found.decide(decided, place);
    const said = text.part(0, labels[0]?.index).without(/[ *_–—-]+$/u);
    const contribution = said.isEmpty ? null : this.#found.contribute(said, place, lead, trails);
    const old = earlier.test(this.#found.headingAt(place) ?? "");
    for (const action of old ? [] : referencedIn(said, this.#agents))
      this.#found.act(action, place, contribution);
    for (const { text: task, number, owner } of labels) {
      if (noAction.test(task.plain)) continue;
      if (owner === null && !said.isEmpty && namesOnly(task, this.#agents)) {
        const before = sentencesOf(said).at(-1) ?? said;
        const found = actionOf(before, this.#agents, { number, owner: task.without(/[.;]+$/u) });
        this.#found.act(found, place, contribution);
      } else if (onlyStatus.test(task.plain) || (old && settled.test(task.plain))) {
        const message = "An action of an earlier meeting is not counted as one of this.";
        this.#found.warn("PREVIOUS_ACTION", message, task);
      } else this.#found.act(actionOf(task, this.#agents, { number, owner }), place, contribution);
    }
  }

  /** A point of a list of actions, with or without a label of its own. */
  #listed({ text, line }: Unit, flow: Flow): void {
    const { place, number: given } = flow;
    if (nextMeeting.test(text.plain)) {
      this.#found.contribute(text, place);
      return;
    }
    const labels = labelsOf(text, this.#agents);
    const decided = labels.length === 0 ? labelledDecision(text) : null;
    if (decided !== null) return this.#found.decide(decided, place);
    if (isStruck(text)) {
      const message = "An action that is struck out is not counted as one of this meeting.";
      this.#found.warn("PREVIOUS_ACTION", message, text);
      return;
    }
    flow.indent ??= line.indent;
    // What stands under a point of the list tells more of it.
    if (labels.length === 0 && line.marker === "bullet" && line.indent > flow.indent + 1) {
      this.#found.contribute(text, place);
      return;
    }
    // Paragraphs that tell what was said stand in lists of actions too.
    if (labels.length === 0 && line.marker === null && isTold(text, this.#agents))
      return void this.#found.contribute(text, place);
    const tasks = labels.length === 0 ? [{ text, number: null, owner: null }] : labels;
    for (const { text: task, number, owner } of tasks) {
      if (noAction.test(task.plain)) continue;
      const about = { number: number ?? line.number ?? given, owner };
      this.#found.act(actionOf(task, this.#agents, about), place, null);
    }
  }

  /** In a document that labels no action: those that name a known owner and a deed. */
  unlabelled(section: Section): void {
    const heading = section.title?.heading.plain ?? "";
    if (section.kind !== "item" || earlier.test(heading)) return;
    for (const { text } of unitsOf(section.lines)) {
      if (text.end - text.start > longestLine) continue;
      const action = unlabelledAction(text, this.#agents);
      if (action === null) continue;
      this.#found.act(action, this.#places.get(section) ?? null, null);
      const message = "Read as an action for its form alone; the document does not call it one.";
      this.#found.warn("ACTION_WITHOUT_LABEL", message, text);
    }
  }

  /** Papers, agreed minutes and actions told in passing, wherever they are said. */
  #note(text: Passage, place: Place): void {
    for (const { number, title } of papersIn(text)) this.#found.paper(number, title, place);
    if (inProse.test(text.plain)) {
      const message = "An action is told in passing; it is not read as one.";
      this.#found.warn("ACTION_IN_PROSE", message, text);
    }
    if (!/minute|note|record/iu.test(text.plain) || labelledDecision(text) !== null) return;
    for (const sentence of sentencesOf(text)) {
      const agreed = agreedMinutesIn(sentence);
      if (agreed !== null) this.#found.agree(agreed, place);
    }
  }
}
