import { attendeesOf } from "./attendees.ts";
import type { Block } from "./blocks.ts";
import { itemsOf } from "./items.ts";
import { type Markup, markup as xml } from "./markup.ts";
import { minuted } from "./minutes.ts";
import type { RecordedMeeting } from "./recorded-meeting.ts";

/** Minutes as Akoma Ntoso 1.0 has them: a document called minutes, with the speakers and the group as its references. */
export function minutesAkomaNtoso(given: RecordedMeeting): string {
  const meeting = minuted(given);
  const { title, heldOn } = meeting;
  const speakers = speakersOf(meeting);
  const sections = [
    { heading: "Attendees and apologies", blocks: attendeesOf(meeting) },
    ...sectionsOf(itemsOf(meeting)),
  ].filter(({ blocks }) => blocks.length > 0);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<doc name="minutes">
<meta>
${identificationOf(meeting)}<references source="#remit">
<TLCOrganization eId="remit" href="/ontology/organization/remit" showAs="Remit"/>
<TLCOrganization eId="group" href="${groupHref(meeting)}" showAs="${meeting.group?.name ?? title}"/>
${[...speakers].map(([name, eId]) => xml`<TLCPerson eId="${eId}" href="/ontology/person/${encodeURIComponent(name)}" showAs="${name}"/>\n`)}</references>
</meta>
<preface><p><docTitle>${title}</docTitle></p><p><docDate date="${heldOn}">${heldOn}</docDate></p></preface>
<mainBody>
${sections.map(
  ({ heading, blocks }, at) => xml`<section eId="sec_${at + 1}">
<heading>${heading}</heading>
<content>
${blocks.map((block) => pieceOf(block, speakers))}</content>
</section>
`,
)}</mainBody>
</doc>
</akomaNtoso>
`.toString();
}

const groupHref = ({ group, slug }: RecordedMeeting): string =>
  `/ontology/organization/${group?.slug ?? slug}`;

/** The work, this expression of it and this file, each with its address, its day and its author. */
function identificationOf({ slug, heldOn }: RecordedMeeting): Markup {
  const work = `/akn/gb/doc/minutes/${heldOn}/${slug}`;
  const level = (name: string, uri: string, more: Markup) => xml`<FRBR${name}>
<FRBRthis value="${uri}"/>
<FRBRuri value="${uri}"/>
<FRBRdate date="${heldOn}" name="meeting"/>
<FRBRauthor href="#group"/>
${more}</FRBR${name}>
`;
  return xml`<identification source="#remit">
${level("Work", work, xml`<FRBRcountry value="gb"/>\n`)}${level("Expression", `${work}/eng@${heldOn}`, xml`<FRBRlanguage language="eng"/>\n`)}${level("Manifestation", `${work}/eng@${heldOn}.xml`, xml``)}</identification>
`;
}

/** Whoever speaks, each once, with an id within the document. */
const speakersOf = ({ items }: RecordedMeeting): ReadonlyMap<string, string> =>
  new Map(
    [
      ...new Set(
        items.flatMap(({ contributions }) =>
          contributions.flatMap(({ speakers }) => speakers.map(({ mention }) => mention)),
        ),
      ),
    ].map((mention, at) => [mention, `person_${at + 1}`]),
  );

/** The blocks under each heading. */
function sectionsOf(blocks: readonly Block[]): { heading: string; blocks: Block[] }[] {
  const sections: { heading: string; blocks: Block[] }[] = [];
  for (const block of blocks)
    if (block.kind === "heading") sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  return sections;
}

function pieceOf(block: Block, speakers: ReadonlyMap<string, string>): Markup {
  switch (block.kind) {
    case "list":
      return xml`<ul>${block.items.map((text) => xml`<li>${spoken(text, speakers)}</li>`)}</ul>\n`;
    case "labelled":
      return xml`<p><b>${block.label}:</b> ${spoken(block.text, speakers)}</p>\n`;
    case "heading":
      return xml`<p><b>${block.text}</b></p>\n`;
    case "text":
      return xml`<p>${spoken(block.text, speakers)}</p>\n`;
    default:
      return xml``;
  }
}

/** A text in which the speaker who begins it is marked as one. */
function spoken(text: string, speakers: ReadonlyMap<string, string>): Markup {
  const mention = [...speakers.keys()].find((each) => text.startsWith(each));
  return mention === undefined
    ? xml`${text}`
    : xml`<person refersTo="#${speakers.get(mention) ?? ""}">${mention}</person>${text.slice(mention.length)}`;
}
