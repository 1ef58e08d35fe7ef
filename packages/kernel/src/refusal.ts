/** What a caller may not do, and why: `code` is an invariant's id or a word such as `NOT_FOUND`. Every other error is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  /** Where in the input, outermost key first. Empty when the input as a whole is refused. */
  readonly path: readonly (string | number)[];
  /** The values that the message speaks of, for callers that word it themselves. */
  readonly params: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    about: { path?: readonly (string | number)[]; params?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.path = about.path ?? [];
    this.params = about.params ?? {};
  }
}
