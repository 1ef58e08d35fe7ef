import { defineActions } from "@remit/actions/graphql";
import { defineCommitments } from "@remit/commitments/graphql";
import { defineDocuments } from "@remit/documents/graphql";
import { createBuilder, defineHistory } from "@remit/graphql";
import { defineGroups } from "@remit/groups/graphql";
import { defineMeetings } from "@remit/meetings/graphql";
import type { GraphQLSchema } from "graphql";
import { standing } from "./access/authenticate.ts";
import { defineViewer } from "./access/graphql.ts";
import { linkActionCommitments } from "./links/action-commitments.ts";
import { directory } from "./links/directory.ts";
import { linkActionOwners } from "./links/action-owners.ts";
import { actionPorts } from "./links/action-ports.ts";
import { actionWorld } from "./links/action-world.ts";
import { linkAttendancePeople } from "./links/attendance-people.ts";
import { linkGroupActions } from "./links/group-actions.ts";
import { linkGroupMeetings } from "./links/group-meetings.ts";
import { linkHistorySubjects } from "./links/history-subjects.ts";
import { linkMeetingActions } from "./links/meeting-actions.ts";
import { linkMeetingDocuments } from "./links/meeting-documents.ts";
import { linkMissionParties } from "./links/mission-parties.ts";
import { linkSearch } from "./links/search.ts";
import { defineLookups } from "./lookups.ts";

/** The whole graph: each package's own types, the links between them, and where a question begins. */
export function createSchema(): GraphQLSchema {
  const builder = createBuilder(standing);
  const history = defineHistory(builder);
  const groups = defineGroups(builder, history);
  const meetings = defineMeetings(builder);
  const actions = defineActions(builder, history, {
    world: actionWorld,
    ports: actionPorts,
    directory,
  });
  const commitments = defineCommitments(builder);
  const documents = defineDocuments(builder);

  linkGroupMeetings(builder, groups, meetings);
  linkGroupActions(builder, groups, actions);
  linkAttendancePeople(builder, meetings, groups);
  linkMeetingActions(builder, meetings, actions);
  linkMeetingDocuments(builder, meetings, documents);
  linkActionOwners(builder, actions, groups);
  linkMissionParties(builder, commitments, groups);
  linkHistorySubjects(builder, history, groups, actions);
  const contributions = linkActionCommitments(builder, actions, commitments);
  linkSearch(builder, groups, meetings, actions);

  defineViewer(builder, groups);
  defineLookups(builder, { ...groups, ...meetings, ...actions, ...commitments, ...contributions });
  return builder.toSchema();
}

export type Groups = ReturnType<typeof defineGroups>;
export type Meetings = ReturnType<typeof defineMeetings>;
export type Actions = ReturnType<typeof defineActions>;
export type Commitments = ReturnType<typeof defineCommitments>;
export type Contributions = ReturnType<typeof linkActionCommitments>;
export type Documents = ReturnType<typeof defineDocuments>;
