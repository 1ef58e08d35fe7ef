import { Refusal } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import { type GraphQLSchema, isEnumType } from "graphql";
import type { Builder } from "./builder.ts";
import { nameless } from "./names.ts";

/** What words are called in other languages: by the language, such as `gd`, the vocabulary, such as `ActionStatus`, and the word as it is kept. */
export type Labels = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

interface Row {
  notation: string;
  vocabulary: string;
}
interface Word {
  readonly name: string;
  readonly notation: string;
  readonly means: string;
  readonly label: string;
}

/** Vocabularies to which a directorate adds words of its own, and which therefore are no enums. */
const open: ReadonlySet<string> = new Set(["ActionKind", "GroupKind"]);

/** A notation as English writes it, where nobody has said what it is called: `site-visit` is "Site visit". */
const inEnglish = (notation: string) =>
  `${notation.charAt(0).toUpperCase()}${notation.slice(1).replaceAll("-", " ")}`;

/** The type of words of open vocabularies, and what words of closed ones are called. */
export function defineConcepts(builder: Builder, labels: Labels) {
  const Concept = builder.embedded<Row>("Concept", {
    description: "A word of a vocabulary to which a directorate adds words of its own.",
  });
  builder.objectFields(Concept, (t) => ({
    notation: t.expression("String", ({ notation }) => notation, {
      notNull: true,
      description: "The word as it is kept and filtered by, such as information-request.",
    }),
    label: t.expression(
      "String",
      ({ notation, vocabulary }, { language }) => {
        const english = sql<string>`upper(left(${notation}, 1)) || replace(substr(${notation}, 2), '-', ' ')`;
        const told = sql`${sql.lit(JSON.stringify(labels))}::jsonb`;
        const key = language ? sql`${language}` : sql.lit("en");
        return sql<string>`coalesce(${told} #>> array[${key}, ${vocabulary}, ${notation}], ${english})`;
      },
      {
        notNull: true,
        args: {
          language: t.arg.string({
            description: "The language of the label, such as gd; English if left out.",
          }),
        },
        description:
          "What the word is called; in English where the directorate has no label in the language.",
      },
    ),
  }));
  const VocabularyWord = builder.objectRef<Word>("VocabularyWord").implement({
    description: "A word of an enum of the graph, with what it is called in a language.",
    fields: (t) => ({
      name: t.exposeString("name", {
        description: "The value of the enum, such as IN_PROGRESS.",
        extensions: nameless("word"),
      }),
      label: t.exposeString("label", {
        description: "What the word is called; in English where no label is known.",
        extensions: nameless("word"),
      }),
      means: t.exposeString("means", {
        description: "The meaning of the word in English, as a sentence.",
        extensions: nameless("word"),
      }),
    }),
  });
  builder.queryField("vocabulary", (t) =>
    t.field({
      type: [VocabularyWord],
      nullable: true,
      description: "The words of one enum in a language; null where the graph has no such enum.",
      args: {
        name: t.arg.string({
          required: true,
          description: "The name of the enum, such as ActionStatus.",
        }),
        language: t.arg.string({
          description: "The language of the labels, such as gd; English if left out.",
        }),
      },
      resolve: (_, { name, language }, _context, { schema }) =>
        wordsIn(schema, name)?.map((word) => ({
          ...word,
          label: labels[language ?? "en"]?.[name]?.[word.notation] ?? inEnglish(word.notation),
        })) ?? null,
    }),
  );
  return { Concept };
}

function wordsIn(schema: GraphQLSchema, vocabulary: string): Omit<Word, "label">[] | null {
  const type = schema.getType(vocabulary);
  if (!isEnumType(type)) return null;
  return type.getValues().map(({ name, value, description }) => ({
    name,
    notation: String(value),
    means: description ?? "",
  }));
}

/** What a row of `Concept` is made of: the word, and the vocabulary that it is of. */
export const conceptOf = (vocabulary: string, notation: Expression<string | null>) => ({
  notation: sql<string>`${notation}`,
  vocabulary: sql<string>`${sql.lit(vocabulary)}::text`,
});

/** Refuses with `GOVERNANCE` labels of what the graph does not have, by the name of their key. */
export function assertLabels(schema: GraphQLSchema, labels: Labels): void {
  const wrong = Object.entries(labels).flatMap(([language, vocabularies]) =>
    Object.entries(vocabularies).flatMap(([vocabulary, words]) => {
      const at = `governance.labels.${language}.${vocabulary}`;
      if (open.has(vocabulary)) return [];
      const known = wordsIn(schema, vocabulary)?.map(({ notation }) => notation);
      if (known === undefined) return [`${at}: The graph has no vocabulary of this name.`];
      const other = Object.keys(words).filter((word) => !known.includes(word));
      return other.map((word) => `${at}.${word}: Give one of the words ${known.join(", ")}.`);
    }),
  );
  if (wrong.length > 0) throw new Refusal("GOVERNANCE", wrong.join(" "));
}
