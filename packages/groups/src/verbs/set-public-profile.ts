import { PublicProfile } from "../person.ts";
import { keepers, personVerb } from "../verb.ts";

/** INV-G12: shows a person to the public by name or by role alone. */
export const setPublicProfile = personVerb("setPublicProfile", {
  says: "Sets whether a person is shown to the public by name or by role alone.",
  mutation: "setPublicProfile",
  by: keepers,
  input: { profile: PublicProfile.describe("How to show the person to the public.") },
  step: ({ publicProfile }, { profile }) =>
    profile === publicProfile ? null : { publicProfile: profile },
});
