import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "./graph/documents.ts";
import type { Frame } from "./html/layout.ts";
import { counted, html, type Html, joined, link, tag, time, type Tone } from "./html/parts.ts";
import { pathOf, paths } from "./paths.ts";

/** Whoever is named somewhere, with what it takes to lead to their page. */
export const agentFields = graphql(`
  fragment AgentFields on Agent {
    type: __typename
    name
    ... on Group { slug }
    ... on Organisation { slug }
    ... on Person { slug }
  }
`);

interface Named {
  readonly name: string;
  readonly agent: FragmentOf<typeof agentFields> | null;
}

/** A name as it was written, which leads to whoever has it. */
export const agentLink = (frame: Frame, { name, agent }: Named): Html =>
  agent?.type === "Person" ? personLink(frame, name, agent) : link(name, agent && pathOf(agent));

/** A name that leads to its person, where the site has pages of persons. */
export const personLink = (
  { settings }: Frame,
  name: string,
  person: { readonly slug: string } | null,
): Html => link(name, person !== null && settings.pages.people ? paths.person(person.slug) : null);

const actionTones: Record<Enum<"ActionStatus">, Tone> = {
  DRAFT: "plain",
  OPEN: "going",
  IN_PROGRESS: "going",
  BLOCKED: "stopped",
  DONE: "good",
  CLOSED: "good",
  TRANSFERRED: "ended",
  SUPERSEDED: "ended",
  WITHDRAWN: "ended",
};

/** The status of an action in words. */
export const actionTag = ({ words }: Frame, status: Enum<"ActionStatus">): Html =>
  tag(words.actionStatus[status], actionTones[status]);

/** An action as it stands in a list. */
export const actionLine = graphql(
  `
    fragment ActionLine on Action {
      reference
      text
      status
      overdue
      due { inWords }
      owners { name agent { ...AgentFields } }
    }
  `,
  [agentFields],
);

/** Draws an action in a list: its words lead to its page, and its reference stands before them. */
export function drawAction(frame: Frame, action: FragmentOf<typeof actionLine>): Html {
  const { reference, text, status, overdue, due, owners } = action;
  return html`<div class="site-action"><p class="site-action__text"><a href="${paths.action(reference)}">${text}</a></p>
<p class="site-action__facts">${actionTag(frame, status)}${overdue ? html` ${tag("Overdue", "stopped")}` : ""} <span class="site-reference">${reference}</span> ${ownersOf(frame, owners)}${due.inWords ? html` <span>Due: ${due.inWords}</span>` : ""}</p></div>`;
}

/** Owners with commas between. */
export const ownersOf = (frame: Frame, owners: readonly Named[]): Html =>
  owners.length === 0
    ? html`<span>No owner stated</span>`
    : html`<span>${owners.length === 1 ? "Owner" : "Owners"}: ${joined(owners.map((owner) => agentLink(frame, owner)))}</span>`;

/** A meeting as it stands in a list. */
export const meetingLine = graphql(`
  fragment MeetingLine on Meeting {
    slug
    title
    heldOn
    local
    location
    status
    openActionCount
    attendanceCount(status: PRESENT)
    group { name slug }
    minutes { status publication { status publishedOn } }
  }
`);

const meetingTones: Record<Enum<"MeetingStatus">, Tone> = {
  TENTATIVE: "plain",
  SCHEDULED: "going",
  POSTPONED: "stopped",
  CANCELLED: "stopped",
  IN_SESSION: "going",
  HELD: "good",
  CLOSED: "good",
};

/** The status of a meeting in words. */
export const meetingTag = ({ words }: Frame, status: Enum<"MeetingStatus">): Html =>
  tag(words.meetingStatus[status], meetingTones[status]);

/** Draws a meeting in a list. */
export function drawMeeting(frame: Frame, meeting: FragmentOf<typeof meetingLine>): Html {
  const { formats, words } = frame;
  const { slug, title, heldOn, local, location, status, attendanceCount, openActionCount } =
    meeting;
  const counts = [
    ...(attendanceCount > 0 ? [`${attendanceCount} present`] : []),
    ...(openActionCount > 0
      ? [`${counted(openActionCount, words.nouns.action, words.nouns.actions)} open`]
      : []),
    ...(location === null ? [] : [location]),
  ];
  return html`<div class="site-meeting"><p class="site-meeting__title"><a href="${paths.meeting(slug)}">${title}</a></p>
<p class="site-meeting__facts">${meetingTag(frame, status)} ${time(local ?? heldOn, local === null ? formats.day(heldOn) : formats.moment(local))}${counts.map((count) => html` <span>${count}</span>`)}</p></div>`;
}

/** An announced meeting. */
export const upcomingFields = graphql(`
  fragment UpcomingFields on UpcomingMeeting {
    on
    local
    text
    location
    meeting { slug title }
    announcedAt { slug title }
  }
`);

/** Draws the next meeting of a group: scheduled, or as the latest minutes announce it. */
export function drawUpcoming(
  { formats }: Frame,
  { on, local, text, location, meeting, announcedAt }: FragmentOf<typeof upcomingFields>,
): Html {
  const when = time(local ?? on, local === null ? formats.day(on) : formats.moment(local));
  return html`<p>${meeting === null ? when : html`<a href="${paths.meeting(meeting.slug)}">${when}</a>`}${location === null ? "" : `, ${location}`}</p>
${text === null ? "" : html`<p class="site-source">As announced${announcedAt === null ? "" : html` in the <a href="${paths.meeting(announcedAt.slug)}">minutes</a>`}: “${text}”</p>`}`;
}

/** Where in a list a reader is, and how it goes on. */
export const pageFields = graphql(`
  fragment PageFields on PageInfo {
    hasNextPage
    endCursor
  }
`);

/** What a record quotes: its name of the day, which leads to its page where a reader may see that. */
export function quoted({ id, label }: { readonly id: string; readonly label: string }): Html {
  const [type = ""] = id.split(":");
  // Whoever may not see it is told what sort of thing it is, such as "a meeting".
  const isNamed = !/^an? [a-z ]+$/u.test(label);
  return link(label, isNamed && leadSomewhere.has(type) ? paths.node(id) : null);
}

const leadSomewhere = new Set([
  "Action",
  "Commitment",
  "Contribution",
  "Decision",
  "Group",
  "Indicator",
  "Item",
  "Meeting",
  "Minutes",
  "Mission",
  "Outcome",
  "Paper",
  "Recommendation",
  "Report",
  "Target",
  "TermsOfReference",
]);
