// Financial Times: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const financialTimes: OutletData = {
  name: "Financial Times",
  forms: ["ft", "the financial times"],
  hosts: ["ft.com"],
  titleSuffixes: ["Financial Times"],
};
