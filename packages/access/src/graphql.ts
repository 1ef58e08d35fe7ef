import { type Builder, type Caller, enumOf, nameless } from "@remit/graphql";
import { type Actor, GroupRole } from "@remit/kernel";
import { at } from "@remit/pothos-kysely";
import type { GroupTypes } from "@remit/groups/graphql";

/** Who asks, as Remit understands it. */
export function defineViewer(builder: Builder, { Group }: GroupTypes): void {
  const ViewerRole = builder.objectRef<Actor["roles"][number]>("ViewerRole").implement({
    description: "A group in which the viewer has a role.",
    fields: (t) => ({
      group: t.field({
        type: Group,
        nullable: true,
        description: "The group in which the viewer has the role; null where it is gone.",
        resolve: ({ group }, _, context, info) => at(Group, group, context, info),
      }),
      role: t.expose("role", {
        type: enumOf(builder, GroupRole),
        description: "The role of the viewer in the group.",
      }),
    }),
  });
  const Viewer = builder.objectRef<Caller>("Viewer").implement({
    description: "Whoever sends the request, by the token that they send.",
    fields: (t) => ({
      name: t.string({
        description: "The name of the token that the request carries; anybody without one.",
        extensions: nameless("caller"),
        resolve: ({ token, name }) => token ?? name,
      }),
      official: t.exposeBoolean("official", {
        description: "Whether the viewer sees what is for officials.",
      }),
      administrator: t.exposeBoolean("administrator", {
        description: "Whether the viewer may see and do everything.",
      }),
      roles: t.field({
        type: [ViewerRole],
        description: "The roles of the viewer in groups.",
        resolve: ({ roles }) => [...roles],
      }),
    }),
  });
  builder.queryField("viewer", (t) =>
    t.field({
      type: Viewer,
      description: "Whoever sends the request, and what the token of the request allows.",
      resolve: (_, _args, { caller }) => caller,
    }),
  );
}
