import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";

/** What a verb may not fetch for itself: the time, and names for what is new. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
  /** A secret that nobody can guess. */
  readonly newSecret: () => string;
}

/** The same with their clock stopped: whatever a request, an import or a command does, it does at one moment. */
export function atOneMoment<Given extends Pick<Surroundings, "now">>(given: Given): Given {
  const moment = given.now().getTime();
  return { ...given, now: () => new Date(moment) };
}

/** The real ones. Nothing else in the project asks the clock or makes ids. */
export const surroundings: Surroundings = {
  now: () => new Date(),
  newId: () => newId(),
  newSecret: () => `remit_${randomBytes(32).toString("base64url")}`,
};
