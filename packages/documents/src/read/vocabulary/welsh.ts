import type { Vocabulary } from "./vocabulary.ts";

export const welsh: Vocabulary = {
  language: "cy",
  terms: {
    present: ["yn bresennol", "presennol", "aelodau'n bresennol"],
    "in attendance": ["hefyd yn bresennol", "wrth law"],
    apologies: ["ymddiheuriadau", "ymddiheuriadau am absenoldeb"],
    officials: ["swyddogion"],
    secretariat: ["ysgrifenyddiaeth"],
    chair: ["cadeirydd"],
    date: ["dyddiad", "dyddiad y cyfarfod"],
    time: ["amser"],
    location: ["lleoliad"],
    "next meeting": ["cyfarfod nesaf", "y cyfarfod nesaf", "dyddiad y cyfarfod nesaf"],
    minutes: ["cofnodion"],
    action: ["gweithred", "gweithredu", "cam gweithredu"],
    decision: ["penderfyniad", "penderfyniadau"],
    paper: ["papur"],
  },
  months:
    "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr".split(
      "|",
    ),
  dayEndings: ["af", "il", "ydd", "ed", "fed", "eg", "ain"],
  bodies: ["cyngor", "pwyllgor", "bwrdd", "grŵp"],
};
