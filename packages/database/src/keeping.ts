import type {
  Access,
  Actor,
  Day,
  GivenId,
  Id,
  Noun,
  Outcome,
  Place,
  Pointed,
  Stamp,
  Subject as Thing,
  Zone,
} from "@remit/kernel";
import type { Db, Tx } from "./database.ts";

/** Who calls: an actor, with the name under which the record keeps what they do. */
export interface Caller extends Actor {
  /** The person's own; that of the token, where it stands for nobody. */
  readonly name: string;
  /** The name of the token; null for anybody. */
  readonly token: string | null;
}

/** What a request brings along: who asks, its one instant, and ids for what is new. */
export interface Request {
  readonly caller: Caller;
  readonly requestId: string;
  readonly now: Date;
  readonly newId: () => Id;
}

/** A thing that was looked up, with who may see it. */
export interface Found extends Pointed {
  readonly access: Access;
  /** Groups whose keepers see it all the same. */
  readonly knownTo?: readonly Id[];
}

/** What the verbs of every package ask of the records of others. */
export interface Directory {
  /** Whatever these references point at; what is not there is left out. */
  readonly lookUp: (db: Db, given: readonly GivenId[]) => Promise<readonly Found[]>;
  /** The zone of a group's calendar; that of the home for what is no group's. */
  readonly zoneOf: (db: Db, group: Id | null) => Promise<Zone>;
}

/** Whose a thing is, who may see it, and the day before which nothing can have happened to it. */
export interface Standing {
  /** Null for what is no group's: its verbs are done by the calendar of the home zone. */
  readonly group: Id | null;
  readonly access: Access;
  /** Null where it may have been there for any time. */
  readonly since: Day | null;
}

/** What a fact is asked of. */
export interface Asked<Subject> extends Place {
  readonly tx: Tx;
  readonly caller: Caller;
  /** Null for a verb that makes one. */
  readonly thing: Subject | null;
  readonly access: Access;
  /** The input with what its ids point at, and by whom and on which day. */
  readonly told: Stamp & Readonly<Record<string, unknown>>;
  /** The input as it came, and where its ids are looked up: what a verb of another noun is done with beside this one. */
  readonly given: unknown;
  readonly directory: Directory;
  readonly zone: Zone;
  readonly now: Date;
  readonly newId: () => Id;
  /** When it happens, as the journal will have it, and by which request. */
  readonly at: string;
  readonly requestId: string;
}

/** For what things are locked: what the verb needs to know of others, and the other things of the noun that it names. */
export interface Locking {
  readonly needs: readonly string[];
  readonly others: readonly Id[];
}

/** What a verb made, to be saved: `before` is null where it made the subject itself. */
export interface Saving<Subject> {
  readonly before: Subject | null;
  readonly outcome: Outcome<Subject>;
  readonly newId: () => Id;
}

/** How things of a noun are kept. */
export interface Keeping<Subject extends Thing, Facts> {
  readonly noun: Noun<Subject>;
  readonly standing: (thing: Subject) => Standing;
  /** The day before which nothing can have happened to a thing, where it does not tell that itself. */
  readonly begins?: (tx: Tx, thing: Subject, zone: Zone) => Promise<Day | null>;
  /** The zone of its group, where that came along with a thing that was found; else the directory is asked. */
  readonly zoneOf?: (thing: Subject) => Zone | undefined;
  /** Whether somebody who does something to a thing may know that it is there. */
  readonly sees: (caller: Caller, thing: Subject) => boolean;
  readonly find: (db: Db, ids: readonly Id[]) => Promise<Subject[]>;
  /** Things that were found, as they are now: nobody else changes them before the transaction ends, nor what a verb needs to know of others. */
  readonly lock: (tx: Tx, found: readonly Subject[], locking: Locking) => Promise<Subject[]>;
  readonly save: (tx: Tx, saving: Saving<Subject>) => Promise<void>;
  /** A thing as the journal keeps it. */
  readonly kept: (thing: Subject) => object;
  /** What steps may be told of other records. */
  readonly facts: {
    readonly [Fact in keyof Facts]: (asked: Asked<Subject>) => Promise<Facts[Fact]>;
  };
  /** Keeps what other packages have to know of what was done. */
  readonly done?: (verb: string, asked: Asked<Subject>, outcome: Outcome<Subject>) => Promise<void>;
}

/** Everything that a verb is done with, beside what it is told. */
export interface Performing<Subject extends Thing, Facts> {
  readonly keeping: Keeping<Subject, Facts>;
  readonly directory: Directory;
  readonly request: Request;
}
