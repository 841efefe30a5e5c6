// The Guardian: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const guardian: OutletData = {
  name: "The Guardian",
  forms: ["guardian"],
  hosts: ["theguardian.com"],
  titleSuffixes: ["The Guardian"],
};
