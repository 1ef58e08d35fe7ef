import type { Category } from "../../reading.ts";
import type { Block, Capacity } from "./attendance.ts";

/** What the text says about the people of a block, as shares of it. */
export interface Evidence {
  /** Named with apologies, or stood in for by a deputy. */
  readonly apologies: number;
  /** Speaking or presenting in the text. */
  readonly speaking: number;
  /** With a directorate, division or unit of the host. */
  readonly official: number;
  /** Whether the document speaks of apologies. */
  readonly apologiesSent: boolean;
}

const order: readonly Category[] = ["member", "guest", "apologies", "official", "secretariat"];

/** The capacity of every block. Lists that lost their heading usually stand in the order of `order`; one that does not is less sure. */
export function capacitiesOf(
  blocks: readonly Block[],
  evidence: (block: Block) => Evidence,
): Capacity[] {
  const listed = blocks.some(({ category }) => category === "apologies");
  const given: Capacity[] = [];
  let rank = 0;
  let apologies = listed;
  for (const [at, block] of blocks.entries()) {
    const found =
      block.category === null
        ? inferred(block, at === 0, evidence(block), apologies)
        : { category: block.category, confidence: null };
    const own = order.indexOf(found.category);
    const late = block.category === null && own < rank;
    rank = Math.max(rank, own);
    apologies ||= found.category === "apologies";
    given.push(
      late && found.confidence !== null
        ? { ...found, confidence: round(found.confidence - 0.2) }
        : found,
    );
  }
  return given;
}

const round = (confidence: number) => Math.round(confidence * 100) / 100;

function inferred(
  block: Block,
  isFirst: boolean,
  evidence: Evidence,
  apologiesKnown: boolean,
): Capacity {
  if (isFirst) return { category: "member", confidence: 0.8 };
  if (evidence.apologies >= 0.5) return { category: "apologies", confidence: 0.95 };
  if (evidence.official > 0.5) return { category: "official", confidence: 0.75 };
  if (block.above !== null) return { category: block.above, confidence: 0.7 };
  if (evidence.apologies > 0) return { category: "apologies", confidence: 0.7 };
  if (evidence.speaking > 0) return { category: "guest", confidence: 0.7 };
  if (evidence.apologiesSent && !apologiesKnown) return { category: "apologies", confidence: 0.6 };
  return { category: "guest", confidence: 0.4 };
}

/** Posts in a directorate, a division or a unit: whom a host sends. */
export const officialRole =
  /\b(?:directorate|division|scottish government|policy(?: team| unit| officer)?|private office|civil service|secretariat|branch|bill team)\b|^(?:sg|policy)\b/iu;
