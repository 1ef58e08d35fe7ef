export { authenticator, callerBy, type Sender, standing } from "./authenticate.ts";
export {
  findToken,
  type FoundToken,
  insertToken,
  listTokens,
  renewToken,
  revokeToken,
  tokenTables,
} from "./store.ts";
export type { Token } from "./token.ts";
