import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { GraphQLVariables } from "./variables.ts";

/** Field nodes by response key, in the order of the response. */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Booleans as given, for `@skip` and `@include`. */
  readonly variables: GraphQLVariables;
}

/** The fields that a selection asks of one concrete type: CollectFields of the GraphQL specification. */
export function fieldsOn(
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  document: Document,
): Selection {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();

  const collect = (set: SelectionSetNode | undefined) => {
    for (const node of set?.selections ?? []) {
      if (!isWanted(node, document)) continue;
      if (node.kind === "Field") {
        const key = node.alias?.value ?? node.name.value;
        const same = fields.get(key);
        if (same) same.push(node);
        else fields.set(key, [node]);
        continue;
      }
      if (node.kind === "FragmentSpread") {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment = fragmentOf(node, document);
      if (fragment && applies(fragment.typeCondition?.name.value, type, document.schema)) {
        collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

const fragmentOf = (node: Exclude<SelectionNode, FieldNode>, { fragments }: Document) =>
  node.kind === "FragmentSpread" ? fragments[node.name.value] : node;

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema) {
  const on = condition === undefined ? type : schema.getType(condition);
  return on === type || (isAbstractType(on) && schema.isSubType(on, type));
}

function isWanted(node: SelectionNode, { variables }: Document): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;
}
