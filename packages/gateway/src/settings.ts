import { resolve } from "node:path";
import type { Place } from "@remit/database";
import { Refusal, Zone } from "@remit/kernel";
import * as z from "zod";

/** What the environment decides, checked once at start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly place: Place;
  /** Milliseconds that one statement of a request may take; 0 for no limit. A command has none. */
  readonly timeout: number;
  /** Whether an empty database is given the example to look at. */
  readonly example: boolean;
  /** The time zone of groups that are new; that of the gateway if undefined. */
  readonly zone: Zone | undefined;
  /** The origins whose pages may ask. */
  readonly corsOrigins: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const Port = z.coerce.number().int().min(0).max(65_535);
const Pool = z.coerce.number().int().min(1).max(1_000);
const Seconds = z.coerce.number().int().min(0).max(3_600);
const Host = z.string().regex(/^[A-Za-z0-9.:-]+$/u);
const DatabaseUrl = z.url({ protocol: /^postgres(ql)?$/u });
const OnOff = z.enum(["on", "off"]);
const Origin = z.string().refine((text) => URL.parse(text)?.origin === text);
const Origins = z.array(z.union([z.literal("*"), Origin]));

/** Reads the environment. A relative folder is taken from where the user called. Refuses with `SETTING`. */
export function readSettings(environment: Environment): Settings {
  // An empty variable is what a shell script leaves when it means "not set".
  const given = (name: string) => environment[name]?.trim() || undefined;
  const read = <Value>(name: string, schema: z.ZodType<Value>, otherwise: Value, hint: string) => {
    const text = given(name);
    if (text === undefined) return otherwise;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    // A database's address holds a password, and a message ends in logs.
    const shown =
      name.startsWith("DATABASE_") && name.endsWith("URL") ? "set" : JSON.stringify(text);
    throw new Refusal("SETTING", `${name} is ${shown}, but should be ${hint}.`, {
      params: { name },
    });
  };
  const url = read(
    "DATABASE_URL",
    DatabaseUrl,
    undefined,
    "a URL such as postgres://user@host/database",
  );
  const migrateUrl = read(
    "DATABASE_MIGRATE_URL",
    DatabaseUrl,
    undefined,
    "a URL such as postgres://owner@host/database",
  );
  const named = read("DATABASE_PREPARED", OnOff, "on", "on or off") === "on";
  const pool = read("DATABASE_POOL", Pool, 10, "a whole number from 1 to 1000");
  const seconds = read("DATABASE_TIMEOUT", Seconds, 10, "whole seconds, or 0 for no limit");
  const from = environment["INIT_CWD"] ?? process.cwd();
  const folder = read("REMIT_DATA", z.string(), ".remit", "a folder");
  const origins = z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(Origins);
  return {
    port: read("PORT", Port, 4000, "a whole number from 0 to 65535"),
    host: read("HOST", Host, "127.0.0.1", "a host name or an address, such as 127.0.0.1"),
    place:
      url === undefined
        ? { folder: resolve(from, folder) }
        : { url, prepared: named, migrateUrl, pool },
    timeout: seconds * 1_000,
    // A server's database is meant to last: nobody's minutes and no token get into it unasked.
    example: read("REMIT_EXAMPLE", OnOff, url === undefined ? "on" : "off", "on or off") === "on",
    zone: read(
      "REMIT_ZONE",
      Zone,
      undefined,
      "a time zone by its IANA name, such as Europe/London",
    ),
    corsOrigins: read(
      "CORS_ORIGIN",
      origins,
      [],
      "origins such as https://example.org, with commas between",
    ),
  };
}
