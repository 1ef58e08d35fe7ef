type Name<Value extends string> = Value extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Name<Tail>}`
  : Uppercase<Value>;

type Values<Value extends string> = {
  [Each in Value as Name<Each>]: { value: Each; description: string };
};

/** Values of the data, each with what it means, under the names of the graph: `role-only` is `ROLE_ONLY`, `shareOut` is `SHARE_OUT`. */
export function enumValues<Value extends string>(
  descriptions: Readonly<Record<Value, string>>,
): Values<Value> {
  const entries = Object.entries(descriptions).map(([value, description]) => [
    value
      .replace(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`)
      .toUpperCase()
      .replaceAll("-", "_"),
    { value, description },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets which key goes with which value
  return Object.fromEntries(entries) as Values<Value>;
}
