import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

interface Export {
  readonly file: string;
  readonly name: string;
}

/** The entries of every package that others install, but for the examples of its tests. */
function entries(): string[] {
  return globSync("packages/*/package.json", { cwd: root }).flatMap((manifest) => {
    const { exports = {} }: { exports?: Record<string, string | Record<string, string>> } =
      JSON.parse(read(manifest));
    return Object.entries(exports).flatMap(([entry, target]) => {
      const source = typeof target === "string" ? undefined : target["@remit/source"];
      return source === undefined || entry === "./testing" ? [] : [join(dirname(manifest), source)];
    });
  });
}

/** What an entry gives: what it declares itself, and what it passes on from its own package. */
function exportsOf(entry: string): Export[] {
  const text = read(entry);
  const own = [...declarations(text).keys()].map((name) => ({ file: entry, name }));
  const passed = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]+)"/gmu)];
  return [
    ...own,
    ...passed.flatMap(([, names = "", from = ""]) =>
      names.split(",").flatMap((each) => {
        const [name = ""] = each
          .trim()
          .replace(/^type /u, "")
          .split(" as ");
        return name === "" ? [] : [{ file: join(dirname(entry), from), name }];
      }),
    ),
  ];
}

/** The exported names of a file; a schema and its type share one, and one docstring. */
function declarations(text: string): Map<string, { isDocumented: boolean }> {
  const found = new Map<string, { isDocumented: boolean }>();
  const pattern =
    /(?<=^(?<before>.*)\n)export (?:abstract )?(?:async )?(?:const|function|class|interface|type) (?<name>\w+)/gmu;
  for (const { groups = {} } of `\n${text}`.matchAll(pattern)) {
    const { before = "", name = "" } = groups;
    const isDocumented = /\*\/$|^\/\/ oxlint-disable/u.test(before);
    found.set(name, { isDocumented: isDocumented || found.get(name)?.isDocumented === true });
  }
  return found;
}

test("every public export has a docstring", () => {
  const all = entries().flatMap(exportsOf);
  expect(all.length).toBeGreaterThan(500);
  const bare = all.filter(
    ({ file, name }) => declarations(read(file)).get(name)?.isDocumented === false,
  );
  expect(new Set(bare.map(({ file, name }) => `${file}: ${name}`))).toEqual(new Set());
});
