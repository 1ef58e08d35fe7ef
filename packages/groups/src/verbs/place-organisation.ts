import { keepers, PartialDate, refTo } from "@remit/kernel";
import { assertTerm } from "../fitting.ts";
import { assertPlaced, type OrganisationPlace } from "../organisation-place.ts";
import { placeMaker, placeVerb } from "../post-verb.ts";

/** INV-G6: An organisation is a part of another. */
export const placeOrganisation = placeMaker("placeOrganisation", {
  says: "Records that an organisation is a part of another, as a division is of a directorate; everybody is told.",
  mutation: "placeOrganisation",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group whose secretariat keeps the record."),
    organisation: refTo("Organisation").describe("The id of the organisation that is a part."),
    parent: refTo("Organisation").describe("The id of the organisation that it is a part of."),
    from: PartialDate.optional().describe("The day, month or year since which it is a part."),
    to: PartialDate.optional().describe("The day, month or year until which it is a part."),
  },
  needs: ["places", "newId"],
  refuses: ["INV-G6", "PLACED_ALREADY", "TERM_REVERSED"],
  step: ({ group, organisation, parent, from = null, to = null, places, newId, by, on }) => {
    const place: OrganisationPlace = {
      id: newId(),
      version: 1,
      group: group.id,
      // As organisations are: else a refusal would tell of what somebody may not see.
      access: "public",
      organisation: organisation.id,
      parent: parent.id,
      from,
      to,
      made: { by, on },
    };
    assertTerm(place, "place");
    assertPlaced(place, places);
    return place;
  },
});

/** An organisation is a part of another no more. */
export const endPlace = placeVerb("endPlace", {
  says: "Records until when an organisation was a part of another; that it was stays in the record.",
  mutation: "endOrganisationPlace",
  by: keepers,
  input: {
    to: PartialDate.optional().describe(
      "The last day, month or year as a part; the day on which it is said if left out.",
    ),
  },
  needs: ["places"],
  refuses: ["INV-G6", "PLACED_ALREADY", "TERM_REVERSED"],
  step: (before, { to, places, on }) => {
    const place = { ...before, to: to ?? on };
    if (place.to === before.to) return null;
    assertTerm(place, "place");
    assertPlaced(place, places);
    return { to: place.to };
  },
});
