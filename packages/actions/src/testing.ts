import type { Action } from "./action.ts";

// What the pavements group of Harbourside agreed in March.

const group = "01990000-0000-7000-8000-000000000010";

/** Members will look at kerbs, by no day that anybody wrote down. */
export const survey: Action = {
  id: "01990000-0000-7000-8000-000000001001",
  group: { type: "Group", id: group, label: "Harbourside Pavements Working Group" },
  reference: "HPWG-2026-03-A1",
  number: 1,
  text: "Members to note kerbs that are too high on their own street",
  wording: "verbatim",
  owners: [
    { kind: "collective", group, selector: "members", asOf: "2026-03-04", label: "Members" },
    { kind: "person", id: "01990000-0000-7000-8000-000000000002", label: "Sam Okoro" },
  ],
  due: { kind: "not-stated" },
  status: "open",
  raisedAt: {
    meeting: { type: "Meeting", id: "01990000-0000-7000-8000-000000000100", label: "March 2026" },
    item: null,
    on: "2026-03-04",
  },
  access: "public",
  source: null,
};
