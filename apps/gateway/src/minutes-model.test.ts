import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

/** Who may read something that was said at a meeting. */
type Level = "keepers" | "group" | "public";

/** What a secretariat has brought about so far: the words that were said, and who may read each. */
interface Model {
  meeting: string;
  item: string;
  minutes: string;
  later: string;
  said: { id: string; word: string; level: Level; redaction: number | null }[];
  corrections: number;
  redactions: number;
}

const seesAt: Readonly<Record<string, readonly Level[]>> = {
  secretariat: ["keepers", "group", "public"],
  member: ["group", "public"],
  anybody: ["public"],
};

// MODEL_RUNS=200 npx --yes pnpm@12 test apps/gateway/src/minutes-model tries it for longer.
const runs = Number(process.env["MODEL_RUNS"] ?? 3);

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let days = 0;
  let words = 0;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
  });
  afterAll(() => town.close());

  const act = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    // A refusal is typed; what is none of ours would be an error.
    if ("code" in answer) expect(answer["code"]).toMatch(/^[A-Z][A-Z0-9_-]+$/u);
    return "code" in answer ? null : String(answer["id"]);
  };
  const schedule = async () => {
    const day = new Date(86_400_000 * (18_000 + (days += 1))).toISOString().slice(0, 10);
    const starts = { local: `${day}T10:00` };
    return {
      day,
      id: (await act("scheduleMeeting", { group: `Group:${town.group}`, starts })) ?? "",
    };
  };
  const begin = async (): Promise<Model> => {
    const { id: meeting, day } = await schedule();
    const item = (await act("addItem", { meeting, heading: "Kerbs" })) ?? "";
    await act("openMeeting", { id: meeting, on: day });
    const { id: later, day: next } = await schedule();
    await act("endMeeting", { id: later, on: next, attendanceNotStated: true });
    return { meeting, item, later, minutes: "", said: [], corrections: 0, redactions: 0 };
  };

  /** What each verb does to who may read what, where it is not refused. */
  const steps: Readonly<Record<string, (model: Model) => Promise<void>>> = {
    say: async (model) => {
      const word = `word${(words += 1)}x`;
      const id = await act("recordContribution", { item: model.item, text: `It was ${word}.` });
      if (id !== null) model.said.push({ id, word, level: "keepers", redaction: null });
    },
    end: async ({ meeting }) => {
      await act("endMeeting", { id: meeting, attendanceNotStated: true });
    },
    circulate: async (model) => {
      const id = await act("circulateMinutes", { meeting: model.meeting });
      if (id === null) return;
      model.minutes = id;
      for (const each of model.said) each.level = "group";
    },
    recirculate: async ({ minutes, said }) => {
      if ((await act("recirculateMinutes", { id: minutes, change: "x" })) === null) return;
      for (const each of said) if (each.level === "keepers") each.level = "group";
    },
    recall: async ({ minutes, said }) => {
      if ((await act("recallMinutes", { id: minutes })) === null) return;
      for (const each of said) each.level = "keepers";
    },
    correct: async (model) => {
      const { minutes: id } = model;
      if ((await act("requestCorrection", { id, text: "A gull" })) !== null) model.corrections += 1;
    },
    settle: async ({ minutes: id, corrections: correction }) => {
      await act("settleCorrection", { id, correction: correction || 1, accept: true });
    },
    agree: async ({ minutes: id, later: meeting }) => {
      await act("agreeMinutes", { id, meeting });
    },
    plan: async ({ minutes: id }) => {
      await act("planPublication", { id, day: "2098-01-01" });
    },
    publish: async ({ minutes: id, said }) => {
      if ((await act("publishMinutes", { id, asDraft: true })) === null) return;
      for (const each of said) if (each.level === "group") each.level = "public";
    },
    withdraw: async ({ minutes: id, said }) => {
      if ((await act("withdrawMinutes", { id, reason: "x" })) === null) return;
      for (const each of said) if (each.level === "public") each.level = "group";
    },
    redact: async (model) => {
      const part = model.said.at(-1);
      if (part === undefined) return;
      const input = { id: model.minutes, part: part.id, ground: "OTHER", reason: "x" };
      if ((await act("redactMinutes", input)) === null) return;
      model.redactions += 1;
      part.redaction ??= model.redactions;
    },
    lift: async (model) => {
      const { minutes: id, redactions: redaction } = model;
      if ((await act("liftRedaction", { id, redaction: redaction || 1, reason: "x" })) === null)
        return;
      for (const each of model.said) if (each.redaction === redaction) each.redaction = null;
    },
    close: async ({ meeting: id }) => {
      await act("closeMeeting", { id });
    },
  };

  /** Nobody reads what is not theirs, and everybody what is. */
  const assertTold = async ({ meeting, said }: Model) => {
    const query = `query ($id: ID!) { meeting(by: {id: $id}) { items { contributions { text } } } }`;
    for (const [caller, levels] of Object.entries(seesAt)) {
      const { data } = await town.send(caller, query, { id: meeting });
      const told = JSON.stringify(data);
      const expected = said.filter(
        ({ level, redaction }) =>
          levels.includes(level) && (redaction === null || caller === "secretariat"),
      );
      expect(said.filter(({ word }) => told.includes(word))).toEqual(expected);
      const text = `query ($id: ID!) { meeting(by: {id: $id}) { minutes { texts { content } corrections { text } } } }`;
      const { data: whole } = await town.send(caller, text, { id: meeting });
      const kept = JSON.stringify(whole);
      const leaked = said.filter((each) => kept.includes(each.word) && !expected.includes(each));
      expect(leaked).toEqual([]);
    }
  };

  const commands = Object.entries(steps).map(([name, step]) =>
    fc.constant({
      check: () => true,
      run: async (model: Model) => {
        await step(model);
        await assertTold(model);
      },
      toString: () => name,
    }),
  );

  test(
    "whatever a secretariat does to minutes, nobody reads a draft or what was taken back",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: 24, size: "max" }), async (given) => {
          await fc.asyncModelRun(async () => ({ model: await begin(), real: null }), given);
        }),
        { numRuns: runs },
      );
      expect((await verified(db)).problems).toEqual([]);
    },
    60_000 + runs * 20_000,
  );
}, "gateway");
