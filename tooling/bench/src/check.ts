import { deepStrictEqual } from "node:assert/strict";
import type { Contestant } from "./contestant.ts";
import { ask } from "./load.ts";
import { inputs, type Question, questions, type Stock } from "./questions.ts";
import { comparable, shaped } from "./shape.ts";

/** The request that a contestant is sent. */
export const bodyFor = ({ name }: Contestant, question: Question, variables: object): string =>
  JSON.stringify({
    query: name === "postgraphile" ? question.postgraphile : question.remit,
    variables,
  });

async function answer(
  contestant: Contestant,
  question: Question,
  variables: object,
): Promise<unknown> {
  const text = await ask(contestant, bodyFor(contestant, question, variables));
  const { data, errors }: { data: unknown; errors?: unknown } = JSON.parse(text);
  if (errors !== undefined) throw new Error(`${contestant.name}, ${question.name}: ${text}`);
  return comparable(contestant.name === "postgraphile" ? shaped(data) : data);
}

/**
 * Asks every contestant a sample of every question, and throws where two answers differ. Pages that a viewer sees only
 * partly are asked of those that have rules.
 */
export async function check(contestants: readonly Contestant[], stock: Stock): Promise<number> {
  let answers = 0;
  const rival = contestants.find(({ name }) => name === "postgraphile");
  for (const hand of contestants.filter(({ name }) => name === "hand-written"))
    for (const question of questions) {
      const remit = contestants.find(
        ({ name, viewer }) => name === "remit" && viewer === hand.viewer,
      );
      if (!remit || !rival) throw new Error("A contestant is missing.");
      const { seen, partly } = inputs(question, hand.viewer, stock);
      for (const [variables, others] of [
        ...sample(seen).map((each) => [each, [remit, rival]] as const),
        ...sample(partly).map((each) => [each, [remit]] as const),
      ]) {
        const expected = await answer(hand, question, variables);
        for (const other of others) {
          const where = `${question.name} of ${other.name} for ${JSON.stringify(variables)} (${hand.viewer})`;
          deepStrictEqual(
            { where, data: await answer(other, question, variables) },
            { where, data: expected },
          );
          answers += 1;
        }
      }
    }
  return answers;
}

const sample = <Each>(all: readonly Each[]): Each[] => [
  ...all.slice(0, 5),
  ...all.filter((_, index) => index % 17 === 8),
];
