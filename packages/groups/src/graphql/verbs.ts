import {
  type Builder,
  defineVerb,
  enumValues,
  FreeText,
  globalId,
  IdempotencyKey,
} from "@remit/graphql";
import { assertVersion, Zone } from "@remit/kernel";
import * as z from "zod";
import { assertPermitted, maySetProfile, maySetZone } from "../permission.ts";
import { PublicProfile } from "../person.ts";
import { changeProfile, changeZone, groupsOf } from "../store/change.ts";
import type { GroupNouns } from "./types.ts";

const Once = {
  expectedVersion: z.int().positive().nullish(),
  idempotencyKey: IdempotencyKey.nullish(),
};

type InputFields = PothosSchemaTypes.InputFieldBuilder<Builder["$inferSchemaTypes"], "InputObject">;

const once = (t: InputFields) => ({
  expectedVersion: t.int({
    description: "The version that you read; refused with CONFLICT where it is another by now.",
  }),
  idempotencyKey: t.string({
    description: "A key of your own: the same key is the same request, and done once.",
  }),
});

/** What may be done to groups and persons. */
export function defineGroupVerbs(builder: Builder, { Group, Person }: GroupNouns): void {
  defineVerb(builder, "setGroupZone", {
    description:
      "Hangs the calendar of a group in another time zone: what is today, and so what is overdue, goes by it from now on.",
    subject: Group,
    input: builder.inputType("SetGroupZoneInput", {
      description: "What setGroupZone is told.",
      fields: (t) => ({
        group: t.id({ required: true, description: "The group." }),
        zone: t.string({
          required: true,
          description: "The time zone by its IANA name, such as Europe/London.",
        }),
        ...once(t),
      }),
    }),
    schema: z.object({ group: globalId("Group"), zone: FreeText.pipe(Zone), ...Once }),
    run: async (tx, { group: { id }, zone, expectedVersion }, { caller, now }) => {
      assertPermitted(maySetZone(caller, id), "the secretariat of the group or an administrator");
      const at = now().toISOString();
      const entries = await changeZone(tx, id, zone, at, (version) =>
        assertVersion(version, expectedVersion),
      );
      return { key: id, entries };
    },
  });
  const Profile = builder.enumType("PublicProfile", {
    description: "How a person is shown to the public.",
    values: enumValues<PublicProfile>({
      named: "By name.",
      "role-only": "By role alone: their name is withheld wherever it was written.",
    }),
  });
  builder.objectField(Person, "publicProfile", (t) =>
    t.expose("public_profile", {
      type: Profile,
      description: "How the person is shown to the public.",
    }),
  );
  defineVerb(builder, "setPublicProfile", {
    description:
      "Shows a person to the public by name or by role alone. For the secretariat or the chair of a group that the person belongs to, and administrators.",
    subject: Person,
    input: builder.inputType("SetPublicProfileInput", {
      description: "What setPublicProfile is told.",
      fields: (t) => ({
        person: t.id({ required: true, description: "The person." }),
        profile: t.field({ type: Profile, required: true, description: "How to show them." }),
        ...once(t),
      }),
    }),
    schema: z.object({ person: globalId("Person"), profile: PublicProfile, ...Once }),
    run: async (tx, { person: { id }, profile, expectedVersion }, { caller, now }) => {
      const may = maySetProfile(caller, await groupsOf(tx, id));
      assertPermitted(
        may,
        "the secretariat or the chair of a group of this person, or an administrator,",
      );
      const at = now().toISOString();
      const entries = await changeProfile(tx, id, profile, at, (version) =>
        assertVersion(version, expectedVersion),
      );
      return { key: id, entries };
    },
  });
}
