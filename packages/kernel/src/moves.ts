import { Refusal } from "./refusal.ts";

/** From which states a move leads, and where: to a state, to one of several as the facts decide, or nowhere else. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State | readonly State[] | "same";
}

/** A lifecycle as data: its moves by name. Guard, documentation and tests all read it. */
export type Moves<State extends string> = Readonly<Record<string, Move<State>>>;

/** The names of the moves that lead out of a state, or are made within it. */
export function allowedMoves<Table extends Moves<string>>(
  moves: Table,
  state: string,
): (keyof Table & string)[] {
  return moveNames(moves).filter((name) => moves[name]?.from.includes(state));
}

/** The names of all moves, in the order of the table. */
export const moveNames = <Table extends Moves<string>>(moves: Table): (keyof Table & string)[] =>
  Object.keys(moves);

/** Why a move cannot be made in a state, as a refusal with the code `MOVE_REFUSED`; null where it can. */
export function moveRefusal(moves: Moves<string>, name: string, state: string): Refusal | null {
  if (moves[name]?.from.includes(state) === true) return null;
  const possible = allowedMoves(moves, state);
  const instead = possible.length === 0 ? "nothing more" : possible.map(inWords).join(", ");
  const message = `Cannot ${inWords(name)} what is ${state}. Possible: ${instead}.`;
  return new Refusal("MOVE_REFUSED", message, { params: { move: name, state, possible } });
}

const inWords = (name: string) => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

/** Throws what `moveRefusal` finds. */
export function assertMove(moves: Moves<string>, name: string, state: string): void {
  const refusal = moveRefusal(moves, name, state);
  if (refusal !== null) throw refusal;
}

/** The states of a lifecycle that no moves reach from where it starts. */
export function unreachable(moves: Moves<string>, start: string): string[] {
  const edges = edgesOf(moves);
  const reached = new Set([start]);
  // A set visits what is added to it on the way.
  for (const state of reached) {
    for (const { from, to } of edges) if (from === state) reached.add(to);
  }
  return statesOf(moves).filter((state) => !reached.has(state));
}

/** A lifecycle as a Mermaid state diagram. Moves that stay within a state are left out. */
export function diagramOf(moves: Moves<string>, start: string): string {
  const edges = edgesOf(moves);
  const states = statesOf(moves);
  const arrows = Map.groupBy(edges, ({ from, to }) => `${idOf(from)} --> ${idOf(to)}`);
  const final = states.filter((state) => edges.every(({ from }) => from !== state));
  return [
    "stateDiagram-v2",
    ...states.filter((state) => idOf(state) !== state).map(alias),
    `[*] --> ${idOf(start)}`,
    ...[...arrows].map(([arrow, same]) => `${arrow}: ${same.map(({ name }) => name).join(", ")}`),
    ...final.map((state) => `${idOf(state)} --> [*]`),
  ].join("\n  ");
}

// Mermaid reads a hyphen as the beginning of an arrow.
const idOf = (state: string) => state.replaceAll("-", "_");
const alias = (state: string) => `state "${state}" as ${idOf(state)}`;

interface Edge {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const edgesOf = (moves: Moves<string>): Edge[] =>
  Object.entries(moves).flatMap(([name, move]) =>
    move.from.flatMap((from) => targetsOf(move).map((to) => ({ name, from, to }))),
  );

const targetsOf = ({ to }: Move<string>): readonly string[] => {
  if (to === "same") return [];
  return typeof to === "string" ? [to] : to;
};

const statesOf = (moves: Moves<string>): string[] => [
  ...new Set(Object.values(moves).flatMap((move) => [...move.from, ...targetsOf(move)])),
];
