import type { Vocabulary } from "./vocabulary.ts";

export const gaelic: Vocabulary = {
  language: "gd",
  terms: {
    present: ["an làthair", "a bha an làthair", "làthair"],
    "in attendance": ["an làthair cuideachd", "cuideachd an làthair"],
    apologies: ["leisgeulan", "leisgeulan a fhuaireadh"],
    officials: ["oifigearan"],
    secretariat: ["rùnaireachd"],
    chair: ["cathraiche", "neach-cathrach"],
    date: ["ceann-latha", "latha"],
    time: ["àm"],
    location: ["àite", "ionad"],
    "next meeting": ["an ath choinneamh", "ath choinneamh"],
    minutes: ["geàrr-chunntas"],
    action: ["gnìomh", "gnìomhan"],
    decision: ["co-dhùnadh", "co-dhùnaidhean"],
    paper: ["pàipear"],
  },
  months:
    "am faoilleach|an gearran|am màrt|an giblean|an cèitean|an t-ògmhios|an t-iuchar|an lùnastal|an t-sultain|an dàmhair|an t-samhain|an dùbhlachd".split(
      "|",
    ),
  dayEndings: ["mh", "d", "na", "s"],
  bodies: ["comhairle", "comataidh", "bòrd"],
};
