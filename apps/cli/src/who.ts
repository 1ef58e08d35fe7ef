import { Refusal } from "@remit/kernel";

/** As whom something is done: by the secret in REMIT_TOKEN, or by the name of a token for whoever holds the database. Refuses with `CALLER_MISSING`. */
export function whoOf(
  as: string | undefined,
): { readonly secret: string } | { readonly name: string } {
  if (as !== undefined) return { name: as };
  const secret = process.env["REMIT_TOKEN"];
  if (secret !== undefined && secret !== "") return { secret };
  const message =
    "Say who does it: set REMIT_TOKEN to a token, or name one with --as where you hold the database.";
  throw new Refusal("CALLER_MISSING", message);
}
