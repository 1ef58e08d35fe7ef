import { feed } from "./feed.ts";
import type { Page } from "./page.ts";
import { actionPage } from "./pages/action.ts";
import { actionsPage } from "./pages/actions.ts";
import { commitmentPage } from "./pages/commitment.ts";
import { groupPage } from "./pages/group.ts";
import { homePage } from "./pages/home.ts";
import { groupsPage, meetingsPage, missionsPage } from "./pages/lists.ts";
import { meetingPage } from "./pages/meeting.ts";
import { missionPage } from "./pages/mission.ts";
import { nodePage } from "./pages/node.ts";
import { organisationPage } from "./pages/organisation.ts";
import { personPage } from "./pages/person.ts";
import { searchPage } from "./pages/search.ts";
import { sitemap } from "./sitemap.ts";

/** The pages of a site, in the order in which an address is held against them. */
export const pages: readonly Page[] = [
  homePage,
  groupsPage,
  groupPage,
  meetingsPage,
  meetingPage,
  actionsPage,
  actionPage,
  missionsPage,
  missionPage,
  commitmentPage,
  personPage,
  organisationPage,
  searchPage,
];

/** Every question that a site asks, each under its name: what a gateway may know by heart. */
export const operations = [...pages, nodePage, feed, sitemap].flatMap((page) => page.operations);
