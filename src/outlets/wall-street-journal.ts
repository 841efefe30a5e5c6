// The Wall Street Journal: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const wallStreetJournal: OutletData = {
  name: "The Wall Street Journal",
  forms: ["wall street journal", "wsj"],
  hosts: ["wsj.com"],
  titleSuffixes: ["WSJ"],
};
