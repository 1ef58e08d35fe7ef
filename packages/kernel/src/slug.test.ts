import fc from "fast-check";
import { expect, test } from "vitest";
import { foldReference, foldSlug, slugify } from "./slug.ts";

test.each([
  { name: "Ada Quill", slug: "ada-quill" },
  { name: "Øyvind Ærlig", slug: "oyvind-aerlig" },
  { name: "Łukasz Żółć", slug: "lukasz-zolc" },
  { name: "Straße", slug: "strasse" },
  { name: "STRASSE ẞ", slug: "strasse-ss" },
  { name: "Þórður Guðmundsson", slug: "thordur-gudmundsson" },
  { name: "Đorđe Œuvre", slug: "dorde-oeuvre" },
  { name: "İpek Işık", slug: "ipek-isik" },
  { name: "Síle Ní Bhraonáin", slug: "sile-ni-bhraonain" },
  { name: "Siân Llŷr", slug: "sian-llyr" },
  { name: "O’Neil & Sons, Ltd.", slug: "oneil-sons-ltd" },
  { name: "Γιώργος", slug: "γιωργος" },
  { name: "Андрей Ёлкин", slug: "андрей-ёлкин" },
  { name: "محمد الأمين", slug: "محمد-الأمين" },
  { name: "किरण", slug: "किरण" },
  { name: "山田 太郎", slug: "山田-太郎" },
  { name: "…", slug: "" },
])("$name is $slug in an address", ({ name, slug }) => expect(slugify(name)).toBe(slug));

test("letters are never lost, and a slug is its own slug, typed in any case and form", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 });
  fc.assert(
    fc.property(text, (name) => {
      const slug = slugify(name);
      expect(slug === "").toBe(!/[\p{L}\p{N}]/u.test(name.normalize("NFKD").replace(/[ʻʼ]/gu, "")));
      expect(slugify(slug)).toBe(slug);
      expect(foldSlug(` ${slug.normalize("NFD")} `)).toBe(slug);
    }),
    { numRuns: 1000 },
  );
});

test("a reference is found in any case", () => {
  expect(foldReference(" ndmig-2021-12-a3")).toBe("NDMIG-2021-12-A3");
});
