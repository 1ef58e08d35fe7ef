import { keepers, Refusal } from "@remit/kernel";
import { PublicProfile } from "../person.ts";
import { personVerb } from "../verb.ts";
import { refuseErased } from "./erase.ts";

/** INV-G12: shows a person to the public by name or by role alone. */
export const setPublicProfile = personVerb("setPublicProfile", {
  says: "Sets whether a person is shown to the public by name or by role alone.",
  mutation: "setPublicProfile",
  by: [...keepers, "host"],
  guard: ({ merged, erased }) => {
    if (merged === undefined) return refuseErased({ erased });
    const message = "This record was merged into another: give the id of the one that remains.";
    return new Refusal("MERGED", message, { path: ["id"], params: { person: merged.into } });
  },
  input: { profile: PublicProfile.describe("How to show the person to the public.") },
  refuses: ["MERGED", "ERASED"],
  step: ({ publicProfile }, { profile }) =>
    profile === publicProfile ? null : { publicProfile: profile },
});
