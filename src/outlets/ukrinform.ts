// Ukrinform: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const ukrinform: OutletData = {
  name: "Ukrinform",
  forms: [],
  hosts: ["ukrinform.net", "ukrinform.ua"],
  titleSuffixes: [],
};
