import { type Builder, costs, seesEverybody } from "@remit/graphql";
import { type Actor, dayAt, sees } from "@remit/kernel";
import type { Action } from "../action.ts";
import { printLog } from "../log.ts";
import { byReference } from "../snapshot.ts";
import { listActions, listAsAt } from "../store.ts";
import { type defineActionRecord, seenBy } from "./record.ts";
import type { World } from "./world.ts";

interface Log {
  readonly label: string;
  readonly on: string;
  readonly actions: readonly Action[];
}

const seenIn = (viewer: Actor, actions: readonly Action[]) =>
  actions
    .filter(({ access, group }) => sees(viewer, access, group.id))
    .map((action) => seenBy(viewer, action));

/** A group's action log, as it stands and as it stood. */
export function defineLog(
  builder: Builder,
  Record: ReturnType<typeof defineActionRecord>,
  world: World,
): void {
  const LogType = builder.objectRef<Log>("ActionLog").implement({
    description: "Every action of a group at one moment, drafts left out.",
    fields: (t) => ({
      group: t.exposeString("label", { description: "The group." }),
      on: t.expose("on", { type: "Date", description: "The day of which it speaks." }),
      actions: t.field({
        type: [Record],
        extensions: costs({ size: 100 }),
        description: "The actions, by their references.",
        resolve: ({ actions }) => [...actions],
      }),
      markdown: t.string({
        description: "The log as a table in Markdown.",
        resolve: ({ actions, on }) => printLog(actions, on),
      }),
    }),
  });
  builder.queryField("actionLog", (t) =>
    t.field({
      type: LogType,
      // All actions of the group are read, whatever is asked of them.
      extensions: costs({ own: 500 }),
      nullable: true,
      description: "The action log of a group; null where there is no such group.",
      args: {
        group: t.arg.string({ required: true, description: "The slug of the group." }),
        asAt: t.arg({
          type: "DateTime",
          description: "As it stood at this moment; now if left out.",
        }),
      },
      resolve: async (_, { group: slug, asAt }, context) => {
        const group = await world.groupOf(context.db, slug, context);
        if (group === null) return null;
        const withheld = !seesEverybody(context.caller);
        const all =
          asAt == null
            ? await listActions(context.db, group.id, withheld)
            : await listAsAt(context.db, group.id, asAt, withheld);
        const actions = seenIn(context.caller, all)
          .filter(({ status }) => status !== "draft")
          .toSorted(byReference);
        const zone = await world.zoneOf(context.db, group.id);
        const on = dayAt(asAt ?? context.now().toISOString(), zone);
        return { label: group.label, on, actions };
      },
    }),
  );
}
