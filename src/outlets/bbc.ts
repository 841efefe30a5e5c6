// BBC News: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const bbc: OutletData = {
  name: "BBC News",
  forms: ["bbc"],
  hosts: ["bbc.com", "bbc.co.uk"],
  titleSuffixes: ["BBC News"],
};
