import type { Context, Db, GlobalId, Tx } from "@remit/graphql";
import type { Access, AgentRef, Day, Id, Ref, Zone } from "@remit/kernel";
import type { Belonging } from "../crowd.ts";
import type { Scheduled } from "../revision.ts";
import type { Link } from "../update.ts";

/** A meeting, as far as actions have to know. */
export interface MeetingFacts {
  readonly meeting: Ref;
  readonly on: Day;
  readonly group: Ref;
  /** What the references of the group's actions begin with. */
  readonly code: string;
  readonly access: Access;
}

/** What a reference points at, and who may see that; group is null for what is no group's. */
export interface Placed {
  readonly ref: Ref;
  readonly access: Access;
  readonly group: Id | null;
  /** That it is for whoever keeps its group's record. */
  readonly draft: boolean;
}

type Crowd = Extract<AgentRef, { kind: "collective" }>;

/** That an action serves something, as somebody said. */
export interface Linked extends Link {
  readonly action: Id;
  readonly reason: string;
}

/** What actions have to be told of whatever other packages keep. Nothing is there that the caller may not see. */
export interface World {
  /** The time zone of a group's calendar. */
  readonly zoneOf: (db: Db, group: Id) => Promise<Zone>;
  readonly groupOf: (db: Db, slug: string, context: Context) => Promise<Ref | null>;
  readonly refOf: (db: Db, id: GlobalId, context: Context) => Promise<Placed | null>;
  /** Those of some references that point at what is there and is not for the caller to see. */
  readonly hidden: (
    db: Db,
    refs: readonly Pick<Ref, "type" | "id">[],
    context: Context,
  ) => Promise<Pick<Ref, "type" | "id">[]>;
  readonly meetingOf: (db: Db, meeting: Id, context: Context) => Promise<MeetingFacts | null>;
  /** The first meeting of a group after a day, or what is announced of it, of those that may stand in a record of this access. */
  readonly nextMeeting: (db: Db, group: Id, after: Day, access: Access) => Promise<Scheduled>;
  /** Keeps a link where the other side looks for it. */
  readonly linked: (tx: Tx, link: Linked, context: Context) => Promise<void>;
  /** An item of a meeting's minutes. */
  readonly itemOf: (db: Db, item: Id, meeting: Id, context: Context) => Promise<Placed | null>;
  readonly belongings: (db: Db, crowd: Crowd) => Promise<Belonging[]>;
}
