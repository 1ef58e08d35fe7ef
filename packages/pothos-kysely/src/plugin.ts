import {
  BasePlugin,
  type PothosInterfaceTypeConfig,
  type PothosOutputFieldConfig,
  type PothosUnionTypeConfig,
  type SchemaTypes,
} from "@pothos/core";
import type { GraphQLFieldResolver, GraphQLSchema, GraphQLTypeResolver } from "graphql";
import { refuseWrongSchema } from "./check.ts";
import { refuseAnswer, refuseOperation, rootField } from "./execute.ts";
import { type ComputedModel, fieldModel, model, typeModel } from "./model.ts";
import { Source } from "./run.ts";
import { settingsOf } from "./settings.ts";

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types["Context"], object>;

/** Turns exposed columns into planned fields, and resolvers of planned fields into look-ups by response key. */
export class PothosKyselyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  readonly #source = new Source(settingsOf(this.builder.options.kysely));

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const type = typeModel(this.buildCache.getTypeConfig(config.parentType));
    const column = config.extensions?.["pothosExposedField"];
    if (typeof column !== "string" || !type || type.kind === "connection") return config;
    const planned = model({ kind: "column", column });
    return { ...config, extensions: { ...config.extensions, kysely: planned } };
  }

  override wrapResolve(
    resolve: Resolver<Types>,
    config: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> {
    const planned = fieldModel(config);
    if (!planned) return this.#checked(resolve, config.kind);
    if (planned.kind === "computed") return computed(resolve, planned);
    if (config.kind !== "Query") return byKey;
    return (_root, _args, context, info) => rootField(this.#source, context, info);
  }

  #checked(resolve: Resolver<Types>, kind: string): Resolver<Types> {
    if (kind !== "Mutation" && kind !== "Query") return resolve;
    const refuse = kind === "Query" ? refuseOperation : refuseAnswer;
    return (root, args, context, info) => {
      refuse(this.#source, context, info);
      return resolve(root, args, context, info);
    };
  }

  override wrapResolveType(
    resolveType: GraphQLTypeResolver<unknown, Types["Context"]>,
    _config: PothosInterfaceTypeConfig | PothosUnionTypeConfig,
  ): GraphQLTypeResolver<unknown, Types["Context"]> {
    return (value, context, info, type) => {
      const planned = part(value, "$type");
      return typeof planned === "string" ? planned : resolveType(value, context, info, type);
    };
  }

  // Pothos sorts the schema into a new one afterwards; only `extensions` survives that.
  override afterBuild(schema: GraphQLSchema) {
    refuseWrongSchema(schema);
    return Object.assign(schema, {
      extensions: { ...schema.extensions, kysely: this.#source },
    });
  }
}

function part(parent: unknown, name: string): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- on the hot path; a planned value is parsed JSON
  return (parent as Readonly<Record<string, unknown>> | null)?.[name];
}

/** A planned value stands under its response key. */
const byKey: GraphQLFieldResolver<unknown, object> = (parent, _args, _context, info) =>
  part(parent, String(info.path.key));

const computed =
  <Types extends SchemaTypes>(
    resolve: Resolver<Types>,
    { needs, values, kept = false }: ComputedModel,
  ): Resolver<Types> =>
  (parent, args, context, info) => {
    if (kept && part(parent, "$made") === true) return null;
    const row: Record<string, unknown> = {};
    for (const need of needs) row[need] = part(parent, `$${need}`);
    for (const name of Object.keys(values)) row[name] = part(parent, `$${info.fieldName}.${name}`);
    return resolve(row, args, context, info);
  };
