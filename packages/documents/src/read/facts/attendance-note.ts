import type { AttendanceNote } from "../../reading.ts";
import type { Passage } from "../source/passage.ts";
import { sentencesOf } from "./sentence.ts";

const noteKinds: readonly (readonly [AttendanceNote["kind"], RegExp])[] = [
  ["deputies-listed", /\bdeput(?:y|ies)\b[^.]{0,60}\b(?:listed|noted|welcomed)\b/iu],
  ["absence-noted", /\babsence\b[^.]{0,80}\bnoted\b/iu],
  ["apologies-noted", /\bapologies\b|\bsent (?:his|her|their) apologies\b/iu],
  [
    "welcome",
    /\bwelcomed\b[^.]{0,80}\b(?:new|first)\b|\battending for the (?:first|last) time\b/iu,
  ],
];

/** What the text says about who was there, without naming the list: "nominated deputies were listed". */
export function notesIn(texts: readonly Passage[]): AttendanceNote[] {
  return texts.flatMap((text) =>
    /deput|absence|apolog|welcome|attending/iu.test(text.plain)
      ? sentencesOf(text).flatMap((sentence) => {
          const kind = noteKinds.find(([, pattern]) => pattern.test(sentence.plain))?.[0];
          return kind === undefined ? [] : [{ kind, text: sentence.written, span: sentence.span }];
        })
      : [],
  );
}
