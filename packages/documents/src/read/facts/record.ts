import type {
  Action,
  Agreement,
  Contribution,
  Decision,
  Item,
  Paper,
  Warning,
} from "../../reading.ts";
import type { FoundAction } from "./action.ts";
import { contributionOf } from "./contribution.ts";
import { decisionKind, type FoundDecision } from "./decision.ts";
import { type Agents, ownerOf } from "./owner.ts";
import { papersIn } from "./paper.ts";
import type { Passage } from "../source/passage.ts";
import type { Section } from "../sections/section.ts";

/** Index of an item, null where text belongs to none. */
export type Place = number | null;

const nil =
  /\b(?:there (?:was|were) (?:none|nothing|no (?:other|further) (?:competent )?business)|no other (?:competent )?business|no (?:further )?items? (?:were|was) raised)\b|^(?:none|nil|nothing)(?: (?:raised|received|noted))?\.?$/iu;
const otherBusiness = /\b(?:other|aob|aocb|business)\b/iu;

/** The business of a meeting as it is gathered, each fact once. */
export class Gathering {
  readonly items: Item[] = [];
  readonly unplaced: Contribution[] = [];
  readonly actions: Action[] = [];
  readonly decisions: Decision[] = [];
  readonly agreements: Agreement[] = [];
  readonly papers: Paper[] = [];
  readonly warnings: Warning[] = [];
  readonly #agents: Agents;
  readonly #papers = new Set<string>();
  readonly #doubted = new Set<string>();
  /** Actions by number and text: a list at the end repeats those above. */
  readonly #actions = new Set<string>();

  constructor(agents: Agents) {
    this.#agents = agents;
  }

  /** Opens the item of a section and gives its place, or null where its heading is lost. */
  open({ title, level, lines, whole }: Section): Place {
    if (title === null) {
      const message =
        "The business starts without a heading; what stands there belongs to no item.";
      const span = lines[0]?.content.span ?? null;
      this.warnings.push({ code: "ITEM_HEADING_LOST", message, span });
      return null;
    }
    const { heading, number } = title;
    this.items.push({
      heading: heading.written,
      number: number?.written ?? null,
      level,
      outcome: "not-stated",
      contributions: [],
      span: heading.span,
      spans: { number: number?.span ?? null },
    });
    const place = this.items.length - 1;
    for (const paper of papersIn(whole ?? heading)) this.paper(paper.number, heading, place);
    return place;
  }

  /** A few lines before the first of many headings that are marked are an opening, and lost none. */
  forgiveHeadings(sections: readonly Section[]): void {
    const total = sections.reduce((sum, { lines }) => sum + lines.length, 0);
    const lost = sections.find(({ title }) => title === null)?.lines.length ?? 0;
    const marked = sections.every(({ title, depth }) => title === null || depth > 0);
    if (!marked || this.items.length < 2 || lost * 4 > total) return;
    const at = this.warnings.findIndex(({ code }) => code === "ITEM_HEADING_LOST");
    if (at >= 0) this.warnings.splice(at, 1);
  }

  headingAt(place: Place): string | null {
    return place === null ? null : (this.items[place]?.heading ?? null);
  }

  /** Adds what was said and gives its index in the item, null where it belongs to none. */
  contribute(
    text: Passage,
    place: Place,
    lead: Passage | null = null,
    trails = false,
  ): number | null {
    const { directory, names } = this.#agents;
    const item = place === null ? undefined : this.items[place];
    const before = (item?.contributions ?? this.unplaced).at(-1) ?? null;
    const setting = { lead, before, trails };
    const { contribution, doubts } = contributionOf(text, setting, directory, names);
    for (const { mention, several } of doubts) this.#doubt(mention, several);
    if (item === undefined || place === null) {
      this.unplaced.push(contribution);
      return null;
    }
    item.contributions.push(contribution);
    const none = nil.test(text.plain.slice(0, 300));
    const isNil = none && (otherBusiness.test(item.heading) || text.plain.length < 30);
    if (isNil) this.items[place] = { ...item, outcome: "nil" };
    else if (item.outcome === "not-stated") this.items[place] = { ...item, outcome: "discussed" };
    return item.contributions.length - 1;
  }

  paper(number: Passage, title: Passage | null, place: Place): void {
    if (this.#papers.has(number.written)) return;
    this.#papers.add(number.written);
    const named = title !== null && !/^papers? /iu.test(title.plain) ? title : null;
    this.papers.push({
      number: number.written,
      title: named?.written ?? null,
      item: this.headingAt(place),
      span: number.span,
      spans: { title: named?.span ?? null },
    });
  }

  decide({ text, number, agrees }: FoundDecision, place: Place): void {
    this.decisions.push({
      text: text.written,
      kind: decisionKind(text.plain),
      agrees,
      item: this.headingAt(place),
      number: number?.written ?? null,
      span: text.span,
      spans: { number: number?.span ?? null },
    });
  }

  /** Minutes agreed are no decision of this meeting, but for the actions agreed along with them: those bind people. */
  agree(found: FoundDecision, place: Place): void {
    const { text, agrees } = found;
    const item = this.headingAt(place);
    this.agreements.push({ text: text.written, agrees, item, span: text.span });
    if (agrees.includes("previous-actions")) this.decide(found, place);
  }

  act(found: FoundAction, place: Place, contribution: number | null): void {
    const { text, owners, number, due, status } = found;
    const key = number === null ? `at ${text.end}` : `${number.plain} ${text.plain}`;
    if (text.isEmpty || this.#actions.has(key)) return;
    this.#actions.add(key);
    if (owners.length === 0) {
      this.warn("ACTION_WITHOUT_OWNER", "The action names nobody who is to do it.", text);
    }
    this.actions.push({
      text: text.written,
      owners: owners.map((owner) => ownerOf(owner, this.#agents)),
      item: this.headingAt(place),
      itemIndex: place,
      contribution,
      number: number?.written ?? null,
      due: due?.written ?? null,
      dueOn: null,
      status: status?.written ?? null,
      span: text.span,
      spans: {
        number: number?.span ?? null,
        due: due?.span ?? null,
        status: status?.span ?? null,
      },
    });
  }

  warn(code: Warning["code"], message: string, { span }: Passage): void {
    this.warnings.push({ code, message, span });
  }

  #doubt(mention: Passage, several: boolean): void {
    if (this.#doubted.has(mention.plain)) return;
    this.#doubted.add(mention.plain);
    const { written } = mention;
    if (several) this.warn("NAME_AMBIGUOUS", `"${written}" can mean several people.`, mention);
    else this.warn("SPEAKER_NOT_LISTED", `${written} speaks and is on no list.`, mention);
  }
}
