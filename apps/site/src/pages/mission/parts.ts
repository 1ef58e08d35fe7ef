import type { FragmentOf } from "gql.tada";
import { type Enum, graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { cited, external, html, type Html, link, tag, time, type Tone } from "../../html/parts.ts";
import { paths } from "../../paths.ts";

/** What else a mission keeps: things that come of it, milestones, reports, circumstances, others that it has to do with. */
export const partFields = graphql(`
  fragment PartFields on Mission {
    deliverables { title status deliveredOn source { title publisher url } }
    milestones { title status due actual forecast source { title publisher url } }
    reports { title status publishedOn source { title publisher url } }
    contextFactors { title statement status source { title publisher url } }
    links { title statement url }
    relations { statement status other { slug title } source { title publisher url } }
    relatedBy { statement status mission { slug title } source { title publisher url } }
  }
`);

type Parts = FragmentOf<typeof partFields>;

/** Things that come of a mission. */
export const drawDeliverables = ({ formats, words }: Frame, { deliverables }: Parts): Html[] =>
  deliverables.map(
    ({ title, status, deliveredOn, source }) =>
      html`<p>${title}</p><p class="site-action__facts">${tag(words.deliverableStatus[status], deliverableTones[status])}${deliveredOn === null ? "" : html` <span>${time(deliveredOn, formats.day(deliveredOn))}</span>`}</p>${cited(source)}`,
  );

const deliverableTones: Record<Enum<"DeliverableStatus">, Tone> = {
  PLANNED: "going",
  PRODUCED: "good",
  WITHDRAWN: "ended",
};

/** Days that a mission has set itself. */
export function drawMilestones({ formats, words }: Frame, { milestones }: Parts): Html[] {
  const day = (text: string, date: string | null) =>
    date === null ? "" : html` <span>${text} ${formats.day(date)}</span>`;
  return milestones.map(
    ({ title, status, due, actual, forecast, source }) =>
      html`<p>${title}</p><p class="site-action__facts">${tag(words.milestoneStatus[status])}${day("due", due)}${actual === null ? day("expected", forecast) : day("achieved", actual)}</p>${cited(source)}`,
  );
}

/** What a mission has said of itself. */
export const drawReports = ({ formats, words }: Frame, { reports }: Parts): Html[] =>
  reports.map(
    ({ title, status, publishedOn, source }) =>
      html`<p>${title}</p><p class="site-action__facts">${tag(words.reportStatus[status])}${publishedOn === null ? "" : html` <span>${time(publishedOn, formats.day(publishedOn))}</span>`}</p>${source === null ? "" : cited(source)}`,
  );

/** The circumstances in which a mission works. */
export const drawCircumstances = ({ words }: Frame, { contextFactors }: Parts): Html[] =>
  contextFactors.map(
    ({ title, statement, status, source }) =>
      html`<p><strong>${title}</strong>${status === "WITHDRAWN" ? html` ${tag(words.partStanding[status], "ended")}` : ""}</p><p>${statement}</p>${cited(source)}`,
  );

/** Other missions, plans and programmes. */
export function drawOthers({ words }: Frame, { links, relations, relatedBy }: Parts): Html[] {
  const related = [
    ...relations.map((relation) => ({ ...relation, to: relation.other })),
    ...relatedBy.map((relation) => ({ ...relation, to: relation.mission })),
  ];
  return [
    ...links.map(
      ({ title, statement, url }) =>
        html`<p><strong>${external(title, url)}</strong></p><p>${statement}</p>`,
    ),
    ...related.flatMap(({ to, statement, status, source }) =>
      to === null
        ? []
        : [
            html`<p><strong>${link(to.title, paths.mission(to.slug))}</strong>${status === "WITHDRAWN" ? html` ${tag(words.partStanding[status], "ended")}` : ""}</p><p>${statement}</p>${cited(source)}`,
          ],
    ),
  ];
}
