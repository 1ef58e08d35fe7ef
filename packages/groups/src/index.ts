export { setProfile, setZone, type Versioned } from "./change.ts";
export { codeOf, Group, GroupKind, kindOf } from "./group.ts";
export { Membership, MembershipRole } from "./membership.ts";
export { assertPermitted, maySetProfile, maySetZone } from "./permission.ts";
export { Organisation } from "./organisation.ts";
export { Person, PublicProfile } from "./person.ts";
