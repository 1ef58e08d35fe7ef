import { Id } from "@remit/kernel";
import * as z from "zod";

/** How a person may be shown to the public: by name, or only by the role they hold. */
export const PublicProfile = z.enum(["named", "role-only"]);
export type PublicProfile = z.infer<typeof PublicProfile>;

/** Somebody who attends, speaks, owns or answers. `name` is how they are commonly written, titles included. */
export const Person = z.object({
  id: Id,
  slug: z.string().min(1),
  name: z.string().min(1),
  givenName: z.string().min(1).nullable(),
  familyName: z.string().min(1).nullable(),
  honorificPrefix: z.string().min(1).nullable(),
  honorificSuffix: z.string().min(1).nullable(),
  otherNames: z.array(z.string().min(1)),
  publicProfile: PublicProfile,
});
export type Person = Readonly<z.infer<typeof Person>>;
