import { actionVerb, everyParty } from "../verb.ts";

/** Work is taken up. */
export const start = actionVerb("start", {
  says: "Takes up work on an action.",
  from: ["open"],
  to: "in-progress",
  by: everyParty,
  input: {},
  step: (_, { by, on }) => ({ started: { by, on } }),
});
