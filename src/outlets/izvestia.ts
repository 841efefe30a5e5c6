// Izvestia: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const izvestia: OutletData = {
  name: "Izvestia",
  forms: ["izvestiya"],
  hosts: ["iz.ru"],
  titleSuffixes: [],
};
