import type { Mission, MissionPlan } from "@remit/commitments";
import type { Database, Tx } from "@remit/database";
import { type Selectable, sql } from "kysely";
import * as z from "zod";
import { commonWords, type Marks, pair, sameWords } from "./pair.ts";

type Row<Table extends keyof Database> = Omit<Selectable<Database[Table]>, "for_public">;

/** What is recorded of a mission when another file comes to take the place of the first. */
export interface EarlierMission {
  readonly id: string;
  /** The file that it was recorded from. */
  readonly document: string | null;
  readonly parties: readonly Row<"commitments.party">[];
  readonly funding: readonly Row<"commitments.funding_envelope">[];
  readonly commitments: readonly Row<"commitments.commitment">[];
  readonly indicators: readonly Row<"commitments.indicator">[];
  readonly targets: readonly Row<"commitments.target">[];
  readonly observations: readonly Omit<Row<"commitments.observation">, "first_day" | "last_day">[];
  readonly links: readonly Row<"commitments.mission_link">[];
}

export async function earlierMission(
  tx: Tx,
  { id, slug }: Pick<Mission, "id" | "slug">,
): Promise<EarlierMission> {
  const members = async <Table extends Member>(table: Table) =>
    rowsOf<Table>(tx, table, sql`mission_id = ${id}`);
  return {
    id,
    document: await fileOf(tx, slug),
    parties: await members("commitments.party"),
    funding: await members("commitments.funding_envelope"),
    commitments: await members("commitments.commitment"),
    indicators: await members("commitments.indicator"),
    targets: await rowsOf<"commitments.target">(
      tx,
      "commitments.target",
      sql`commitment_id in (select id from commitments.commitment where mission_id = ${id})`,
    ),
    observations: (
      await rowsOf<"commitments.observation">(
        tx,
        "commitments.observation",
        sql`indicator_id in (select id from commitments.indicator where mission_id = ${id})`,
      )
    ).map(({ first_day: _first, last_day: _last, ...row }) => row),
    links: await members("commitments.mission_link"),
  };
}

type Member =
  | "commitments.party"
  | "commitments.funding_envelope"
  | "commitments.commitment"
  | "commitments.indicator"
  | "commitments.mission_link";

/** Rows in their order, without what the database fills in by itself. */
async function rowsOf<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  where: ReturnType<typeof sql>,
): Promise<Row<Table>[]> {
  const { rows } = await sql<Selectable<Database[Table]> & { for_public: unknown }>`
    select * from ${sql.table(table)} where ${where} order by position, id`.execute(tx);
  return rows.map(({ for_public: _public, ...row }) => row);
}

/** What files of every format have. */
const Addressed = z.object({ mission: z.object({ slug: z.string() }) });

/** A mission's rows name the publications that they cite; which file brought them is known by the file. */
async function fileOf(tx: Tx, slug: string): Promise<string | null> {
  const files = await tx
    .selectFrom("documents.document")
    .select(["id", "text"])
    .where("kind", "=", "mission")
    .where("superseded_by", "is", null)
    .execute();
  const file = files.find(({ text }) => Addressed.parse(JSON.parse(text)).mission.slug === slug);
  return file?.id ?? null;
}

/** A mission as what is there with corrections: whatever stays in the file is what it was, with its id. */
export function inherit(plan: MissionPlan, earlier: EarlierMission): MissionPlan {
  const ids = new Map([[plan.mission.id, earlier.id]]);
  const kept = (id: string) => ids.get(id) ?? id;
  const know = <Part extends { readonly id: string }>(
    parts: readonly Part[],
    before: readonly Part[],
    marks: Marks<Part>,
  ) => {
    for (const [part, same] of pair(before, parts, marks)) ids.set(part.id, same.id);
  };
  know<Coded>(plan.commitments, earlier.commitments, coded);
  know<Coded>(plan.indicators, earlier.indicators, coded);
  know<Party>(plan.parties.map(partyOf), earlier.parties, ofParty);
  know<Said>(plan.funding, earlier.funding, said);
  know<Said>(plan.targets.map(targetOf(kept)), earlier.targets.map(targetIn), said);
  know<Said>(plan.links.map(linkOf), earlier.links.map(linkOf), said);
  know<Figure>(plan.observations.map(figureOf(kept)), earlier.observations.map(figureIn), figure);
  const mission = earlier.id;
  const part = <Row extends { id: string }>(row: Row) => ({ ...row, id: kept(row.id) });
  const member = <Row extends { id: string }>(row: Row) => ({ ...part(row), mission });
  return {
    mission: { ...plan.mission, id: mission },
    parties: plan.parties.map(member),
    funding: plan.funding.map(member),
    commitments: plan.commitments.map(member),
    indicators: plan.indicators.map(member),
    links: plan.links.map(member),
    targets: plan.targets.map((target) => ({
      ...part(target),
      commitment: kept(target.commitment),
      indicator: target.indicator === null ? null : kept(target.indicator),
    })),
    observations: plan.observations.map((observation) => ({
      ...part(observation),
      indicator: kept(observation.indicator),
    })),
  };
}

interface Coded {
  readonly id: string;
  readonly code: string;
}
const coded: Marks<Coded> = { keys: [({ code }) => code] };

interface Party {
  readonly id: string;
  readonly role: string;
  readonly label: string;
}
const partyOf = ({ id, role, agent }: MissionPlan["parties"][number]): Party => ({
  id,
  role,
  label: agent.label,
});
const ofParty: Marks<Party> = { keys: [({ role, label }) => joined(role, sameWords(label))] };

/** What is known by its words, within what it belongs to. */
interface Said {
  readonly id: string;
  readonly kind: string;
  readonly statement: string;
}
const said: Marks<Said> = {
  keys: [({ kind, statement }) => joined(kind, sameWords(statement))],
  within: ({ kind }) => kind,
  likeness: commonWords(({ statement }) => statement),
};
const targetOf =
  (kept: (id: string) => string) =>
  ({ id, commitment, statement }: MissionPlan["targets"][number]): Said => ({
    id,
    kind: kept(commitment),
    statement,
  });
const targetIn = ({ id, commitment_id, statement }: EarlierMission["targets"][number]): Said => ({
  id,
  kind: commitment_id,
  statement,
});
const linkOf = ({ id, title }: { readonly id: string; readonly title: string }): Said => ({
  id,
  kind: "",
  statement: title,
});

/** A figure of a period; one that replaced another is another. */
interface Figure {
  readonly id: string;
  readonly indicator: string;
  readonly start: string;
  readonly end: string;
  readonly vintage: number;
}
const figureOf =
  (kept: (id: string) => string) =>
  ({ id, indicator, period, vintage }: MissionPlan["observations"][number]): Figure => ({
    id,
    indicator: kept(indicator),
    start: period.start,
    end: period.end,
    vintage,
  });
const figureIn = (row: EarlierMission["observations"][number]): Figure => ({
  id: row.id,
  indicator: row.indicator_id,
  start: row.period_start,
  end: row.period_end,
  vintage: row.vintage,
});
const figure: Marks<Figure> = {
  keys: [({ indicator, start, end, vintage }) => joined(indicator, start, end, vintage)],
};

const joined = (...marks: readonly (string | number | null)[]) => JSON.stringify(marks);
