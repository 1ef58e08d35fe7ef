import { defineModule } from "@remit/graphql";
import { sql } from "kysely";
import { defineMeetings } from "./graphql.ts";
import { migrations } from "./migrations.ts";

/** Meetings and everything that their minutes hold. */
export const meetings = defineModule({
  name: "meetings",
  migrations,
  places: {
    Item: sql`select id, coalesce(heading, 'Item ' || place) as label, access, group_id as "group",
      meeting_id as within from meetings.item`,
    Meeting: sql`select id, title as label, access, group_id as "group", held_on as "on", slug as quoted
      from meetings.meeting`,
  },
  define: defineMeetings,
});
