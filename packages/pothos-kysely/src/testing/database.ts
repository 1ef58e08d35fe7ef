import type { Generated, Kysely } from "kysely";

export interface Award {
  readonly name: string;
  readonly year: number;
  readonly jury: { readonly chair: string; readonly size: number | null } | null;
  readonly nominees: readonly { readonly id: string; readonly secret: boolean }[];
}

/** A film festival: studios, their films, who made them, and what was written about them. */
export interface Database {
  "film.studio": {
    id: string;
    slug: string;
    name: string;
    motto: string | null;
    parent_id: string | null;
  };
  "film.person": { id: string; name: string; email: string | null; listed: boolean };
  "film.film": {
    id: string;
    studio_id: string;
    sequel_to: string | null;
    number: Generated<number>;
    title: string;
    status: "draft" | "shown" | "withdrawn";
    access: "public" | "club";
    shown_on: string | null;
    budget: number | null;
    tags: string[];
    opens: string | null;
    closes: string | null;
    hall: string | null;
    /** What it won, as JSON: null where nobody noted it. */
    awards: Award[] | null;
    /** The film as it once was, whole. */
    kept: object | null;
  };
  "film.credit": {
    id: string;
    film_id: string;
    position: number;
    kind: string;
    subject_id: string | null;
    label: string;
  };
  "film.review": {
    id: string;
    film_id: string;
    author_id: string;
    stars: number;
    body: string;
    published: boolean;
  };
}

export interface Viewer {
  readonly staff: boolean;
  readonly person: string | null;
  readonly studios: readonly string[];
}

export interface Context {
  readonly db: Kysely<Database>;
  readonly viewer: Viewer;
}

export const ddl = `
create schema film;
create table film.studio (id uuid primary key, slug text not null unique, name text not null, motto text, parent_id uuid);
create table film.person (id uuid primary key, name text not null, email text, listed boolean not null);
create table film.film (id uuid primary key, studio_id uuid not null, sequel_to uuid, number int not null, title text not null,
  status text not null, access text not null, shown_on date, budget float8, tags text[] not null, opens date, closes date, hall text, awards jsonb, kept jsonb);
create table film.credit (id uuid primary key, film_id uuid not null, position int not null, kind text not null, subject_id uuid, label text not null);
create table film.review (id uuid primary key, film_id uuid not null, author_id uuid not null, stars int not null, body text not null, published boolean not null);
create index on film.film (studio_id, number);
create index on film.credit (film_id, position);
create function film.titled(word text) returns setof film.film language sql stable as
  $$ select * from film.film where title ilike '%' || word || '%' $$;
create function film.as_kept(record jsonb) returns setof film.film language sql stable as
  $$ select * from jsonb_populate_record(null::film.film, record) where record is not null $$;
`;
