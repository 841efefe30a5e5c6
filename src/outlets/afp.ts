// AFP: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const afp: OutletData = {
  name: "AFP",
  forms: ["agence france-presse", "agence france presse"],
  hosts: ["afp.com"],
  titleSuffixes: [],
};
