import { FreeText, Refusal, Zone } from "@remit/kernel";
import { groupVerb } from "../verb.ts";

/** Hangs the group's calendar in a time zone. */
export const setZone = groupVerb("setZone", {
  says: "Sets the time zone of a group's calendar, by which it is decided what is today and what is overdue.",
  mutation: "setGroupZone",
  by: ["secretariat"],
  input: {
    zone: FreeText.pipe(Zone).describe("The IANA name of the time zone, such as Europe/London."),
  },
  needs: ["isZoneKnown"],
  refuses: ["ZONE_UNKNOWN"],
  step: (group, { zone, isZoneKnown }) => {
    if (zone === group.zone) return null;
    if (isZoneKnown) return { zone };
    const message = `The database knows no time zone ${zone}: give one by its IANA name, such as Europe/London.`;
    throw new Refusal("ZONE_UNKNOWN", message, { path: ["zone"] });
  },
});
