// The New York Times: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const newYorkTimes: OutletData = {
  name: "The New York Times",
  forms: ["new york times", "nyt"],
  hosts: ["nytimes.com"],
  titleSuffixes: ["The New York Times"],
};
