import { annotation, keepers, type OwnFields } from "@remit/kernel";
import { groupVerb, personVerb } from "../verb.ts";

/** Writes fields of a directorate's own of a group. */
export const annotateGroup = (fields: OwnFields) =>
  groupVerb("annotate", { ...annotation("a group", fields), by: keepers });

/** Writes fields of a directorate's own of a person. */
export const annotatePerson = (fields: OwnFields) =>
  personVerb("annotate", { ...annotation("a person", fields), by: keepers });
