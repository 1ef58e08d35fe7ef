import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const own = (name: string, ...entries: string[]) =>
  entries.map((entry) => `@remit/${name}${entry}`);

/** Who may import whom. A package's own files among themselves, and Node's modules, are always allowed but for the rooms below. */
const packages: Record<string, string[]> = {
  kernel: ["zod"],
  database: ["@remit/kernel", "kysely", "kysely/migration", "pg", "@electric-sql/pglite"],
  "pothos-kysely": ["@pothos/core", "graphql", "kysely"],
  graphql: [
    "@remit/kernel",
    "@remit/database",
    "@remit/pothos-kysely",
    "graphql",
    "kysely",
    "@pothos/*",
    "zod",
  ],
};
/** What joins packages, and what is put together of them. Each may import everything before it, and its own libraries. */
const composing: Record<string, string[]> = {
  access: ["lru-cache", "kysely"],
  links: ["kysely"],
  import: ["fastest-levenshtein", "kysely", "zod"],
  gateway: [
    "graphql",
    "graphql-yoga",
    "@graphql-yoga/render-graphiql",
    "@envelop/core",
    "@opentelemetry/api",
    "lru-cache",
    "uuid",
    "kysely",
    "zod",
  ],
};
/** The website asks the graph: of what stands behind it, it knows nothing. */
const website = ["hono", "hono/*", "@hono/node-server", "gql.tada", "@0no-co/graphql.web"];
const domain = ["groups", "meetings", "actions", "commitments", "documents"];

/** Libraries of which the models of a package are made, beside what every package has. */
const ownLibraries: Record<string, string[]> = {
  commitments: ["decimal.js"],
  // The readers of web pages, Word documents and PDF, then the writers of Word documents, sheets and calendars.
  documents: [
    "parse5",
    "mammoth",
    "unpdf",
    "docx",
    "hucre",
    "hucre/*",
    "ical.js",
    "timezones-ical-library",
  ],
  meetings: ["rrule-temporal"],
};

const rooms = {
  ".": ["@remit/kernel", "zod"],
  store: ["@remit/kernel", "@remit/database", "kysely"],
  migrations: ["@remit/kernel", "@remit/database", "kysely"],
  graphql: ["@remit/kernel", "@remit/graphql", "kysely", "zod"],
  module: ["@remit/kernel", "@remit/graphql", "kysely"],
  testing: ["@remit/kernel", "@remit/database/testing"],
};
type Room = keyof typeof rooms;

/** Rows are written by the store: `rows.ts` and `store/*.ts` belong to its room, and so on for the others. */
const roomOf = (file: string): Room =>
  (["store", "migrations", "graphql", "module", "testing"] as const).find((room) =>
    new RegExp(`/src/${room}(/|\\.)`, "u").test(file),
  ) ?? (file.endsWith("/src/rows.ts") ? "store" : ".");

/** From which rooms of its own package a room may import. */
const within: Record<Room, Room[]> = {
  ".": ["."],
  store: [".", "store"],
  migrations: [".", "migrations"],
  graphql: [".", "store", "graphql"],
  module: [".", "store", "migrations", "graphql", "module"],
  testing: [".", "store", "testing"],
};

const files = globSync("{packages,apps}/*/src/**/*.ts", { cwd: root }).filter(
  (file) => !/\.test(-d)?\.ts$|\/src\/testing\//u.test(file),
);
const imports = files.flatMap((file) =>
  importsOf(readFileSync(`${root}/${file}`, "utf8")).map((name) => ({ file, name })),
);

function importsOf(source: string): string[] {
  const pattern =
    /(?:^|\n)(?:import|export)\s(?:[^;"']*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gu;
  return [...source.matchAll(pattern)].map((found) => found[1] ?? found[2] ?? "");
}

function refusal(file: string, name: string): string | undefined {
  const [folder, owner = ""] = file.split("/");
  if (name.startsWith("node:")) return undefined;
  if (folder === "apps" && owner === "site" && !name.startsWith("."))
    return isAmong(website, name) ? undefined : `the site may import ${website.join(", ")}`;
  if (folder === "apps")
    return name.includes("packages/") ? "an application uses entries" : undefined;
  if (name.startsWith(".")) return domain.includes(owner) ? ownRoom(file, name) : undefined;
  if (file.endsWith("/testing.ts") && ["vitest", "fast-check"].includes(name)) return undefined;
  const allowed = packages[owner] ?? composed(owner) ?? allowedTo(owner, roomOf(file));
  return isAmong(allowed, name) ? undefined : `${owner} may import ${allowed.join(", ")}`;
}

const isAmong = (rules: readonly string[], name: string): boolean =>
  rules.some((rule) => (rule.endsWith("*") ? name.startsWith(rule.slice(0, -1)) : name === rule));

function composed(owner: string): string[] | undefined {
  const libraries = composing[owner];
  if (libraries === undefined) return undefined;
  const below = Object.keys(composing).slice(0, Object.keys(composing).indexOf(owner));
  const everything = ["kernel", "database", "pothos-kysely", "graphql", ...domain];
  // Documents are read in beside a gateway, and not by it.
  const ours = [...everything, ...below.filter((name) => name !== "import")];
  return [...libraries, ...ours.flatMap((name) => [`@remit/${name}`, `@remit/${name}/*`])];
}

function allowedTo(owner: string, room: Room): string[] {
  if (room !== ".") return rooms[room];
  const others = owner === "documents" ? domain.flatMap((name) => own(name, "")) : [];
  return [...rooms["."], ...(ownLibraries[owner] ?? []), ...others];
}

function ownRoom(file: string, name: string): string | undefined {
  const target = new URL(name, `file:///${file}`).pathname;
  const [from, to] = [roomOf(`/${file}`), roomOf(target)];
  return within[from].includes(to) ? undefined : `the room ${from} knows no ${to}`;
}

test("the table speaks of the packages that exist", () => {
  const found = new Set(globSync("packages/*", { cwd: root }).map((path) => path.split("/")[1]));
  expect([...Object.keys({ ...packages, ...composing }), ...domain]).toEqual(
    expect.arrayContaining([...found]),
  );
});

test("every import keeps to the table", () => {
  expect(imports.length).toBeGreaterThan(100);
  const broken = imports.flatMap(({ file, name }) => {
    const rule = refusal(file, name);
    return rule === undefined ? [] : [`${file} imports ${name}: ${rule}`];
  });
  expect(broken).toEqual([]);
});

test.each([
  { file: "packages/actions/src/action.ts", name: "@remit/meetings" },
  { file: "packages/actions/src/action.ts", name: "kysely" },
  { file: "packages/actions/src/action.ts", name: "./store.ts" },
  { file: "packages/actions/src/store.ts", name: "./graphql.ts" },
  { file: "packages/actions/src/graphql.ts", name: "@remit/meetings/graphql" },
  { file: "packages/kernel/src/ref.ts", name: "kysely" },
  { file: "packages/pothos-kysely/src/plan.ts", name: "@remit/kernel" },
  { file: "packages/links/src/search.ts", name: "@remit/gateway" },
  { file: "packages/import/src/import.ts", name: "@remit/gateway" },
  { file: "packages/gateway/src/serve.ts", name: "@remit/import" },
  { file: "packages/gateway/src/serve.ts", name: "@remit/example-gateway" },
  { file: "apps/gateway/src/main.ts", name: "../../../packages/gateway/src/run.ts" },
  { file: "apps/site/src/site.ts", name: "../../../packages/gateway/src/run.ts" },
  { file: "apps/site/src/site.ts", name: "@remit/gateway" },
  { file: "apps/site/src/pages/action.ts", name: "@remit/actions" },
  { file: "apps/site/src/graph/ask.ts", name: "graphql" },
])("$file may not import $name", ({ file, name }) => {
  expect(refusal(file, name)).toBeDefined();
});
