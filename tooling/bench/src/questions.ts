import { readdirSync, readFileSync } from "node:fs";
import type { Viewer } from "./contestant.ts";
import { ownGroups } from "./people.ts";

const folder = new URL("../questions/", import.meta.url);

/** One page of a frontend, as each contestant is asked for it. */
export interface Question {
  /** Such as `1-group-page`: a folder of `questions`. */
  readonly name: string;
  readonly remit: string;
  readonly postgraphile: string;
  readonly hand: string;
}

/** The questions in their order. */
export const questions: readonly Question[] = readdirSync(folder)
  .toSorted()
  .map((name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), "utf8");
    return {
      name,
      remit: read("remit.graphql"),
      postgraphile: read("postgraphile.graphql"),
      hand: read("hand.sql"),
    };
  });

/** What the data holds that can be asked for. */
export interface Stock {
  readonly groups: number;
  readonly missions: number;
  /** Two words that stand together, and who may see every text that has them. */
  readonly phrases: readonly { readonly class: string; readonly words: string }[];
}

/** Variables for a question: `seen` of pages that the viewer may see whole, `partly` of pages with hidden rows. */
export function inputs(
  { name }: Question,
  viewer: Viewer,
  stock: Stock,
): Record<"seen" | "partly", Record<string, string>[]> {
  const groups = numbers(stock.groups);
  const own = viewer === "member" ? ownGroups : [];
  const seen = [
    ...own,
    ...some(
      groups.filter((group) => group % 10 < 6),
      150,
    ),
  ];
  const partly = some(
    groups.filter((group) => group % 10 > 5),
    20,
  );
  if (name.startsWith("1") || name.startsWith("3"))
    return { seen: seen.map(groupPage), partly: partly.map(groupPage) };
  if (name.startsWith("2")) {
    const meetings = (each: readonly number[]) =>
      each.flatMap((group) =>
        [5, 11, 18, 24, 31, 38].map((ordinal) => meetingPage(group, ordinal)),
      );
    return { seen: meetings(seen), partly: meetings(partly) };
  }
  if (name.startsWith("4")) {
    const missions = numbers(stock.missions);
    const open = some(
      missions.filter((mission) => mission % 10 > 0),
      36,
    );
    const mixed = missions.filter((mission) => mission % 10 === 0).slice(0, 4);
    return { seen: open.map(missionPage), partly: mixed.map(missionPage) };
  }
  const found = (classes: readonly string[]) =>
    stock.phrases
      .filter((each) => classes.includes(each.class))
      .map(({ words: text }) => ({ text }));
  return {
    seen: found(viewer === "member" ? ["open", "own"] : ["open"]),
    partly: found(["mixed", "closed", "own"]),
  };
}

const groupPage = (group: number) => ({ slug: `group-${group}` });
const meetingPage = (group: number, ordinal: number) => ({ slug: `group-${group}-${ordinal}` });
const missionPage = (mission: number) => ({ slug: `mission-${mission}` });

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

/** At most so many, from all over. */
const some = (all: readonly number[], most: number) => {
  const step = Math.max(1, all.length / most);
  return numbers(Math.min(most, all.length)).map((n) => all[Math.floor((n - 1) * step)] ?? 1);
};
