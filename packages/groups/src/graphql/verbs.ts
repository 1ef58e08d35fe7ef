import {
  type Builder,
  defineVerb,
  enumOf,
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
    description:
      "The version that you have read; the request is refused with CONFLICT where the record has another by now.",
  }),
  idempotencyKey: t.string({
    description:
      "A key of your own for the request: whatever comes with the same key is done once.",
  }),
});

/** What may be done to groups and persons. */
export function defineGroupVerbs(builder: Builder, { Group, Person }: GroupNouns): void {
  defineVerb(builder, "setGroupZone", {
    description:
      "Sets the time zone of a group's calendar, by which it is decided what is today and what is overdue. For the secretariat of the group and administrators.",
    subject: Group,
    input: builder.inputType("SetGroupZoneInput", {
      description: "The group and its time zone, for setGroupZone.",
      fields: (t) => ({
        group: t.id({ required: true, description: "The group's id, such as Group:0190…." }),
        zone: t.string({
          required: true,
          description: "The IANA name of the time zone, such as Europe/London.",
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
  const Profile = enumOf(builder, PublicProfile);
  builder.objectField(Person, "publicProfile", (t) =>
    t.expose("public_profile", {
      type: Profile,
      description: "Whether the public is shown the person's name.",
    }),
  );
  defineVerb(builder, "setPublicProfile", {
    description:
      "Sets whether a person is shown to the public by name or by role alone. For the secretariat or the chair of a group that the person belongs to, and administrators.",
    subject: Person,
    input: builder.inputType("SetPublicProfileInput", {
      description: "The person and how to show them, for setPublicProfile.",
      fields: (t) => ({
        person: t.id({ required: true, description: "The person's id, such as Person:0190…." }),
        profile: t.field({
          type: Profile,
          required: true,
          description: "How to show the person to the public.",
        }),
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
