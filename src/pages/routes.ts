// The list of pages: what a server answers and a site of files writes. A new page is one file and one line here.
import { actorPage } from "./actor.js";
import { actorsPage } from "./actors.js";
import { chroniclePage } from "./chronicle.js";
import type { PageContent, PageContext } from "./context.js";
import { documentPage } from "./document.js";
import { documentsPage } from "./documents.js";
import { eventPage } from "./event.js";
import type { PageName } from "./links.js";
import type { RecordIndex } from "./record-index.js";
import { statementsPage } from "./statements.js";

export type Route = {
  readonly name: PageName;
  /** Ids of the things that have such a page; [""] for a page that stands once. */
  readonly ids: (index: RecordIndex) => readonly string[];
  /** The page; null where there is no such thing. Throws InputError on a query that cannot be understood. */
  readonly render: (context: PageContext, id: string, query: URLSearchParams) => PageContent | null;
};

const once = (): readonly string[] => [""];

export const routes: readonly Route[] = [
  { name: "chronicle", ids: once, render: (context, _, query) => chroniclePage(context, query) },
  { name: "event", ids: ({ events }) => [...events.keys()], render: eventPage },
  { name: "statements", ids: once, render: (context, _, query) => statementsPage(context, query) },
  { name: "actors", ids: once, render: (context, _, query) => actorsPage(context, query) },
  { name: "actor", ids: ({ actors }) => [...actors.keys()], render: actorPage },
  { name: "documents", ids: once, render: (context, _, query) => documentsPage(context, query) },
  { name: "document", ids: ({ documents }) => [...documents.keys()], render: documentPage },
];
