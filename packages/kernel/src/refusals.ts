/** What any verb may be refused with, by code: what each means. What is a noun's own stands with the noun. */
export const commonRefusals = {
  INVALID_INPUT: "The input is not as its schema says; each fault is listed with its place.",
  NOT_FOUND: "Something that the input names is not there, or is not for the caller to see.",
  NOT_PERMITTED: "It is not the caller's to do this.",
  CONFLICT: "The record has changed since the version that the caller expects.",
  MOVE_REFUSED: "The verb does not lead out of the status that the record has.",
  DAY_OUT_OF_RANGE: "A day would be before the year 1 or after the year 9999.",
  IN_FUTURE: "The day on which it is said to have happened is yet to come.",
  BEFORE_FIRST: "The record begins after the day on which this is said to have happened.",
  BEFORE_MEETING: "The meeting that is named is held after the day on which this happened.",
  OTHER_GROUP: "The meeting that is named is one of another group.",
  BUSY: "Another request holds what this one needs: send it again.",
  KEY_REUSED: "The idempotency key was given before, with another request.",
  KEY_IN_PROGRESS: "The first request with this idempotency key has not ended yet.",
} as const;
