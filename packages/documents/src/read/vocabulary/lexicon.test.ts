import { expect, test } from "vitest";
import { readMinutes } from "../minutes.ts";
import { vocabularies } from "./languages.ts";
import type { Vocabulary } from "./vocabulary.ts";

const irish: Vocabulary = {
  language: "ga",
  terms: {
    present: ["i láthair"],
    "in attendance": ["i láthair freisin"],
    apologies: ["leithscéalta"],
    officials: ["oifigigh"],
    secretariat: ["rúnaíocht"],
    chair: ["cathaoirleach"],
    date: ["dáta"],
    time: ["am"],
    location: ["ionad"],
    "next meeting": ["an chéad chruinniú eile"],
    minutes: ["miontuairiscí"],
    action: ["gníomh"],
    decision: ["cinneadh"],
    paper: ["páipéar"],
  },
  months:
    "eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa mfómhair fómhair samhain nollaig".split(
      " ",
    ),
  dayEndings: ["ú"],
  bodies: ["comhairle"],
};

const written = `Comhairle na Cora

Dáta: 9ú Bealtaine 2025

I láthair:

Ina Marsh (Cathaoirleach)
Odd Teal

Leithscéalta:

Rhona Pell

1. Geataí

Gníomh: Odd Teal to order gates

2. An chéad chruinniú eile

11ú Iúil 2025
`;

test("a language that a caller adds is read: its lists, labels, actions and days", () => {
  const reading = readMinutes(written, "Europe/London", [...vocabularies, irish]);
  expect(reading).toMatchObject({
    group: "Comhairle na Cora",
    date: "2025-05-09",
    chair: "Ina Marsh",
    attendance: [
      { name: "Ina Marsh", category: "member" },
      { name: "Odd Teal", category: "member" },
      { name: "Rhona Pell", category: "apologies" },
    ],
    actions: [{ text: "Odd Teal to order gates", owners: [{ resolved: "Odd Teal" }] }],
    nextMeeting: { date: "2025-07-11" },
  });
});

test("without it the same text names no day", () => {
  expect(readMinutes(written).date).toBeNull();
});

test.each([
  ["Cyngor y Gored\n\nCofnodion y cyfarfod a gynhaliwyd ar 9fed Mai, 2025 (2:00 pm)", "2025-05-09"],
  ["Minutes / Geàrr-chunntas\n\nDate / Ceann-latha: 9 An Cèitean 2025", "2025-05-09"],
])("%j is of %s", (text, date) => {
  expect(readMinutes(text).date).toBe(date);
});
