import { type Asked, type Keeping, keptIn } from "@remit/database";
import { type Access, type Day, type Id, isFor, type Subject } from "@remit/kernel";
import { sql } from "kysely";
import {
  type RegisterFacts,
  registeredNoun,
  undertakingNoun,
  type UndertakingFacts,
} from "../register-verb.ts";
import type { RegisteredDecision } from "../registered.ts";
import type { Undertaking } from "../undertaking.ts";
import { pointed } from "./sitting.ts";

interface Followed extends Subject {
  readonly group: Id;
  readonly meeting: Id;
  readonly access: Access;
  readonly heldOn: Day;
  readonly draft: boolean;
}

const standing = ({ group, access, heldOn }: Followed) => ({ group, access, since: heldOn });
const columns = (it: Followed) => ({
  meeting_id: it.meeting,
  held_on: it.heldOn,
  status: it.status,
  draft: it.draft,
});

/** What hangs on a part of a record, for whoever sees that; the journal says of drafts alone that they are. */
const followed = <Thing extends Followed, Facts>(
  kept: Keeping<Thing, Facts>,
): Keeping<Thing, Facts> => ({
  ...kept,
  sees: isFor,
  kept: ({ draft, ...rest }) => (draft ? { ...rest, draft } : rest),
});

/** How undertakings are kept, for `perform` of `@remit/database`. */
export const undertakingKeeping = followed(
  keptIn<Undertaking, UndertakingFacts>("meetings.undertaking", {
    noun: undertakingNoun,
    standing,
    columns: (it) => ({
      ...columns(it),
      contribution_id: it.contribution,
      person_id: it.who.kind === "person" ? it.who.id : null,
      due_on: it.due,
    }),
    facts: { sentence: sentenceOf },
  }),
);

/** How the register of decisions is kept, for `perform` of `@remit/database`. */
export const registeredKeeping = followed(
  keptIn<RegisteredDecision, RegisterFacts>("meetings.registered_decision", {
    noun: registeredNoun,
    standing,
    columns: (it) => ({ ...columns(it), decision_id: it.decision, review_on: it.reviewOn }),
    facts: { decided: decidedOf },
  }),
);

async function sentenceOf({ tx, thing, told }: Asked<Undertaking>) {
  const id = thing?.contribution ?? pointed(told, "contribution")?.id ?? "";
  const { text, held_on: heldOn } = await tx
    .selectFrom("meetings.contribution")
    .select(["text", "held_on"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const found = await tx
    .selectFrom("meetings.speaker")
    .select(["name as label", "person_id as person"])
    .where("contribution_id", "=", id)
    .orderBy("place")
    .execute();
  const speakers = found.map(({ label, person }) =>
    person === null
      ? { kind: "unresolved" as const, label }
      : { kind: "person" as const, id: person, label },
  );
  return { heldOn, text, speakers };
}

async function decidedOf({ tx, thing, told }: Asked<RegisteredDecision>) {
  const id = thing?.decision ?? pointed(told, "decision")?.id ?? "";
  // Nobody else puts the decision into the register meanwhile.
  await sql`select from meetings.decision where id = ${id} for update`.execute(tx);
  const { rows } = await sql<RegisterFacts["decided"]>`
    select d.text, m.held_on as "heldOn",
      exists (select from meetings.registered_decision r where r.decision_id = d.id) as "isThere"
    from meetings.decision d join meetings.meeting m on m.id = d.meeting_id where d.id = ${id}`.execute(
    tx,
  );
  const [found] = rows;
  if (found === undefined) throw new Error("A decision that is pointed at is there.");
  return found;
}
