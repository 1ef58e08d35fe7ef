import { callerBy } from "@remit/access";
import type { Db } from "@remit/database";
import { surroundings } from "@remit/gateway";
import { anybody, type Gateway, viewerOf } from "@remit/graphql";
import { foldSlug, Refusal } from "@remit/kernel";
import { graphql, isEnumType } from "graphql";

interface Cited {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
}
interface Time {
  readonly start: string | null;
  readonly end: string | null;
  readonly label: string | null;
}
type Amount =
  | { readonly is: "ExactQuantity"; readonly value: string; readonly unit: string }
  | { readonly is: "QualitativeQuantity"; readonly text: string };
export interface Figure {
  readonly value: string;
  readonly hedge: "ABOUT" | "AT_LEAST" | "AT_MOST" | "LESS_THAN" | "MORE_THAN" | null;
  readonly interval: {
    readonly low: string;
    readonly high: string;
    readonly level: string | null;
  } | null;
  readonly secondHand: boolean;
  readonly current: boolean;
  readonly publishedOn: string | null;
  readonly period: Time;
  readonly dimensions: readonly unknown[];
  readonly source: Cited;
}
export interface AskedTarget {
  readonly statement: string;
  readonly status: string;
  readonly by: Time;
  readonly baseline: Amount | null;
  readonly required:
    | { readonly is: "ExactQuantity"; readonly value: string; readonly unit: string }
    | { readonly is: "NotComputable"; readonly reason: string };
  readonly progress: {
    readonly met: boolean | null;
    readonly way:
      | { readonly is: "ProgressShare"; readonly share: string; readonly method: string }
      | { readonly is: "NotComputable"; readonly reason: string };
  } | null;
  readonly indicator: {
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly publisher: string;
    readonly observations: readonly Figure[];
  } | null;
  readonly source: Cited;
}
export interface AskedCommitment {
  readonly code: string;
  readonly statement: string;
  readonly status: string;
  readonly period: Time;
  readonly outcomes: readonly { readonly code: string }[];
  readonly assessments: readonly {
    readonly kind: string;
    readonly says: string;
    readonly asAt: string;
    readonly assessor: string | null;
    readonly status: string;
  }[];
  readonly milestones: readonly {
    readonly title: string;
    readonly status: string;
    readonly due: string | null;
    readonly actual: string | null;
  }[];
  readonly targets: readonly AskedTarget[];
  readonly source: Cited;
}
/** What a report tells of, as the graph answers it. */
export interface AskedMission {
  readonly title: string;
  readonly statement: string;
  readonly announcedOn: string | null;
  readonly period: Time;
  readonly source: Cited;
  readonly outcomes: readonly {
    readonly code: string;
    readonly title: string;
    readonly status: string;
  }[];
  readonly commitments: readonly AskedCommitment[];
  readonly funding: readonly {
    readonly statement: string;
    readonly kind: string;
    readonly amount: string;
    readonly currency: string;
    readonly period: Time;
    readonly source: Cited;
  }[];
  readonly recommendations: readonly {
    readonly code: string;
    readonly text: string;
    readonly madeBy: string;
    readonly status: string;
    readonly position: string | null;
    readonly answer: string | null;
    readonly answeredOn: string | null;
    readonly answerDue: string | null;
    readonly source: Cited;
  }[];
  readonly contextFactors: readonly {
    readonly title: string;
    readonly statement: string;
    readonly status: string;
    readonly source: Cited;
  }[];
  readonly links: readonly { readonly title: string; readonly statement: string }[];
}

const time = "{ start end label }";
const cited = "{ title publisher url }";
const query = `query ($slug: String!) { mission(by: { slug: $slug }) {
  title statement announcedOn period ${time} source ${cited}
  outcomes { code title status }
  commitments {
    code statement status period ${time} source ${cited} outcomes { code }
    assessments { kind says asAt assessor status }
    milestones { title status due actual }
    targets {
      statement status by ${time} source ${cited}
      baseline { is: __typename ... on ExactQuantity { value unit } ... on QualitativeQuantity { text } }
      required { is: __typename ... on ExactQuantity { value unit } ... on NotComputable { reason } }
      progress { met way { is: __typename ... on ProgressShare { share method } ... on NotComputable { reason } } }
      indicator { code title unit publisher observations {
        value hedge interval { low high level } secondHand current publishedOn period ${time} dimensions { dimension } source ${cited} } }
    }
  }
  funding { statement kind amount currency period ${time} source ${cited} }
  recommendations { code text madeBy status position answer answeredOn answerDue source ${cited} }
  contextFactors { title statement status source ${cited} }
  links { title statement }
} }`;

/** What a word of the graph's closed sets means, in the words of the graph. */
export type Meaning = (type: string, value: string) => string;

/** Asks the graph of a mission, as anybody or as a token that is named. */
export async function askMission(
  db: Db,
  gateway: Gateway,
  slug: string,
  as?: string,
): Promise<{ readonly mission: AskedMission; readonly meaning: Meaning }> {
  const schema = gateway.schema();
  const caller = as === undefined ? anybody : await callerBy(db, { name: as }, surroundings.now());
  const context = {
    ...surroundings,
    db,
    caller,
    viewer: viewerOf(caller),
    requestId: "report",
    key: null,
  };
  const { data, errors } = await graphql({
    schema,
    source: query,
    variableValues: { slug: foldSlug(slug) },
    contextValue: context,
  });
  if (errors !== undefined) throw errors[0];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer has what the query asks for
  const mission = data?.["mission"] as AskedMission | null;
  if (mission === null)
    throw new Refusal("NOT_FOUND", `There is no mission ${slug} that you may see.`);
  const meaning: Meaning = (type, value) => {
    const set = schema.getType(type);
    const found = isEnumType(set) ? set.getValue(value)?.description : undefined;
    return found ?? value;
  };
  return { mission, meaning };
}
