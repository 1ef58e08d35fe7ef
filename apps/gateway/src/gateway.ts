import { actionsModule } from "@remit/actions/module";
import { commitments } from "@remit/commitments/module";
import { documents } from "@remit/documents/module";
import { type Builder, createGateway, defineLink, type TypesOf } from "@remit/graphql";
import { groups } from "@remit/groups/module";
import { meetings } from "@remit/meetings/module";
import { standing } from "./access/authenticate.ts";
import { defineViewer } from "./access/graphql.ts";
import { migrations as access } from "./access/migrations.ts";
import { linkActionCommitments } from "./links/action-commitments.ts";
import { linkActionOwners } from "./links/action-owners.ts";
import { actionPorts } from "./links/action-ports.ts";
import { linkAttendancePeople } from "./links/attendance-people.ts";
import { linkGroupActions } from "./links/group-actions.ts";
import { linkGroupMeetings } from "./links/group-meetings.ts";
import { linkHistorySubjects } from "./links/history-subjects.ts";
import { linkMeetingActions } from "./links/meeting-actions.ts";
import { linkMeetingDocuments } from "./links/meeting-documents.ts";
import { linkMissionParties } from "./links/mission-parties.ts";
import { migrations as between } from "./links/migrations.ts";
import { linkSearch } from "./links/search.ts";
import { defineLookups } from "./lookups.ts";

/** Each package as a module. */
const modules = [
  groups,
  meetings,
  actionsModule({ ports: actionPorts }),
  commitments,
  documents,
] as const;

/** What joins them. */
const links = [
  defineLink("groups and their meetings", linkGroupMeetings),
  defineLink("groups and their actions", linkGroupActions),
  defineLink("whoever attended as persons and organisations", linkAttendancePeople),
  defineLink("meetings and the actions that they raised", linkMeetingActions),
  defineLink("meetings and their documents", linkMeetingDocuments),
  defineLink("actions and their owners", linkActionOwners),
  defineLink("actions and the commitments that they serve", linkActionCommitments),
  defineLink("missions and whoever has a part in them", linkMissionParties),
  defineLink("entries of the journal and what they are about", linkHistorySubjects),
  defineLink("words and where they were said", linkSearch),
] as const;

/** The whole composition, for whoever adds to it: modules, links, and where a question begins. */
export const composition = {
  modules,
  links,
  migrations: { ...between, ...access },
  session: standing,
  extend: (builder: Builder, types: TypesOf<typeof modules> & TypesOf<typeof links>) => {
    defineViewer(builder, types);
    defineLookups(builder, types);
  },
};

/** All that follows from it. */
export const gateway = createGateway(composition);
