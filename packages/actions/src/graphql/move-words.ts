import type { ActionMove } from "../status.ts";

/** What each move of an action does, as the graph describes it. */
export const moveWords: Record<ActionMove, string> = {
  confirm: "Make a draft an action of the group.",
  start: "Take it up.",
  block: "Say what stands in the way.",
  unblock: "Say that nothing does any more.",
  complete: "Say that it is done.",
  reject: "Not take it as done.",
  close: "Agree that it is closed.",
  reopen: "Take it up again.",
  supersede: "Let others take its place.",
  split: "Make several of it.",
  withdraw: "Ask for it no longer.",
  transfer: "Ask another group to take it on.",
  receive: "Take it on from another group.",
  merge: "Let duplicates end in it.",
  revise: "Change its due.",
  reword: "Change its words.",
  reassign: "Change its owners.",
  fanOut: "Give each person of a crowd a part.",
  answer: "Say how one's part stands.",
  depend: "Let it wait for another.",
  link: "Say what it serves.",
  report: "Report how it stands.",
  review: "Go through it at a meeting.",
};
