// Outlets as data: what is known of each, so that its pages name it. One 10–30 line file an outlet.
import type { OutletData } from "../ingest/outlet.js";

export const outlets: readonly OutletData[] = [];
