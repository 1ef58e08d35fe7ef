import { type Command, commandsOf } from "@remit/database";
import {
  addMember,
  draftTerms,
  groupVerbs,
  membershipVerbs,
  personVerbs,
  termsVerbs,
} from "../verbs.ts";
import { groupKeeping, personKeeping } from "./keeping.ts";
import { membershipKeeping } from "./membership.ts";
import { termsKeeping } from "./terms.ts";

/** Every verb of groups, as it is done on a database. */
export const groupCommands: readonly Command[] = commandsOf({
  makers: [],
  verbs: Object.values(groupVerbs),
  keeping: groupKeeping,
});

/** Every verb of persons, as it is done on a database. */
export const personCommands: readonly Command[] = commandsOf({
  makers: [],
  verbs: Object.values(personVerbs),
  keeping: personKeeping,
});

/** Every verb of memberships, as it is done on a database. */
export const membershipCommands: readonly Command[] = commandsOf({
  makers: [addMember],
  verbs: Object.values(membershipVerbs),
  keeping: membershipKeeping,
});

/** Every verb of terms of reference, as it is done on a database. */
export const termsCommands: readonly Command[] = commandsOf({
  makers: [draftTerms],
  verbs: Object.values(termsVerbs),
  keeping: termsKeeping,
});
