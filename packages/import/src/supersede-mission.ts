import {
  type Mission,
  MissionFile,
  type MissionPlan,
  type Refiled,
  refileCommitment,
  refileObservation,
  refileTarget,
} from "@remit/commitments";
import { listParts } from "@remit/commitments/store";
import type { Database, Tx } from "@remit/database";
import { type Selectable, sql } from "kysely";
import * as z from "zod";
import { adopt } from "./adopt-mission.ts";
import { partsMade, refileParts } from "./mission-parts.ts";
import type {
  EarlierMission,
  FileStamp,
  KeptThing,
  MissionChange,
  Row,
} from "./earlier-mission.ts";

export async function earlierMission(
  tx: Tx,
  { id, slug }: Pick<Mission, "id" | "slug">,
): Promise<EarlierMission> {
  const members = async <Table extends Member>(table: Table) =>
    rowsOf<Table>(tx, table, sql`mission_id = ${id}`);
  return {
    id,
    ...(await fileOf(tx, slug)),
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
    parts: await listParts(tx, id),
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
async function fileOf(tx: Tx, slug: string): Promise<Pick<EarlierMission, "document" | "file">> {
  const files = await tx
    .selectFrom("documents.document")
    .select(["id", "text"])
    .where("kind", "=", "mission")
    .where("superseded_by", "is", null)
    .execute();
  for (const { id, text } of files) {
    const json: unknown = JSON.parse(text);
    if (Addressed.parse(json).mission.slug === slug)
      return { document: id, file: MissionFile.safeParse(json).data ?? null };
  }
  return { document: null, file: null };
}

/** A mission as what is there with corrections: whatever stays in the file is what it was, with its id and its history. */
export function inherit(
  planned: MissionPlan,
  earlier: EarlierMission,
  { filed, stamp }: { readonly filed: MissionPlan | null; readonly stamp: FileStamp },
): Inherited {
  const again = adopt(planned, earlier);
  const before = filed === null ? null : adopt(filed, earlier);
  const commitments = refile(again.commitments, earlier.commitments, before?.commitments, (...it) =>
    refileCommitment(...it, stamp),
  );
  const targets = refile(again.targets, earlier.targets, before?.targets, (...it) =>
    refileTarget(...it, stamp),
  );
  const observations = refile(
    again.observations,
    earlier.observations,
    before?.observations,
    refileObservation,
  );
  const parts = refileParts(again.parts, earlier.parts, before?.parts ?? null, stamp);
  return {
    plan: {
      ...again,
      commitments: commitments.things,
      targets: targets.things,
      observations: observations.things,
      parts: parts.parts,
    },
    changes: [
      ...commitments.changes.map((change) => ({ type: "Commitment", ...change })),
      ...targets.changes.map((change) => ({ type: "Target", ...change })),
      ...observations.changes.map((change) => ({ type: "Observation", ...change })),
      ...parts.changes,
    ],
  };
}

export interface Inherited {
  readonly plan: MissionPlan;
  readonly changes: readonly MissionChange[];
}

/** Everything of a mission that is new. */
export const madeIn = ({
  commitments,
  targets,
  observations,
  parts,
}: MissionPlan): MissionChange[] => [
  ...commitments.map((after) => made("Commitment", after)),
  ...targets.map((after) => made("Target", after)),
  ...observations.map((after) => made("Observation", after)),
  ...partsMade(parts),
];

const made = (type: string, after: KeptThing) => ({ type, verb: "import", before: null, after });

interface KeptRow<Thing> {
  readonly id: string;
  readonly record: Thing;
}

/** Things as another version of their file has them, and what that changes. */
function refile<Thing extends { readonly id: string }>(
  again: readonly Thing[],
  rows: readonly KeptRow<Thing>[],
  filed: readonly Thing[] | undefined,
  change: (thing: Thing, again: Thing, filed: Thing | null) => Refiled<Thing>,
) {
  const there = new Map(rows.map(({ id, record }) => [id, record]));
  const said = new Map(filed?.map((each) => [each.id, each]));
  const changes: { verb: string; before: Thing | null; after: Thing }[] = [];
  const things = again.map((each) => {
    const before = there.get(each.id);
    if (before === undefined) {
      changes.push({ verb: "import", before: null, after: each });
      return each;
    }
    const { verb, after } = change(before, each, said.get(each.id) ?? null);
    if (verb !== null) changes.push({ verb, before, after });
    return after;
  });
  return { things, changes };
}
