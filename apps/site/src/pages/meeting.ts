import { operation } from "../graph/ask.ts";
import { graphql } from "../graph/documents.ts";
import {
  counted,
  external,
  facts,
  html,
  type Html,
  link,
  list,
  type Piece,
  section,
  tag,
  time,
} from "../html/parts.ts";
import {
  actionLine,
  drawAction,
  drawMeeting,
  meetingLine,
  meetingTag,
  personLink,
  quoted,
} from "../lines.ts";
import type { Page, Visit } from "../page.ts";
import { paths } from "../paths.ts";
import { agreementFields, drawAgreements } from "./meeting/agreement.ts";
import { attendanceFields, drawAttendance } from "./meeting/attendance.ts";
import { drawUnmentioned, expectedFields, quorumInWords } from "./meeting/expected.ts";
import { drawItems, itemFields, nameOf } from "./meeting/items.ts";
import { drawSeries, seriesFields } from "./meeting/series.ts";

const question = operation(
  graphql(
    `
      query Meeting($slug: String!) {
        meeting(by: { slug: $slug }) {
          slug
          title
          heldOn
          endedOn
          local
          zone
          startsAt
          location
          ordinal
          ordinalBasis
          status
          group { name slug }
          roles { role name person { slug } }
          cancelled { on reason }
          postponements { heldOn on reason }
          agendas { number on items { heading number place } }
          ...AttendanceFields
          ...ExpectedFields
          ...MeetingSeriesFields
          ...AgreementFields
          previous { slug title }
          items { ...ItemFields }
          actions { ...ActionLine }
          papers { number title item { place } }
          nextMeeting {
            on
            local
            text
            location
            became { ...MeetingLine }
          }
          minutes {
            status
            agreements { on meeting { id label } }
            publication { status asDraft publishedOn withdrawnOn withdrawnReason }
            corrections { number text status }
            redactions { on ground reason lifted { on } }
          }
          source { title officialRecord importedAt }
        }
      }
    `,
    [
      actionLine,
      agreementFields,
      attendanceFields,
      expectedFields,
      itemFields,
      meetingLine,
      seriesFields,
    ],
  ),
);

type Meeting = NonNullable<Awaited<ReturnType<typeof askMeeting>>>;
const askMeeting = async ({ ask, param }: Visit) =>
  (await ask(question, { slug: param("slug") })).meeting;

/** Who met, what was said, decided and raised under each item, and what the record of it rests on. */
export const meetingPage: Page = {
  path: `${paths.meetings}/:slug`,
  operations: [question],
  show: async (visit) => {
    const meeting = await askMeeting(visit);
    if (meeting === null) return null;
    const { nouns } = visit.words;
    const { title, group, items, heldOn } = meeting;
    return {
      title,
      label: nouns.meeting,
      crumbs:
        group === null
          ? [{ text: nouns.meetings, path: paths.meetings }]
          : [
              { text: nouns.groups, path: paths.groups },
              { text: group.name, path: paths.group(group.slug) },
            ],
      summary: `${group === null ? "A meeting" : `Meeting of the ${group.name}`} on ${visit.formats.day(heldOn)}: ${counted(items.length, "item", "items")}, ${counted(meeting.actions.length, nouns.action, nouns.actions)}.`,
      data: eventOf(meeting),
      facts: factsOf(visit, meeting),
      main: html`${notices(visit, meeting)}
${section("attendance", "Attendance and apologies", drawAttendance(visit, meeting), drawUnmentioned(visit, meeting))}
${section("items", "Items and actions", itemsOf(visit, meeting))}
${section("next", "Next meeting", nextOf(visit, meeting))}
${section("series", "Series", drawSeries(visit, meeting))}`,
      aside: html`${contents(meeting)}
${section("record", "What this rests on", basis(visit, meeting))}`,
    };
  },
};

/** The meeting as schema.org has it. */
const eventOf = (meeting: Meeting) => {
  const { title, heldOn, endedOn, startsAt, location, group } = meeting;
  return {
    "@type": "Event",
    name: title,
    startDate: startsAt ?? heldOn,
    ...(endedOn === null ? {} : { endDate: endedOn }),
    ...(location === null ? {} : { location: { "@type": "Place", name: location } }),
    ...(group === null ? {} : { organizer: { "@type": "Organization", name: group.name } }),
    ...changeOf(meeting),
  };
};

/** What became of the day that was first set, as schema.org has it. */
function changeOf({ status, postponements }: Meeting) {
  if (status === "CANCELLED") return { eventStatus: "https://schema.org/EventCancelled" };
  // Without a new day it is postponed, with one it is rescheduled.
  if (status === "POSTPONED") return { eventStatus: "https://schema.org/EventPostponed" };
  const last = postponements.at(-1);
  if (last === undefined) return {};
  return {
    eventStatus: "https://schema.org/EventRescheduled",
    previousStartDate: last.heldOn,
  };
}

function factsOf(visit: Visit, meeting: Meeting): Html {
  const { formats } = visit;
  const { group, heldOn, endedOn, local, location, roles, ordinal, previous, status } = meeting;
  const people = (role: (typeof roles)[number]["role"]) =>
    roles
      .filter((each) => each.role === role)
      .map(({ name, person }) => personLink(visit, name, person));
  const day = local === null ? formats.day(heldOn) : formats.moment(local);
  return facts([
    [visit.words.nouns.group, group && link(group.name, paths.group(group.slug))],
    [
      "Date",
      html`${time(local ?? heldOn, day)}${endedOn === null ? "" : html` to ${time(endedOn, formats.day(endedOn))}`}`,
    ],
    ["Place", location],
    ["Status", meetingTag(visit, status)],
    ["Chair", people("CHAIR")],
    ["Minutes taken by", people("MINUTE_TAKER")],
    [
      "Meeting number",
      ordinal === null
        ? null
        : `${ordinal}${meeting.ordinalBasis === "INFERRED" ? " (inferred)" : ""}`,
    ],
    ["Quorum", quorumInWords(visit, meeting)],
    ["Meeting before", previous && link(previous.title, paths.meeting(previous.slug))],
  ]);
}

/** What a reader has to know before the rest. */
function notices(visit: Visit, { cancelled, postponements, minutes }: Meeting): Html {
  const { formats } = visit;
  const notes: Piece[] = [
    cancelled && `This meeting was cancelled on ${formats.day(cancelled.on)}: ${cancelled.reason}`,
    ...postponements.map(
      ({ heldOn, on, reason }) =>
        `It was planned for ${formats.day(heldOn)}, and postponed on ${formats.day(on)}: ${reason}`,
    ),
    minutes?.publication.status === "WITHDRAWN" && withdrawal(visit, minutes.publication),
    minutes?.publication.asDraft === true &&
      minutes.status !== "AGREED" &&
      minutes.status !== "AGREED_WITH_CORRECTIONS" &&
      "These minutes are published as a draft: no meeting has agreed them yet.",
  ];
  const there = notes.filter((note) => note !== null && note !== false);
  return html`${there.map((note) => html`<div class="ds_inset-text"><div class="ds_inset-text__text">${note}</div></div>\n`)}`;
}

type Minutes = NonNullable<Meeting["minutes"]>;

/** What stands where minutes were: since when they were there, since when they are not, and why. */
function withdrawal({ formats }: Visit, publication: Minutes["publication"]): string {
  const { publishedOn, withdrawnOn, withdrawnReason } = publication;
  const since = publishedOn === null ? "" : ` on ${formats.day(publishedOn)}`;
  const until = withdrawnOn === null ? "" : ` on ${formats.day(withdrawnOn)}`;
  const why = withdrawnReason === null ? "." : `: ${withdrawnReason}`;
  return `The minutes of this meeting were published${since} and withdrawn${until}${why}`;
}

function itemsOf(visit: Visit, { items, actions, agendas }: Meeting): Html {
  const agenda = agendas.at(-1);
  if (items.length === 0 && agenda !== undefined)
    return html`<p>The agenda, as issued on ${visit.formats.day(agenda.on)}:</p>
<ol class="ds_no-bullets">${agenda.items.map(({ heading, number, place }) => html`<li>${number ?? place}. ${heading ?? "No heading"}</li>\n`)}</ol>`;
  const under = new Set(items.flatMap((item) => item.actions.map(({ reference }) => reference)));
  const others = actions.filter(({ reference }) => !under.has(reference));
  return html`${drawItems(visit, items)}
${
  others.length === 0
    ? ""
    : html`<h3>${visit.words.nouns.actions} under no item</h3>${list(
        others.map((action) => drawAction(visit, action)),
        "",
      )}`
}`;
}

function nextOf(visit: Visit, { nextMeeting: next }: Meeting): Html {
  if (next === null) return html`<p class="site-nothing">The minutes announce none.</p>`;
  const { formats } = visit;
  const { on, local, location, text, became } = next;
  return html`<p>${time(local ?? on, local === null ? formats.day(on) : formats.moment(local))}${location === null ? "" : `, ${location}`}</p>
<p class="site-source">As minuted: “${text}”</p>
${became === null ? "" : html`<p>It came to be:</p>${drawMeeting(visit, became)}`}`;
}

/** Where the items are, for a page that is long. */
function contents({ items }: Meeting): Html {
  if (items.length < 2) return html``;
  return html`<nav class="ds_contents-nav" aria-label="Items"><h2 class="ds_contents-nav__title">Items</h2>
<ol class="ds_contents-nav__list">${items.map((item) => html`<li class="ds_contents-nav__item"><a class="ds_contents-nav__link" href="#item-${item.place}">${nameOf(item)}</a></li>\n`)}</ol></nav>`;
}

function basis(visit: Visit, meeting: Meeting): Html {
  const { source, minutes } = meeting;
  const { formats, words } = visit;
  const read = source?.importedAt.slice(0, 10);
  const redacted = minutes?.redactions.filter(({ lifted }) => lifted === null) ?? [];
  return html`${
    minutes === null
      ? ""
      : html`<p>Minutes: ${tag(words.minutesStatus[minutes.status])}</p>
${minutes.agreements.map(({ on, meeting }) => html`<p>Agreed on ${time(on, formats.day(on))} at ${quoted(meeting)}</p>\n`)}
${minutes.publication.publishedOn === null ? "" : html`<p>Published on ${formats.day(minutes.publication.publishedOn)}</p>`}
${minutes.corrections.length === 0 ? "" : html`<p>Corrections:</p><ul>${minutes.corrections.map(({ text, status }) => html`<li>${text} (${words.correctionStatus[status].toLocaleLowerCase()})</li>\n`)}</ul>`}
${redacted.length === 0 ? "" : html`<p>Passages that are withheld:</p><ul>${redacted.map(({ on, ground, reason }) => html`<li>${words.redactionGround[ground]}, since ${formats.day(on)}: ${reason}</li>\n`)}</ul>`}`
  }
${drawAgreements(visit, meeting, minutes?.agreements.map(({ meeting: { id } }) => id) ?? [])}
${source === null ? "" : html`<p>Read from ${external(source.title, source.officialRecord)}${read ? `, on ${formats.day(read)}` : ""}.</p>`}
${minutes === null && source === null ? html`<p>No minutes are published.</p>` : ""}`;
}
