/** The examples of a page in its order, as programs: `sum(1, 2); // => 3` becomes an assertion. */
export const examplesIn = (page: string): string[] =>
  [...page.matchAll(/^```ts\n(.*?)^```/gmsu)].map(([, code = ""]) => asserting(code));

const asserting = (code: string) =>
  `import { deepStrictEqual } from "node:assert/strict";\n${code.replace(
    /^(.*); \/\/ => (.*)$/gmu,
    (_, call: string, value: string) => `deepStrictEqual(${call}, ${value});`,
  )}`;
