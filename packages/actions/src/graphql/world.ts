import type { Context, Db, GlobalId } from "@remit/graphql";
import type { Access, AgentRef, Day, Id, Ref } from "@remit/kernel";
import type { Belonging } from "../crowd.ts";

/** A meeting, as far as actions have to know. */
export interface MeetingFacts {
  readonly meeting: Ref;
  readonly on: Day;
  readonly group: Ref;
  /** What the references of the group's actions begin with. */
  readonly code: string;
  readonly access: Access;
}

type Crowd = Extract<AgentRef, { kind: "collective" }>;

/** What actions have to be told of whatever other packages keep. Nothing is there that the caller may not see. */
export interface World {
  /** The time zone of the groups' calendar, by its IANA name. */
  readonly zone: string;
  readonly groupOf: (db: Db, slug: string, context: Context) => Promise<Ref | null>;
  readonly refOf: (db: Db, id: GlobalId, context: Context) => Promise<Ref | null>;
  readonly meetingOf: (db: Db, meeting: Id, context: Context) => Promise<MeetingFacts | null>;
  readonly belongings: (db: Db, crowd: Crowd) => Promise<Belonging[]>;
}
