import { lockActions } from "@remit/actions/store";
import { lockNames, type Tx } from "@remit/database";
import { Basis, Refusal } from "@remit/kernel";
import * as z from "zod";
import { insertActionCommitments } from "@remit/links/store";
import { type Incoming, type Intake, supersedeWith, type Take } from "./incoming.ts";

const text = z.string().trim().min(1);

const Contribution = z.strictObject({
  action: text,
  commitment: text,
  /** The slug of the mission, for a commitment whose code another mission has too. */
  mission: text.optional(),
  basis: Basis,
  reason: text,
});
type Contribution = Readonly<z.infer<typeof Contribution>>;

/** Which action contributes to which commitment, and why somebody says so. */
export const LinksFile = z.strictObject({ contributions: z.array(Contribution).min(1) });

/** A contribution with the ids of its two sides. */
interface Link extends Contribution {
  readonly actionId: string;
  readonly commitmentId: string;
}

/** Understands a file of links. It is refused whole where a side of one is not recorded, or where one is there and not to be superseded. */
export function takeLinks(incoming: Incoming, json: unknown): Take {
  const read = LinksFile.safeParse(json);
  if (!read.success) throw new Refusal("LINKS_FILE_INVALID", z.prettifyError(read.error));
  return (tx) => take(tx, read.data.contributions, incoming);
}

async function take(
  tx: Tx,
  contributions: readonly Contribution[],
  incoming: Incoming,
): Promise<Intake> {
  await lockNames(
    tx,
    "remit links",
    contributions.map(({ action }) => action),
  );
  const links = await resolved(tx, contributions);
  const pairs = links.map(nameOf);
  const twice = pairs.filter((pair, index) => pairs.indexOf(pair) !== index);
  if (twice.length > 0) throw new Refusal("LINK_TWICE", `Linked twice: ${listed(twice)}.`);
  const before = await recorded(tx, links);
  if (before.length > 0 && !incoming.told.supersede) {
    throw new Refusal(
      "LINK_RECORDED",
      `Linked already: ${listed(before.map(nameOf))}. To put these reasons in the place of those: ${supersedeWith(incoming)}`,
    );
  }
  const rows = links.map(({ actionId, commitmentId, basis, reason }) => ({
    id: incoming.newId(),
    action_id: actionId,
    commitment_id: commitmentId,
    basis,
    reason,
    document_id: incoming.document,
  }));
  return {
    kind: "links",
    title: incoming.name,
    officialRecord: null,
    access: null,
    created: { link: rows.length },
    matched: [],
    findings: [],
    // A link takes another's place, not a file another file's.
    supersedes: null,
    write: async () => {
      // First the actions, as verbs do: a link that is written looks at its action.
      await lockActions(
        tx,
        links.map(({ actionId }) => actionId),
      );
      for (const { actionId, commitmentId } of before) {
        await tx
          .deleteFrom("gateway.action_commitment")
          .where("action_id", "=", actionId)
          .where("commitment_id", "=", commitmentId)
          .execute();
      }
      await insertActionCommitments(tx, rows);
    },
  };
}

async function resolved(tx: Tx, contributions: readonly Contribution[]): Promise<Link[]> {
  const actions = await tx
    .selectFrom("actions.action")
    .select(["id", "reference"])
    .where(
      "reference",
      "in",
      contributions.map(({ action }) => action),
    )
    .execute();
  const commitments = await tx
    .selectFrom("commitments.commitment as c")
    .innerJoin("commitments.mission as m", "m.id", "c.mission_id")
    .select(["c.id", "c.code", "m.slug as mission"])
    .where(
      "c.code",
      "in",
      contributions.map(({ commitment }) => commitment),
    )
    .execute();
  const missing: string[] = [];
  const links = contributions.map((contribution): Link => {
    const { commitment: code, mission } = contribution;
    const action = actions.find(({ reference }) => reference === contribution.action);
    const [commitment, other] = commitments.filter(
      (found) => found.code === code && (mission === undefined || found.mission === mission),
    );
    if (action === undefined) missing.push(`action ${contribution.action}`);
    if (commitment === undefined) missing.push(`commitment ${code}`);
    if (other !== undefined) throw ambiguous(code, [commitment?.mission, other.mission]);
    return { ...contribution, actionId: action?.id ?? "", commitmentId: commitment?.id ?? "" };
  });
  if (missing.length > 0) {
    const message = `Not recorded: ${listed([...new Set(missing)])}. Import the minutes and the mission first.`;
    throw new Refusal("LINK_DANGLING", message);
  }
  return links;
}

const ambiguous = (code: string, missions: readonly (string | undefined)[]) =>
  new Refusal(
    "LINK_AMBIGUOUS",
    `More than one mission has a commitment ${code}. Say which one: "mission": "${missions.join('" or "')}"`,
  );

/** Those of the links that are there already. */
async function recorded(tx: Tx, links: readonly Link[]): Promise<Link[]> {
  const rows = await tx
    .selectFrom("gateway.action_commitment")
    .select(["action_id", "commitment_id"])
    .where(
      "action_id",
      "in",
      links.map(({ actionId }) => actionId),
    )
    .execute();
  return links.filter(({ actionId, commitmentId }) =>
    rows.some((row) => row.action_id === actionId && row.commitment_id === commitmentId),
  );
}

const nameOf = ({ action, commitment, mission }: Link) =>
  `${action} with ${[mission, commitment].filter(Boolean).join(" ")}`;

const listed = (names: readonly string[]) => names.join(", ");
