import { type Builder, type Caller, enumValues, nameless } from "@remit/graphql";
import { type Actor, GroupRole } from "@remit/kernel";
import { at } from "@remit/pothos-kysely";
import type { GroupTypes } from "@remit/groups/graphql";

/** Who asks, as Remit understands it. */
export function defineViewer(builder: Builder, { Group }: GroupTypes): void {
  const Role = builder.enumType("GroupRole", {
    description: "What somebody may do in a group.",
    values: enumValues<GroupRole>({
      member: "Belongs to it.",
      secretariat: "Keeps its record.",
      chair: "Leads it.",
    }),
  });
  const ViewerRole = builder.objectRef<Actor["roles"][number]>("ViewerRole").implement({
    description: "A group in which the viewer has a role.",
    fields: (t) => ({
      group: t.field({
        type: Group,
        nullable: true,
        description: "The group.",
        resolve: ({ group }, _, context, info) => at(Group, group, context, info),
      }),
      role: t.expose("role", { type: Role, description: "The role." }),
    }),
  });
  const Viewer = builder.objectRef<Caller>("Viewer").implement({
    description: "Whoever sends the request, by the token that they send.",
    fields: (t) => ({
      name: t.string({
        description: "The name of the token; anybody without one.",
        extensions: nameless("caller"),
        resolve: ({ token, name }) => token ?? name,
      }),
      official: t.exposeBoolean("official", {
        description: "Whether they see what is for officials.",
      }),
      administrator: t.exposeBoolean("administrator", {
        description: "Whether they may do everything.",
      }),
      roles: t.field({
        type: [ViewerRole],
        description: "Their roles in groups.",
        resolve: ({ roles }) => [...roles],
      }),
    }),
  });
  builder.queryField("viewer", (t) =>
    t.field({ type: Viewer, description: "Who asks.", resolve: (_, _args, { caller }) => caller }),
  );
}
