// Bloomberg: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const bloomberg: OutletData = {
  name: "Bloomberg",
  forms: ["bloomberg news"],
  hosts: ["bloomberg.com"],
  titleSuffixes: ["Bloomberg"],
};
