// Politico: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const politico: OutletData = {
  name: "Politico",
  forms: [],
  hosts: ["politico.com", "politico.eu"],
  titleSuffixes: ["POLITICO"],
};
