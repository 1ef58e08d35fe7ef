import {
  type Builder,
  byAccess,
  type Composed,
  defineCommands,
  historyOf,
  readableJson,
  recordFields,
} from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { Post as PostSchema } from "../post.ts";
import { holdingCommands, postCommands } from "../store.ts";
import { dateOn, dayArg, dayOrToday, goesOn, type GroupNouns, versionOf } from "./types.ts";

/** Posts, who holds them and when, and what belongs to groups by them. */
export function definePosts(
  builder: Builder,
  { Group, Membership, Organisation, Person }: GroupNouns,
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
) {
  const Post = builder.table("groups.post", {
    name: "Post",
    key: "id",
    description: "An office that people hold one after the other.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  const PostHolding = builder.table("groups.post_holding", {
    name: "PostHolding",
    key: "id",
    description: "The time for which a person holds a post, or acts in it.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  builder.objectFields(Post, (t) => ({
    version: t.exposeInt("version", versionOf("post")),
    ...recordFields(builder, t, {
      schema: PostSchema,
      json: readableJson("record"),
      members: ["title", "places", "from", "to"],
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group whose secretariat keeps the record of the post.",
    }),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      description: "The organisation that the post is of; null where nobody says.",
    }),
    holders: t.many(PostHolding, {
      on: { post_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer, { zone }) => goesOn(row, dayOrToday(on, zone, viewer)),
      order: [
        { by: ({ acting }: { acting: Expression<boolean> }) => sql<number>`(not ${acting})::int` },
        "first_day desc",
        "id",
      ],
      size: 2,
      description:
        "Whoever holds the post at a day, those who act in it first; none while it is vacant.",
    }),
    holdings: t.page(PostHolding, {
      on: { post_id: "id" },
      order: ["first_day desc", "id desc"],
      description: "Whoever holds or held the post, the last to come first.",
    }),
    memberships: t.page(Membership, {
      on: { post_id: "id" },
      order: ["id"],
      description: "The memberships of groups that go with the post.",
    }),
    history: t.page(Entry, historyOf("Post", "the post's record")),
  }));
  builder.objectFields(PostHolding, (t) => ({
    version: t.exposeInt("version", versionOf("holding")),
    acting: t.exposeBoolean("acting", {
      description: "Whether the person stands in for whoever is to hold the post.",
    }),
    from: t.expose("from_date", dateOn("the person came into the post")),
    to: t.expose("to_date", dateOn("the person left or leaves the post")),
    post: t.one(Post, { on: { id: "post_id" }, description: "The post that the person holds." }),
    person: t.one(Person, {
      on: { id: "person_id" },
      description: "The person who holds the post; null where you may not be told who.",
    }),
    history: t.page(Entry, historyOf("PostHolding", "the holding's record")),
  }));
  builder.objectField(Membership, "post", (t) =>
    t.one(Post, {
      on: { id: "post_id" },
      description:
        "The post whose holder is the member; null where a person is, or where you may not see it.",
    }),
  );
  builder.objectField(Person, "holdings", (t) =>
    t.page(PostHolding, {
      on: { person_id: "id" },
      order: ["first_day desc", "id desc"],
      description: "The posts that the person holds or held, the last one first.",
    }),
  );
  builder.objectField(Organisation, "posts", (t) =>
    t.page(Post, {
      on: { organisation_id: "id" },
      order: ["id"],
      description: "The posts of the organisation, of those that you may see.",
    }),
  );
  builder.objectField(Group, "posts", (t) =>
    t.page(Post, {
      on: { group_id: "id" },
      order: ["id"],
      description: "The posts whose record the group's secretariat keeps.",
    }),
  );
  defineCommands(builder, Post, postCommands, directory);
  defineCommands(builder, PostHolding, holdingCommands, directory);
  return { Post, PostHolding };
}
