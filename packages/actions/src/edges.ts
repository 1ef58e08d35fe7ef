import type { Id } from "@remit/kernel";

/** Where an edge of a graph of actions leads: what supersedes an action, or what it depends on. */
export type Edges = (id: Id) => readonly Id[];

/** Whether a graph leads from some of its actions to another. Ends whatever the graph. */
export function reaches(from: readonly Id[], target: Id, edges: Edges): boolean {
  const visited = new Set(from);
  for (const id of visited) for (const next of edges(id)) visited.add(next);
  return visited.has(target);
}
