import type { Database } from "@remit/database";
import type { Asking, Context } from "./context.ts";
import type { ScalarName } from "./scalars.ts";

type Text = { Input: string; Output: string };

/** What the builder knows of Remit. */
export interface SchemaTypes {
  Database: Database;
  Viewer: Asking;
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: Record<ScalarName | "ID", Text>;
}
