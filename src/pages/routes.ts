// The list of pages: what a server answers and a site of files writes. A new page is one file and one line here.
import { aboutPage } from "./about.js";
import { actorPage } from "./actor.js";
import { actorsPage } from "./actors.js";
import { briefPage } from "./brief.js";
import { calendarPage } from "./calendar.js";
import { chroniclePage } from "./chronicle.js";
import { comparePage } from "./compare.js";
import { compareReportsPage } from "./compare-reports.js";
import type { PageContent, PageContext } from "./context.js";
import { discrepanciesPage } from "./discrepancies.js";
import { documentPage } from "./document.js";
import { documentsPage } from "./documents.js";
import { downloadsPage } from "./downloads.js";
import { eventPage } from "./event.js";
import { issuePage } from "./issue.js";
import type { PageName } from "./links.js";
import { meetingsPage } from "./meetings.js";
import { networkPage } from "./network.js";
import { newPage } from "./new.js";
import { openPage } from "./open.js";
import { outletsPage } from "./outlets.js";
import { positionsPage } from "./positions.js";
import { problemsPage } from "./problems.js";
import { proposalsPage } from "./proposals.js";
import type { RecordIndex } from "./record-index.js";
import { searchPage } from "./search.js";
import { statePage } from "./state.js";
import { statementsPage } from "./statements.js";
import { utterancePage } from "./utterance.js";
import { isTold, variantsPage } from "./variants.js";
import { whyPage } from "./why.js";

export type Route = {
  readonly name: PageName;
  /** Ids of the things that have such a page; [""] for a page that stands once. */
  readonly ids: (index: RecordIndex) => readonly string[];
  /** The page; null where there is no such thing. Throws InputError on a query that cannot be understood. */
  readonly render: (context: PageContext, id: string, query: URLSearchParams) => PageContent | null;
};

/** A page that stands once. */
const once = (name: PageName, render: (context: PageContext, query: URLSearchParams) => PageContent): Route => ({
  name,
  ids: () => [""],
  render: (context, _, query) => render(context, query),
});

export const routes: readonly Route[] = [
  once("chronicle", chroniclePage),
  { name: "event", ids: ({ events }) => [...events.keys()], render: eventPage },
  {
    name: "compare",
    ids: ({ events }) => [...events.values()].filter(({ sources }) => sources.reports > 1).map(({ id }) => id),
    render: comparePage,
  },
  once("brief", briefPage),
  once("new", newPage),
  once("state", statePage),
  once("discrepancies", discrepanciesPage),
  once("statements", statementsPage),
  once("variants", variantsPage),
  {
    name: "utterance",
    ids: ({ utterances }) => [...utterances.values()].filter(isTold).map(({ id }) => id),
    render: utterancePage,
  },
  once("positions", positionsPage),
  { name: "issue", ids: ({ issues }) => [...issues.keys()], render: issuePage },
  once("open", openPage),
  once("proposals", proposalsPage),
  once("meetings", meetingsPage),
  once("calendar", calendarPage),
  once("network", networkPage),
  once("actors", actorsPage),
  { name: "actor", ids: ({ actors }) => [...actors.keys()], render: actorPage },
  { name: "why", ids: () => [], render: whyPage }, // as many as lines: only those that a page leads to are written
  once("documents", documentsPage),
  { name: "document", ids: ({ documents }) => [...documents.keys()], render: documentPage },
  once("compareReports", compareReportsPage),
  once("outlets", outletsPage),
  once("problems", problemsPage),
  once("search", searchPage),
  once("downloads", downloadsPage),
  once("about", aboutPage),
];
