/** What verbs of missions may be refused with, beside what any verb may: by code, what each means. */
export const refusals = {
  CODE_TAKEN: "The mission has something else under this code.",
  FINDING_JUDGED: "Somebody has confirmed or rejected it already.",
  FINDING_MISSING: "The report has no such statement, or the statement no such finding.",
  NOTHING_CHANGES: "What is given is as the record has it already.",
  NOT_COMPUTABLE: "The figures that there are do not let this be worked out.",
  OTHER_MISSION: "What is named belongs to another mission.",
  PERIOD_REVERSED: "What is given would end before it begins.",
  RATING_UNKNOWN: "The scale has no such rating.",
  SCALE_UNKNOWN: "No scale of this name and version is known.",
  "INV-C11":
    "Of the figures of the same days one is current, and a later one says which it replaces.",
  "INV-C13": "The budget lines of an envelope that were declared complete come to its amount.",
  "INV-C15": "A part of the money is for a year at most.",
  "INV-C16": "A correction is of a statement that the report has.",
  "INV-C21": "A mission is not linked to itself.",
  "INV-C22": "Of one standard in one area for one time an assessor says one thing.",
  "INV-C26": "A target that is computed is met or missed by its figures alone.",
} as const;
