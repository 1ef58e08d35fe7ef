import { actionsModule } from "@remit/actions/module";
import { commitments } from "@remit/commitments/module";
import { documents } from "@remit/documents/module";
import { createGateway, defineLink } from "@remit/graphql";
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
import { groupNamed } from "./links/group-named.ts";
import { linkMeetingActions } from "./links/meeting-actions.ts";
import { linkMeetingDocuments } from "./links/meeting-documents.ts";
import { migrations as between } from "./links/migrations.ts";
import { linkSearch } from "./links/search.ts";
import { defineLookups } from "./lookups.ts";

/** The whole composition: each package as a module, what joins them, and where a question begins. */
export const gateway = createGateway({
  modules: [
    groups,
    meetings,
    actionsModule({ ports: actionPorts, groupNamed }),
    commitments,
    documents,
  ],
  links: [
    defineLink("groups and their meetings", linkGroupMeetings),
    defineLink("groups and their actions", linkGroupActions),
    defineLink("whoever attended as persons and organisations", linkAttendancePeople),
    defineLink("meetings and the actions that they raised", linkMeetingActions),
    defineLink("meetings and their documents", linkMeetingDocuments),
    defineLink("actions and their owners", linkActionOwners),
    defineLink("actions and the commitments that they serve", linkActionCommitments),
    defineLink("words and where they were said", linkSearch),
  ],
  migrations: { ...between, ...access },
  session: standing,
  extend: (builder, types) => {
    defineViewer(builder, types);
    defineLookups(builder, types);
  },
});
