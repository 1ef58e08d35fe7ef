import { GraphQLError } from "graphql";

/** Why a request is refused; stands in the error's `extensions.code`. */
export type RefusalCode =
  | "BAD_CURSOR"
  | "BAD_ID"
  | "BAD_PAGE"
  | "BAD_TEXT"
  | "BAD_VALUE"
  | "SESSION_ENDED"
  | "TOO_COSTLY"
  | "UNSUPPORTED";

/** An error that is the caller's, with a code for programs and a message for people. */
export function refusal(code: RefusalCode, message: string, facts: Record<string, unknown> = {}) {
  return new GraphQLError(message, { extensions: { code, ...facts } });
}
