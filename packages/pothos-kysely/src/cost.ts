import type { Env, Param } from "./param.ts";

/** Rows that a statement may build, known when its page sizes are. */
export type Cost = (env: Env) => number;

/** How many rows a relation may give: fixed, or asked for by the request. */
export type Rows = number | Param<number>;

/** Sums what a selection may cost while it is planned: one for each row, times the rows of its parents. */
export class Meter {
  #parts: Cost[] = [];

  add(rows: Rows): void {
    this.#parts.push(typeof rows === "number" ? () => rows : rows.read);
  }

  /** Plans what is done once for each of `rows` rows. */
  times<T>(rows: Rows, plan: () => T): T {
    const { result, cost } = this.#apart(plan);
    this.#parts.push(
      typeof rows === "number" ? (env) => rows * cost(env) : (env) => rows.read(env) * cost(env),
    );
    return result;
  }

  /** Reads `rows` rows, and plans what is done for each. */
  each<T>(rows: Rows, plan: () => T): T {
    this.add(rows);
    return this.times(rows, plan);
  }

  /** Plans alternatives, of which a row runs one: the dearest counts. */
  oneOf<T>(plans: readonly (() => T)[]): T[] {
    const made = plans.map((plan) => this.#apart(plan));
    this.#parts.push((env) => Math.max(0, ...made.map(({ cost }) => cost(env))));
    return made.map(({ result }) => result);
  }

  total(): Cost {
    const parts = this.#parts;
    return (env) => parts.reduce((sum, part) => sum + part(env), 0);
  }

  #apart<T>(plan: () => T): { result: T; cost: Cost } {
    const outer = this.#parts;
    this.#parts = [];
    try {
      const result = plan();
      return { result, cost: this.total() };
    } finally {
      this.#parts = outer;
    }
  }
}
