// TASS: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const tass: OutletData = {
  name: "TASS",
  forms: ["itar-tass", "tass russian news agency"],
  hosts: ["tass.com", "tass.ru"],
  titleSuffixes: ["TASS"],
};
