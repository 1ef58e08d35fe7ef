import { type Command, commandsOf } from "@remit/database";
import { groupVerbs, personVerbs } from "../verbs.ts";
import { groupKeeping, personKeeping } from "./keeping.ts";

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
