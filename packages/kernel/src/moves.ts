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
  const message = `Cannot ${inWords(name)} what is ${state}${instead(moves, name, state)}.`;
  return new Refusal("MOVE_REFUSED", message, { params: { move: name, state, possible } });
}

/** What there is to do in place of a move: nothing where all is so already, what has to be done before, or what else may be. */
function instead(moves: Moves<string>, name: string, state: string): string {
  const move = moves[name];
  if (move !== undefined && targetsOf(move).includes(state)) return `: it is ${state} already`;
  const [first, ...then] = (move && wayTo(moves, state, move.from)) ?? [];
  if (first !== undefined)
    return `: ${[`${inWords(first)} it first`, ...then.map((each) => `then ${inWords(each)} it`)].join(", ")}`;
  const possible = allowedMoves(moves, state).map(inWords);
  return possible.length === 0
    ? ", and nothing more can be done to it"
    : `. Possible: ${possible.join(", ")}`;
}

/** The shortest way from a state to one of several, as the names of moves; null where none leads there. */
function wayTo(moves: Moves<string>, state: string, wanted: readonly string[]): string[] | null {
  const edges = edgesOf(moves);
  const ways = new Map<string, string[]>([[state, []]]);
  // A map visits what is added to it on the way.
  for (const [reached, way] of ways) {
    if (wanted.includes(reached)) return way;
    for (const { name, from, to } of edges)
      if (from === reached && !ways.has(to)) ways.set(to, [...way, name]);
  }
  return null;
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
