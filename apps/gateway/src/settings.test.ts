import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test("nothing set is a server on the loopback with the example", () => {
  expect(readSettings({ INIT_CWD: "/town" })).toEqual({
    port: 4000,
    host: "127.0.0.1",
    place: { folder: "/town/.remit" },
    example: true,
    zone: "Europe/London",
    corsOrigins: [],
  });
});

test("everything can be set", () => {
  const set = {
    PORT: "0",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgresql://ada@db.example/remit",
    DATABASE_PREPARED: "off",
    REMIT_EXAMPLE: "off",
    REMIT_ZONE: "America/St_Johns",
    CORS_ORIGIN: "https://a.example, http://localhost:3000",
  };
  expect(readSettings(set)).toEqual({
    port: 0,
    host: "0.0.0.0",
    place: { url: set.DATABASE_URL, prepared: false },
    example: false,
    zone: "America/St_Johns",
    corsOrigins: ["https://a.example", "http://localhost:3000"],
  });
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
