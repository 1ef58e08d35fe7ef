import { type Builder, type Caller, enumOf, nameless } from "@remit/graphql";
import { type Actor, GroupRole } from "@remit/kernel";
import { at } from "@remit/pothos-kysely";
import type { Groups } from "../schema.ts";

/** Who asks, as Remit understands it. */
export function defineViewer(builder: Builder, { Group }: Groups): void {
  const ViewerRole = builder.objectRef<Actor["roles"][number]>("ViewerRole").implement({
    description: "A group in which the viewer has a role.",
    fields: (t) => ({
      group: t.field({
        type: Group,
        nullable: true,
        description: "The group in which the viewer has the role; null where they may not see it.",
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
        description: "The name of the viewer's token, or anybody for whoever sends none.",
        extensions: nameless("caller"),
        resolve: ({ token, name }) => token ?? name,
      }),
      official: t.exposeBoolean("official", {
        description: "Whether the viewer sees what is for officials.",
      }),
      administrator: t.exposeBoolean("administrator", {
        description: "Whether the viewer sees everything and may do every verb.",
      }),
      roles: t.field({
        type: [ViewerRole],
        description: "The roles that the viewer has in groups.",
        resolve: ({ roles }) => [...roles],
      }),
    }),
  });
  builder.queryField("viewer", (t) =>
    t.field({
      type: Viewer,
      description: "Whoever sends this request, as Remit knows them.",
      resolve: (_, _args, { caller }) => caller,
    }),
  );
}
