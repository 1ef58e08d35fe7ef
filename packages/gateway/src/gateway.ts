import { standing } from "@remit/access";
import { defineViewer } from "@remit/access/graphql";
import { migrations as access } from "@remit/access/migrations";
import { actionsModule } from "@remit/actions/module";
import { commitmentsModule } from "@remit/commitments/module";
import type { Migrations } from "@remit/database";
import { documentsModule } from "@remit/documents/module";
import { type Builder, createGateway, defineLink, type TypesOf } from "@remit/graphql";
import { type Governance, settled } from "./governance.ts";
import { groupsModule } from "@remit/groups/module";
import {
  actionPorts,
  defineLookups,
  documentPorts,
  linkActionCommitments,
  linkActionOwners,
  linkAttendancePeople,
  linkDocumentFacts,
  linkExpectedAttendance,
  linkGroupActions,
  linkGroupMeetings,
  linkHistorySubjects,
  linkMeetingActions,
  linkMeetingDocuments,
  linkMissionParties,
  linkSearch,
  meetingPorts,
} from "@remit/links";
import { migrations as between } from "@remit/links/migrations";
import { meetingsModule } from "@remit/meetings/module";

/** What joins them. */
const links = [
  defineLink("groups and their meetings", linkGroupMeetings),
  defineLink("groups and their actions", linkGroupActions),
  defineLink("whoever attended as persons and organisations", linkAttendancePeople),
  defineLink("meetings and whoever was expected at them", linkExpectedAttendance),
  defineLink("meetings and the actions that they raised", linkMeetingActions),
  defineLink("meetings and their documents", linkMeetingDocuments),
  defineLink("what documents say and what the record has of it", linkDocumentFacts),
  defineLink("actions and their owners", linkActionOwners),
  defineLink("actions and the commitments that they serve", linkActionCommitments),
  defineLink("missions and whoever has a part in them", linkMissionParties),
  defineLink("entries of the journal and what they are about", linkHistorySubjects),
  defineLink("words and where they were said", linkSearch),
] as const;

const migrations: Migrations = { ...between, ...access };

/** Modules, links and where a question begins, as a directorate wants them, for whoever adds to them. Refuses with `GOVERNANCE` what cannot be. */
export function defineGovernance(governance: Governance = {}) {
  const { zone, labels, groups, persons, meetings, actions, commitments } = settled(
    governance,
    () => createGateway(composition).schema(),
  );
  const modules = [
    groupsModule({ groups, persons }),
    meetingsModule({ ...meetings, ports: meetingPorts }),
    actionsModule({ ...actions, ports: actionPorts }),
    commitmentsModule(commitments),
    documentsModule({ ports: documentPorts }),
  ] as const;
  return {
    zone,
    labels,
    modules,
    links,
    migrations,
    session: standing,
    extend: (builder: Builder, types: TypesOf<typeof modules> & TypesOf<typeof links>) => {
      defineViewer(builder, types);
      defineLookups(builder, types);
    },
  };
}

/** The whole composition as everybody has it. */
export const composition = defineGovernance();

/** All that follows from it. */
export const gateway = createGateway(composition);
