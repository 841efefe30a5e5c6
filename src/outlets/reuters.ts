// Reuters: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const reuters: OutletData = {
  name: "Reuters",
  forms: ["thomson reuters"],
  hosts: ["reuters.com"],
  titleSuffixes: ["Reuters"],
};
