import { type Builder, costs, nameless, readsNames } from "@remit/graphql";
import { type Actor, dayAt } from "@remit/kernel";
import { type Action, isDraft } from "../action.ts";
import { printLog } from "../log.ts";
import { seesAction } from "../permission.ts";
import { byReference } from "../snapshot.ts";
import { listActions, listAsAt } from "../store.ts";
import { dueTold } from "./label.ts";
import { type defineActionRecord, seenBy } from "./record.ts";
import type { World } from "./world.ts";

interface Log {
  readonly label: string;
  readonly on: string;
  readonly actions: readonly Action[];
}

const seenIn = (viewer: Actor, actions: readonly Action[]) =>
  actions.filter((action) => seesAction(viewer, action)).map((action) => seenBy(viewer, action));

/** A group's action log, as it stands and as it stood. */
export function defineLog(
  builder: Builder,
  Record: ReturnType<typeof defineActionRecord>,
  world: World,
): void {
  const LogType = builder.objectRef<Log>("ActionLog").implement({
    description: "Every action of a group at one moment, drafts left out.",
    fields: (t) => ({
      group: t.exposeString("label", {
        description: "The name of the group whose log it is.",
        extensions: nameless("made"),
      }),
      on: t.expose("on", { type: "Date", description: "The day of which the log speaks." }),
      actions: t.field({
        type: [Record],
        extensions: costs({ size: 100 }),
        description: "The actions of the log, by their references.",
        resolve: ({ actions }) => [...actions],
      }),
      markdown: t.string({
        description: "The log as a table in Markdown.",
        extensions: nameless("made"),
        resolve: async ({ actions, on }, _, context) => {
          const dues = await Promise.all(actions.map(({ due }) => dueTold(world, context, due)));
          const told = actions.map((action, index) => ({
            ...action,
            due: dues[index] ?? action.due,
          }));
          return printLog(told, on);
        },
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
          description: "The moment at which the log is looked at; now if left out.",
        }),
      },
      resolve: async (_, { group: slug, asAt }, context) => {
        const group = await world.groupOf(context.db, slug, context);
        if (group === null) return null;
        const withheld = !readsNames(context.viewer, group.id);
        const all =
          asAt == null
            ? await listActions(context.db, group.id, withheld)
            : await listAsAt(context.db, group.id, asAt, withheld);
        const actions = seenIn(context.caller, all)
          .filter((action) => !isDraft(action))
          .toSorted(byReference);
        const zone = await world.zoneOf(context.db, group.id);
        const on = dayAt(asAt ?? context.now().toISOString(), zone);
        return { label: group.label, on, actions };
      },
    }),
  );
}
