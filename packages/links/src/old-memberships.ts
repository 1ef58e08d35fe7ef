import { migration } from "@remit/database";
import { firstEntries, text } from "./old-groups.ts";

/** Memberships begin in the journal, so that verbs can follow, and say until when lists show them; the reason for which one ended may name somebody. */
export const journalOldMemberships = migration(
  `update groups.membership s set shown_until = later.first from (
    select s.id, min(l.as_of) as first from groups.membership s join groups.membership l
      on l.group_id = s.group_id and l.person_id = s.person_id and l.as_of > s.as_of
    where s.from_date is null and s.to_date is null group by s.id) later
    where later.id = s.id`,
  `update groups.membership s set chair_until = later.first from (
    select s.id, min(l.as_of) as first from groups.membership s join groups.membership l
      on l.group_id = s.group_id and l.as_of > s.as_of and l.role = 'chair'
    where s.role = 'chair' group by s.id) later
    where later.id = s.id`,
  // Here, and not in the package: a step of the gateway that is older writes it.
  `alter table groups.membership drop column latest`,
  `drop trigger for_public on groups.membership`,
  `create trigger for_public before insert or update on groups.membership
    for each row execute function gateway.fill_for_public('position', 'end_reason')`,
  firstEntries(
    "Membership",
    `select m.id, g.access, m.group_id,
      coalesce(m.as_of, database.first_day(m.from_date), '2000-01-01')::timestamp at time zone 'UTC' as at,
      '{"asOf":' || ${text("m.as_of")} || ',"assertion":{"basis":"' || m.basis || '"'
        || case when m.confidence is null then '' else ',"confidence":' || to_json(m.confidence) end
        || '},"endReason":null,"from":' || ${text("m.from_date")} || ',"group":' || ${text("m.group_id")}
        || ',"id":' || ${text("m.id")} || ',"person":' || ${text("m.person_id")}
        || ',"position":' || ${text("m.position")} || ',"role":' || ${text("m.role")}
        || ',"source":' || case when m.document_id is null then 'null' else '{"document":' || ${text("m.document_id")}
          || ',"span":' || case when m.span_start is null then 'null'
            else '{"end":' || m.span_end || ',"start":' || m.span_start || '}' end || '}' end
        || ',"to":' || ${text("m.to_date")} || ',"version":1}' as after
    from groups.membership m join groups.group g on g.id = m.group_id where m.version = 1`,
  ),
);
