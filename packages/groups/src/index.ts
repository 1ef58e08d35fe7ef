export { codeOf, Group, GroupKind, GroupRecord, kindOf } from "./group.ts";
export { Membership, MembershipRole } from "./membership.ts";
export { Organisation } from "./organisation.ts";
export { Person, PersonRecord, PublicProfile } from "./person.ts";
export { everyVerb, groupVerbs, personVerbs, setPublicProfile, setZone } from "./verbs.ts";
