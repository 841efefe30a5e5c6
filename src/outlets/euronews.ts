// Euronews: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const euronews: OutletData = {
  name: "Euronews",
  forms: [],
  hosts: ["euronews.com"],
  titleSuffixes: ["Euronews"],
};
