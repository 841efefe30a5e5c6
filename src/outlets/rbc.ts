// RBC: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const rbc: OutletData = {
  name: "RBC",
  forms: ["rbk"],
  hosts: ["rbc.ru"],
  titleSuffixes: [],
};
