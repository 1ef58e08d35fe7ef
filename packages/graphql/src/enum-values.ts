type Name<Value extends string> = Value extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Name<Tail>}`
  : Uppercase<Value>;

/** Values of the data as names of the graph: `role-only` is `ROLE_ONLY`. */
export function enumValues<const Value extends string>(
  values: readonly Value[],
): { [Each in Value as Name<Each>]: { value: Each } } {
  const entries = values.map((value) => [value.toUpperCase().replaceAll("-", "_"), { value }]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets which key goes with which value
  return Object.fromEntries(entries) as { [Each in Value as Name<Each>]: { value: Each } };
}
