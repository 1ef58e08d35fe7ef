const columns = `subject_type, subject_id, version, verb, request_id, at, recorded_at, group_id, access, previous,
  actor, after, hash`;

/** An entry of the journal, from parameters that begin at a number. */
const entryFrom = (first: number) =>
  `insert into database.journal (${columns})
    values (${columns
      .split(",")
      .map((_, index) => `$${first + index}`)
      .join()})`;

const who = `join gateway.token t on t.hash = $2 and t.revoked_at is null
  join groups.person p on p.id = t.person_id`;

const keeps = (group: string) => `exists (select from gateway.token_role r
  where r.token_id = t.id and r.group_id = ${group} and r.role in ('secretariat', 'chair'))`;

/** What the verbs that were written by hand ask of the database. */
export const statements = {
  begin: `select m.title, m.held_on, m.access, g.id as group_id, g.name as group_name, g.code,
      t.name as token, p.id as person, p.name, o.name as owner,
      pg_advisory_xact_lock_shared(hashtext('remit actions')),
      pg_advisory_xact_lock(hashtext('remit actions'), hashtext(g.id::text))
    from meetings.meeting m join groups.group g on g.id = m.group_id join groups.person o on o.id = $3 ${who}
    where m.id = $1 and ${keeps("g.id")}`,
  number: `select number from actions.action where meeting_id = $1 order by number desc limit 1`,
  insertAction: `insert into actions.action (id, group_id, group_label, reference, number, text, wording, due_kind,
      due_on, due_text, status, meeting_id, meeting_label, raised_on, access, record)
    values ($1, $2, $3, $4, $5, $6, 'summary', 'date', $7::text::date, $7::text, 'open', $8, $9, $10, $11, $12)`,
  insertOwner: `with owner as (insert into actions.owner (id, action_id, place, kind, agent_id, label)
      values ($1, $2, 1, 'person', $3, $4)) ${entryFrom(5)}`,
  lock: `select a.record, a.zone, a.group_id, a.access, t.name as token, p.id as person, p.name
    from actions.action a ${who}
    where a.id = $1 and (${keeps("a.group_id")} or exists (select from actions.owner o
      where o.action_id = a.id and o.agent_id = p.id)) for update of a`,
  last: `select hash from database.journal where subject_type = 'Action' and subject_id = $1
    order by version desc limit 1`,
  change: `with changed as (update actions.action set status = $2, version = $3, record = $4 where id = $1),
    owner as (update actions.owner set part = 'done' where action_id = $1 and agent_id = $5)
    ${entryFrom(6)}`,
  answer: `select json_build_object('kind', 'Action', 'id', 'Action:' || id, 'reference', reference,
      'version', version, 'status', upper(replace(status, '-', '_')), 'text', text)::text as answer
    from actions.action where id = $1`,
};
