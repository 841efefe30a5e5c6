// Deutsche Welle: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const deutscheWelle: OutletData = {
  name: "Deutsche Welle",
  forms: ["dw", "dw news"],
  hosts: ["dw.com"],
  titleSuffixes: ["DW"],
};
