import { insertToken, listTokens, revokeToken, type Token } from "@remit/access";
import { surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { listGroups, listPersons } from "@remit/groups/store";
import { addDays, Day, foldSlug, GroupRole, Refusal } from "@remit/kernel";
import type { Db } from "@remit/database";
import { printed, withDatabase } from "./database.ts";

interface Options {
  readonly role?: readonly string[];
  readonly official?: boolean;
  readonly administrator?: boolean;
  readonly person?: string;
  readonly expires?: string;
}

/** Makes a token and shows its secret, once. */
export const createCommand = (gateway: Gateway, name: string, options: Options): Promise<void> =>
  withDatabase(gateway, async (db) => {
    const token = await tokenOf(db, name, options);
    const secret = surroundings.newSecret();
    await db.transaction().execute((tx) => insertToken(tx, token, secret));
    process.stderr.write(`The token "${name}". It is shown this once:\n`);
    process.stdout.write(`${secret}\n`);
  });

export const listCommand = (gateway: Gateway, { json }: { json?: boolean }): Promise<void> =>
  withDatabase(gateway, async (db) => {
    await printed(json, await listTokens(db), line);
  });

export const revokeCommand = (gateway: Gateway, name: string): Promise<void> =>
  withDatabase(gateway, async (db) => {
    await revokeToken(db, name, surroundings.now());
    process.stderr.write(`The token "${name}" is revoked.\n`);
  });

async function tokenOf(db: Db, name: string, options: Options): Promise<Token> {
  const { role = [], official = false, administrator = false, person, expires } = options;
  const groups = await listGroups(db);
  const roles = role.map((text) => {
    const [slug, word] = text.split("=");
    const group = groups.find((each) => each.slug === slug);
    const parsed = GroupRole.safeParse(word);
    if (group !== undefined && parsed.success) return { group: group.id, role: parsed.data };
    const words = GroupRole.options.join(", ");
    throw new Refusal(
      "ROLE_UNKNOWN",
      `${text} is no role: write GROUP=ROLE, with the slug of a group and one of ${words}.`,
    );
  });
  return {
    id: surroundings.newId(),
    name,
    person: person === undefined ? null : await personCalled(db, person),
    roles,
    official,
    administrator,
    createdAt: surroundings.now().toISOString(),
    expiresAt: expires === undefined ? null : endOf(expires),
    revokedAt: null,
  };
}

async function personCalled(db: Db, slug: string): Promise<string> {
  const person = (await listPersons(db)).find((each) => each.slug === foldSlug(slug));
  if (person === undefined) throw new Refusal("NOT_FOUND", `There is no person ${slug}.`);
  return person.id;
}

/** The end of a day, in UTC. */
function endOf(day: string): string {
  if (!Day.safeParse(day).success)
    throw new Refusal("DAY_UNKNOWN", `${day} is no day: write it as 2026-12-31.`);
  return `${addDays(day, 1)}T00:00:00.000Z`;
}

function line({ name, roles, official, administrator, expiresAt, revokedAt }: Token): string {
  const may = [
    ...roles.map(({ role }) => role),
    ...(official ? ["official"] : []),
    ...(administrator ? ["administrator"] : []),
  ];
  const until = revokedAt === null ? (expiresAt ?? "no end") : `revoked ${revokedAt}`;
  return `${name}: ${may.join(", ") || "reads what is public"}; ${until}`;
}
