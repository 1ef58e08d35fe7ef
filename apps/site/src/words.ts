import { actions } from "./words/actions.ts";
import { meetings } from "./words/meetings.ts";
import { missions } from "./words/missions.ts";

/** The words of each closed set of the graph, and of what there is: a directorate may have its own. */
export const english = {
  ...meetings,
  ...actions,
  ...missions,
  /** What things are called, one and many of them. */
  nouns: {
    action: "Action",
    actions: "Actions",
    commitment: "Commitment",
    commitments: "Commitments",
    group: "Group",
    groups: "Groups",
    meeting: "Meeting",
    meetings: "Meetings",
    mission: "Mission",
    missions: "Missions",
    organisation: "Organisation",
    outcome: "Outcome",
    person: "Person",
    secretariat: "Secretariat",
  },
} as const;

/** All the words that a directorate may replace, by what they are words for. */
export type Words = {
  readonly [Set in keyof typeof english]: Readonly<Record<keyof (typeof english)[Set], string>>;
};

/** Some words, for whoever wants only some others. */
export type SomeWords = { readonly [Set in keyof Words]?: Partial<Words[Set]> };

/** English words, but for those that are given. */
export function wordsWith(own: SomeWords): Words {
  const sets = Object.entries<Readonly<Record<string, string>>>(english).map(([set, words]) => [
    set,
    { ...words, ...Object.entries(own).find(([name]) => name === set)?.[1] },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each set has its own words, some of them replaced
  return Object.fromEntries(sets) as Words;
}
