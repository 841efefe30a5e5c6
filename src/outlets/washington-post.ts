// The Washington Post: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const washingtonPost: OutletData = {
  name: "The Washington Post",
  forms: ["washington post"],
  hosts: ["washingtonpost.com"],
  titleSuffixes: ["The Washington Post"],
};
