import SchemaBuilder from "@pothos/core";
import { KyselyPlugin } from "@remit/pothos-kysely";
import type { Kysely } from "kysely";
interface Database {
  author: { id: string; name: string };
  book: { id: string; author_id: string; title: string; published: boolean };
  review: { id: string; book_id: string; stars: number };
}
interface Types {
  Database: Database;
  Viewer: { editor: boolean };
  Context: { db: Kysely<Database>; viewer: Types["Viewer"] };
}
const builder = new SchemaBuilder<Types>({
  plugins: [KyselyPlugin],
  kysely: { db: ({ db }) => db, viewer: ({ viewer }) => viewer },
});

const Author = builder.table("author", { name: "Author", key: "id", visible: () => true });
const Book = builder.table("book", {
  name: "Book",
  key: "id",
  visible: (row, viewer, eb) => viewer.editor || eb(row.published, "=", true),
});
const through = { through: Book, column: "book_id" } as const;
const Review = builder.table("review", { name: "Review", key: "id", visible: through });

builder.objectFields(Author, (t) => ({
  name: t.exposeString("name"),
  books: t.page(Book, { on: { author_id: "id" }, order: ["title"] }),
}));
builder.objectFields(Book, (t) => ({
  title: t.exposeString("title"),
  author: t.one(Author, { on: { id: "author_id" } }),
  reviewCount: t.count(Review, { on: { book_id: "id" } }),
}));
builder.objectFields(Review, (t) => ({ stars: t.exposeInt("stars") }));
builder.queryType({ fields: (t) => ({ authors: t.many(Author, { order: ["name"] }) }) });
export const schema = builder.toSchema();
