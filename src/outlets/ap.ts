// AP: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const ap: OutletData = {
  name: "AP",
  forms: ["associated press", "the associated press", "ap news"],
  hosts: ["apnews.com"],
  titleSuffixes: ["AP News"],
};
