import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { Expression } from "kysely";
import { type Answer, objectAnswer, rowAnswer } from "./answer.ts";
import { compile } from "./compile.ts";
import type { Cost } from "./cost.ts";
import { validKey } from "./id.ts";
import { rowOf } from "./member.ts";
import type { TableModel } from "./model.ts";
import { type Env, Param, readerOf } from "./param.ts";
import { Planner } from "./planner.ts";
import { refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import { opened, shapeOf } from "./shape.ts";
import {
  type Declared,
  declaredBy,
  openVariables,
  shapeOfVariables,
  valuesOf,
} from "./variables.ts";

/** One request for a statement: an operation, or a row below a field of one. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As graphql-js made them. */
  readonly variables: object;
  readonly viewer: unknown;
  readonly at?: { readonly model: TableModel; readonly nodes: readonly FieldNode[] };
}

/** A statement, ready to run for every request of its shape. */
export interface Plan {
  /** The same in every process, so that it can be prepared under a name made from it. */
  readonly text: string;
  /** The JSON text in the row that the statement gives. */
  readonly json: Answer["json"];
  /** Why the text cannot be the response; undefined where it is. */
  readonly reason: string | undefined;
  readonly cost: Cost;
  readonly readsCursor: boolean;
  readonly values: (env: Env) => unknown[];
}

interface Known {
  readonly declared: Declared;
  readonly plans: Map<string, Plan>;
}

/** Plans kept for one operation: one for each shape of its variables and its viewers. */
const mostPlans = 64;

/** The plans of one schema; an operation's live as long as its document does. */
export class Plans {
  readonly #settings: Settings;
  readonly #known = new WeakMap<object, Known>();
  readonly #numbers = new WeakMap<object, number>();
  #next = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** The plan for a request: made once, and kept for requests of the same shape. */
  for(request: Request, mode: "text" | "rows"): Plan {
    const { declared, plans } = this.#knownOf(request);
    const variables = shapeOfVariables(request.schema, declared, valuesOf(request.variables));
    const key = `${mode}${this.#place(request)}|${variables}|${shapeOf(request.viewer)}`;
    const known = plans.get(key);
    if (known) return known;
    const plan = make(request, declared, this.#settings, mode);
    const oldest = plans.size < mostPlans ? undefined : plans.keys().next().value;
    if (oldest !== undefined) plans.delete(oldest);
    plans.set(key, plan);
    return plan;
  }

  #knownOf({ schema, operation }: Request): Known {
    const known = this.#known.get(operation);
    if (known) return known;
    const made = { declared: declaredBy(schema, operation), plans: new Map<string, Plan>() };
    this.#known.set(operation, made);
    return made;
  }

  // Two places may share their first node and differ in the rest, so all nodes are named.
  #place({ at }: Request): string {
    if (!at) return "";
    return `${at.model.name}${at.nodes.map((node) => this.#numberOf(node)).join()}`;
  }

  #numberOf(node: object): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#numbers.set(node, this.#next);
    return this.#next++;
  }
}

function make(
  request: Request,
  declared: Declared,
  settings: Settings,
  mode: "text" | "rows",
): Plan {
  const { schema, fragments } = request;
  const variables = openVariables(schema, declared, request.variables);
  const viewer = opened(request.viewer, (env) => env.viewer);
  const planner = new Planner({
    document: { schema, fragments, variables },
    settings,
    mode,
    viewer,
  });
  const { columns, json } = request.at
    ? rowAt(planner, request.at)
    : operationOf(planner, request, settings.session(viewer));
  const { sql: text, parameters } = compile(columns);
  const values = readerOf(parameters);
  return {
    text,
    json(row) {
      const written = json(row);
      return written === null ? null : planner.aliases.given(written);
    },
    reason: planner.reason,
    cost: planner.meter.total(),
    readsCursor: planner.cursors.length > 0,
    values(env) {
      for (const cursor of planner.cursors) cursor.read(env);
      return values(env);
    },
  };
}

function operationOf(
  planner: Planner,
  { schema, operation }: Request,
  session: Expression<unknown> | undefined,
): Answer {
  const query = schema.getQueryType();
  if (!query || operation.operation !== "query") {
    throw refusal("UNSUPPORTED", "A field of Query can only be read at the root of a query.");
  }
  return objectAnswer(planner.root(query, operation.selectionSet), session);
}

function rowAt(planner: Planner, { model, nodes }: NonNullable<Request["at"]>): Answer {
  const key = new Param(({ key: given }) => validKey(model, String(given)));
  return rowAnswer(rowOf(planner, model, key, nodes));
}
