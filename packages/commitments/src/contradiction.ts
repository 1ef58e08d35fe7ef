import { figureKey } from "./indicator.ts";
import type { MissionFormat } from "./mission-format.ts";
import { isSelfLink } from "./mission.ts";
import { type Contradiction, contradictionsOfParts, sourcesOfParts } from "./part-contradiction.ts";

type Place = (string | number)[];

/** What parts of a mission file say against each other: each part is well formed, and they do not fit together. */
export const contradictions = (file: MissionFormat): Contradiction[] => [
  ...unknownSources(file),
  ...unknownSeries(file),
  ...repeatedCodes("commitments", file.commitments),
  ...(["series", "outcomes", "standards", "recommendations"] as const).flatMap((list) =>
    repeatedCodes(list, file[list]),
  ),
  ...contradictionsOfParts(file),
  ...selfLinks(file),
  ...brokenVintages(file),
];

function unknownSources(file: MissionFormat): Contradiction[] {
  const cited: { path: Place; source: string }[] = [
    { path: ["mission"], source: file.mission.source },
    ...file.funding.map(({ source }, index) => ({ path: ["funding", index], source })),
    ...file.commitments.flatMap(({ source, targets }, index) => [
      { path: ["commitments", index], source },
      ...targets.map(({ source }, at) => ({ path: ["commitments", index, "targets", at], source })),
    ]),
    ...file.series.flatMap(({ observations }, index) =>
      observations.map(({ source }, at) => ({
        path: ["series", index, "observations", at],
        source,
      })),
    ),
    ...file.links.map(({ source }, index) => ({ path: ["links", index], source })),
  ];
  return [
    ...cited.map(({ path, source }) => ({ path: [...path, "source"], source })),
    ...sourcesOfParts(file),
  ]
    .filter(({ source }) => !Object.hasOwn(file.sources, source))
    .map(({ path, source }) => ({
      path,
      message: `"${source}" is not among the sources of this file.`,
    }));
}

function unknownSeries({ commitments, series }: MissionFormat): Contradiction[] {
  const codes = series.map(({ code }) => code);
  const lost = series.flatMap(({ code, successor }, index) =>
    successor === null || (successor !== code && codes.includes(successor))
      ? []
      : {
          path: ["series", index, "successor"],
          message: `"${successor}" is not another series of this file.`,
        },
  );
  return [
    ...lost,
    ...commitments.flatMap(({ targets }, index) =>
      targets.flatMap(({ series }, at) =>
        series === null || codes.includes(series)
          ? []
          : {
              path: ["commitments", index, "targets", at, "series"],
              message: `"${series}" is not among the series of this file.`,
            },
      ),
    ),
  ];
}

function repeatedCodes(list: string, rows: readonly { code: string }[]): Contradiction[] {
  const seen = new Set<string>();
  return rows.flatMap(({ code }, index) => {
    const isNew = !seen.has(code);
    seen.add(code);
    if (isNew) return [];
    return { path: [list, index, "code"], message: `"${code}" is the code of an earlier one.` };
  });
}

const selfLinks = ({ mission, links }: MissionFormat): Contradiction[] =>
  links.flatMap((link, index) =>
    isSelfLink(mission, link)
      ? {
          path: ["links", index, "title"],
          message: "INV-C21: a mission is not linked to itself.",
        }
      : [],
  );

/** INV-C11: of the figures for one period the last one stands, and those before it say that they do not. */
function brokenVintages({ series }: MissionFormat): Contradiction[] {
  return series.flatMap(({ observations }, index) => {
    const last = new Map(observations.map((figure, at) => [figureKey(figure), at]));
    return observations.flatMap((figure, at) => {
      const { status } = figure;
      const replaced = last.get(figureKey(figure)) !== at;
      const path = ["series", index, "observations", at, "status"];
      if (replaced && status !== "superseded" && status !== "withdrawn")
        return {
          path,
          message: `INV-C11: a later figure for the same period follows, so this one is "superseded" or "withdrawn", not "${status}".`,
        };
      if (!replaced && status === "superseded")
        return { path, message: "INV-C11: the figure that supersedes this one is missing." };
      return [];
    });
  });
}
