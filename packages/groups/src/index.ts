export { codeOf, Group, GroupKind, kindOf } from "./group.ts";
export { Membership, MembershipRole } from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { Person, PublicProfile } from "./person.ts";
