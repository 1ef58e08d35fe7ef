import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("nothing set is a server on the loopback with the example", () => {
  expect(readSettings({ INIT_CWD: "/town" })).toEqual({
    port: 4000,
    host: "127.0.0.1",
    place: { folder: "/town/.remit" },
    timeout: 10_000,
    example: true,
    zone: undefined,
    corsOrigins: [],
  });
});

test("everything can be set", () => {
  const set = {
    PORT: "0",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgresql://ada@db.example/remit",
    DATABASE_MIGRATE_URL: "postgresql://owner@db.example/remit",
    DATABASE_PREPARED: "off",
    DATABASE_POOL: "25",
    DATABASE_TIMEOUT: "0",
    REMIT_EXAMPLE: "on",
    REMIT_ZONE: "America/St_Johns",
    CORS_ORIGIN: "https://a.example, http://localhost:3000",
  };
  expect(readSettings(set)).toEqual({
    port: 0,
    host: "0.0.0.0",
    place: {
      url: set.DATABASE_URL,
      migrateUrl: set.DATABASE_MIGRATE_URL,
      prepared: false,
      pool: 25,
    },
    timeout: 0,
    example: true,
    zone: "America/St_Johns",
    corsOrigins: ["https://a.example", "http://localhost:3000"],
  });
});

test.each([
  { DATABASE_URL: "postgres://ada@db.example/remit", example: false },
  { DATABASE_URL: "postgres://ada@db.example/remit", REMIT_EXAMPLE: "on", example: true },
  { DATABASE_URL: undefined, example: true },
  { DATABASE_URL: undefined, REMIT_EXAMPLE: "off", example: false },
])("the example is for a database that is for trying: %o", ({ example, ...set }) => {
  expect(readSettings(set)).toMatchObject({ example });
});

test("an empty variable is not set", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: " ", INIT_CWD: "/town" })).toMatchObject({
    port: 4000,
    place: { folder: "/town/.remit" },
  });
});

test.each([
  { PORT: "http" },
  { PORT: "65536" },
  { PORT: "-1" },
  { PORT: "80.5" },
  { HOST: "not a host" },
  { DATABASE_URL: "mysql://ada@db.example/remit" },
  { DATABASE_URL: "somewhere" },
  { REMIT_EXAMPLE: "maybe" },
  { DATABASE_POOL: "0" },
  { DATABASE_TIMEOUT: "-1" },
  { DATABASE_TIMEOUT: "10s" },
  { REMIT_ZONE: "GMT+1" },
  { CORS_ORIGIN: "example.org" },
  { CORS_ORIGIN: "https://example.org/page" },
])("%o is refused with the variable's name", (set) => {
  expect(() => readSettings(set)).toThrow(
    new RegExp(`^${Object.keys(set)[0]} is .* should be`, "u"),
  );
});

test("a refused address does not show its password", () => {
  expect(() => readSettings({ DATABASE_URL: "mysql://ada:secret@db.example" })).not.toThrow(
    "secret",
  );
});
