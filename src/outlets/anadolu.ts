// Anadolu Agency: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const anadolu: OutletData = {
  name: "Anadolu Agency",
  forms: ["anadolu", "aa"],
  hosts: ["aa.com.tr"],
  titleSuffixes: [],
};
