// Al Jazeera: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const alJazeera: OutletData = {
  name: "Al Jazeera",
  forms: ["aljazeera"],
  hosts: ["aljazeera.com"],
  titleSuffixes: ["Al Jazeera"],
};
