import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, joined, nothing, type Piece, table } from "../../html/parts.ts";
import { personLink } from "../../lines.ts";
import { paths } from "../../paths.ts";

const memberFields = graphql(`
  fragment MemberFields on Membership {
    role
    position
    from
    to
    asOf
    person { slug name }
    nominees { from to person { slug name } }
    seat { name }
    post { title holders(on: $on) { acting person { slug name } } }
  }
`);

/** Who belongs to a group on a day, and what is vacant in it then. */
export const membersFields = graphql(
  `
    fragment MembersFields on Group {
      slug
      members(first: 100, on: $on) { totalCount nodes { ...MemberFields } }
      vacancies(on: $on) { places vacant }
      vacantSeats(on: $on) { name }
    }
  `,
  [memberFields],
);

type Group = FragmentOf<typeof membersFields>;
type Member = FragmentOf<typeof memberFields>;

const firstRoles: readonly Enum<"MembershipRole">[] = ["CHAIR", "CO_CHAIR", "VICE_CHAIR"];

const rank = ({ role }: Member) =>
  firstRoles.includes(role) ? firstRoles.indexOf(role) : firstRoles.length;

/** Draws the members of a group on a day, with a form that asks for another one. */
export function drawMembers(frame: Frame, group: Group, on: string): Html {
  const { formats, words } = frame;
  const { slug, members } = group;
  const rows = members.nodes
    .toSorted((one, other) => rank(one) - rank(other))
    .map((member) => [
      whoOf(frame, member, on),
      words.membershipRole[member.role],
      member.position ?? member.post?.title ?? member.seat?.name ?? "",
      sinceOf(frame, member),
    ]);
  const day = formats.day(on);
  return html`<form class="site-day" action="${paths.group(slug)}#members" method="get"><label class="ds_label" for="on">Members on the day</label>
<input class="ds_input site-day__input" id="on" name="on" type="date" value="${on}"> <button class="ds_button ds_button--secondary" type="submit">Show</button></form>
${rows.length === 0 ? nothing(`Nobody is recorded as a member on ${day}.`) : table(`Members on ${day}`, ["Name", "Role", "Post or seat", "Member"], rows)}
${members.totalCount > rows.length ? html`<p>${members.totalCount - rows.length} more are not shown.</p>` : ""}
${vacantIn(group, day)}`;
}

/** A person by name, or that whoever it is is told of by a role alone. */
export const namedOrNot = (
  frame: Frame,
  person: { readonly name: string; readonly slug: string } | null,
): Piece => (person === null ? "Name not published" : personLink(frame, person.name, person));

/** Who the member is on the day: whoever holds the post, whoever is named for the seat then, or the person. */
function whoOf(frame: Frame, { person, post, seat, nominees }: Member, on: string): Piece {
  if (post !== null) {
    if (post.holders.length === 0) return "Vacant";
    return joined(
      post.holders.map(
        ({ acting, person: holder }) =>
          html`${namedOrNot(frame, holder)}${acting ? " (acting)" : ""}`,
      ),
    );
  }
  if (seat === null) return namedOrNot(frame, person);
  const nominee = nominees.find(({ from, to }) => from <= on && (to === null || on <= to));
  return nominee === undefined ? "Vacant" : namedOrNot(frame, nominee.person);
}

function sinceOf({ formats }: Frame, { from, to, asOf }: Member): string {
  if (from !== null) return formats.period({ start: from, end: to, label: null });
  if (to !== null) return `until ${formats.day(to)}`;
  return asOf === null ? "" : `listed on ${formats.day(asOf)}`;
}

function vacantIn({ vacancies, vacantSeats }: Group, day: string): Html {
  return html`${vacancies === null ? "" : html`<p>Of the ${vacancies.places} places in its terms of reference, ${vacancies.vacant === 0 ? "none was" : vacancies.vacant === 1 ? "1 was" : `${vacancies.vacant} were`} vacant on ${day}.</p>`}
${vacantSeats.length === 0 ? "" : html`<p>Nobody had these seats on ${day}:</p><ul>${vacantSeats.map(({ name }) => html`<li>${name}</li>\n`)}</ul>`}`;
}
