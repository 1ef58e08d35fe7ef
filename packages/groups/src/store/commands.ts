import { type Command, commandsOf } from "@remit/database";
import { type GroupsOptions, verbsOfGroups, verbsOfPersons } from "../options.ts";
import {
  addExOfficio,
  addMember,
  appointHolder,
  createPost,
  createSeat,
  deputyVerbs,
  draftTerms,
  fillSeat,
  holdingVerbs,
  membershipVerbs,
  nominateDeputy,
  placeOrganisation,
  placeVerbs,
  postVerbs,
  seatVerbs,
  termsVerbs,
} from "../verbs.ts";
import { deputyKeeping } from "./deputy.ts";
import { groupKeeping } from "./keeping.ts";
import { lockMemberships, membershipKeeping } from "./membership.ts";
import { personKeeping } from "./person.ts";
import { holdingKeeping, placeKeeping, postKeeping } from "./post.ts";
import { seatKeeping } from "./seat.ts";
import { termsKeeping } from "./terms.ts";

/** Every verb of groups, as it is done on a database. */
export const groupCommands = (options: GroupsOptions): readonly Command[] =>
  commandsOf({
    makers: [],
    verbs: Object.values(verbsOfGroups(options)),
    keeping: groupKeeping,
  });

/** Every verb of persons, as it is done on a database. */
export const personCommands = (options: GroupsOptions): readonly Command[] =>
  commandsOf({
    makers: [],
    verbs: Object.values(verbsOfPersons(options)),
    keeping: personKeeping,
  });

/** Every verb of memberships, as it is done on a database. */
export const membershipCommands: readonly Command[] = commandsOf({
  makers: [addMember, addExOfficio, fillSeat],
  verbs: Object.values(membershipVerbs),
  keeping: membershipKeeping,
});

/** Every verb of terms of reference, as it is done on a database. */
export const termsCommands: readonly Command[] = commandsOf({
  makers: [draftTerms],
  verbs: Object.values(termsVerbs),
  keeping: termsKeeping,
});

/** Every verb of posts, as it is done on a database. */
export const postCommands: readonly Command[] = commandsOf({
  makers: [createPost],
  verbs: Object.values(postVerbs),
  keeping: postKeeping,
});

/** Every verb of who holds posts, as it is done on a database. */
export const holdingCommands: readonly Command[] = commandsOf({
  makers: [appointHolder],
  verbs: Object.values(holdingVerbs),
  keeping: holdingKeeping,
});

/** Every verb of what organisations are parts of, as it is done on a database. */
export const placeCommands: readonly Command[] = commandsOf({
  makers: [placeOrganisation],
  verbs: Object.values(placeVerbs),
  keeping: placeKeeping,
});

/** Every verb of seats, as it is done on a database. */
export const seatCommands: readonly Command[] = commandsOf({
  makers: [createSeat],
  verbs: Object.values(seatVerbs),
  keeping: seatKeeping(({ tx, group }) => lockMemberships(tx, group)),
});

/** Every verb of deputies, as it is done on a database. */
export const deputyCommands: readonly Command[] = commandsOf({
  makers: [nominateDeputy],
  verbs: Object.values(deputyVerbs),
  keeping: deputyKeeping,
});
