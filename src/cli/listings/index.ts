// All listings by the name of their command.
import type { Listing } from "../listing.js";
import { chronicle, meetings } from "./events.js";
import { issues, open, positions, proposals } from "./positions.js";
import { actors, discrepancies, documents, problems, state } from "./rest.js";
import { statements } from "./statements.js";

export const listings: Readonly<Record<string, Listing>> = {
  chronicle,
  statements,
  positions,
  proposals,
  open,
  meetings,
  actors,
  issues,
  discrepancies,
  documents,
  state,
  problems,
};
