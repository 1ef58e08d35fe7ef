import { type NounOptions, verbsWith } from "@remit/kernel";
import type { GroupRecord } from "./group.ts";
import type { PersonRecord } from "./person.ts";
import { groupVerbs, personVerbs } from "./verbs.ts";
import { annotateGroup, annotatePerson } from "./verbs/annotate.ts";

/** What a directorate decides of groups and persons: what it leaves out is as everybody has it. */
export interface GroupsOptions {
  readonly groups?: NounOptions<GroupRecord, keyof typeof groupVerbs>;
  readonly persons?: NounOptions<PersonRecord, keyof typeof personVerbs>;
}

/** The verbs of groups as a directorate has them. */
export const verbsOfGroups = ({ groups = {} }: GroupsOptions) =>
  verbsWith(groupVerbs, annotateGroup, groups);

/** The verbs of persons as a directorate has them. */
export const verbsOfPersons = ({ persons = {} }: GroupsOptions) =>
  verbsWith(personVerbs, annotatePerson, persons);
