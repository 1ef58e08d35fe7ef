import { print } from "@0no-co/graphql.web";
import type { TadaDocumentNode } from "gql.tada";

/** What is sent to the graph. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Brings an operation to the graph, as anybody, and comes back with its answer in JSON. */
export type Graph = (asked: Asked) => Promise<string>;

/** Asks one operation, and gives what it answers. */
export type Ask = <Data, Told extends Readonly<Record<string, unknown>>>(
  operation: Operation<Data, Told>,
  told: Told,
) => Promise<Data>;

/** A question that the site asks: always the same text, so that a gateway may know it by heart. */
export interface Operation<Data, Told> {
  readonly name: string;
  readonly text: string;
  readonly types?: (told: Told) => Data;
}

/** What the graph says instead of an answer. */
export class GraphError extends Error {
  /** Whether other words in the address would have had an answer. */
  readonly isAskers: boolean;

  constructor(message: string, isAskers: boolean) {
    super(message);
    this.isAskers = isAskers;
  }
}

/** Makes a question of a document that holds one operation. */
export function operation<Data, Told>(
  document: TadaDocumentNode<Data, Told>,
): Operation<Data, Told> {
  const [first] = document.definitions;
  const name = first !== undefined && "name" in first ? first.name?.value : undefined;
  if (name === undefined) throw new Error("An operation of the site needs a name.");
  return { name, text: print(document) };
}

/** Asks the graph at an address, such as `https://remit.example/graphql`. */
export function graphAt(url: string): Graph {
  return async (asked) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(15_000),
    });
    return response.text();
  };
}

/** Asks a graph, and throws a `GraphError` for what it does not answer. */
export function asking(graph: Graph): Ask {
  return async ({ name, text }, told) => {
    const answer = await graph({ query: text, variables: told, operationName: name });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the graph answers as the types printed from it say
    const { data, errors } = JSON.parse(answer) as Answer<never>;
    const [error] = errors ?? [];
    if (error !== undefined) throw new GraphError(error.message, isAskers(error.extensions?.code));
    if (data == null) throw new GraphError(`The graph gave no answer to ${name}.`, false);
    return data;
  };
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** Codes of what is wrong with the words of an address, and not with the graph or with the site. */
const askers = new Set([
  "BAD_CURSOR",
  "BAD_PAGE",
  "BAD_REQUEST",
  "BAD_TEXT",
  "BAD_USER_INPUT",
  "BAD_VALUE",
]);

const isAskers = (code: string | undefined) => code !== undefined && askers.has(code);
