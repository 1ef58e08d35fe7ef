import { parseWithin } from "@remit/graphql";
import { type DocumentNode, type GraphQLError, type GraphQLSchema, validate } from "graphql";
import { LRUCache } from "lru-cache";

/** An operation that was parsed and held against the schema, once for all the requests that bring it. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

/** The operations of late, by their text. A plan belongs to a document, so this is what makes plans last. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #byText = new LRUCache<string, Prepared>({ max: 1_000 });
  readonly #errors = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Throws a GraphQLError for a text that cannot be parsed or is too large. */
  prepare(text: string): Prepared {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const document = parseWithin(text);
    const prepared = { document, errors: this.errorsOf(document) };
    this.#byText.set(text, prepared);
    return prepared;
  }

  /** What is wrong with a document, without a word of what the schema has instead. */
  errorsOf(document: DocumentNode): readonly GraphQLError[] {
    const known = this.#errors.get(document);
    if (known !== undefined) return known;
    const options = { maxErrors: 10, hideSuggestions: true };
    const errors = validate(this.#schema, document, undefined, options);
    this.#errors.set(document, errors);
    return errors;
  }
}
