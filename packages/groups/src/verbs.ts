import { setPublicProfile } from "./verbs/set-public-profile.ts";
import { setZone } from "./verbs/set-zone.ts";

/** Every verb of groups, by its name. */
export const groupVerbs = { setZone };
/** Every verb of persons, by its name. */
export const personVerbs = { setPublicProfile };

/** All that can be done to what the package keeps. */
export const everyVerb = [...Object.values(groupVerbs), ...Object.values(personVerbs)];

export { setPublicProfile, setZone };
