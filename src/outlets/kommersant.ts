// Kommersant: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const kommersant: OutletData = {
  name: "Kommersant",
  forms: ["kommersant daily"],
  hosts: ["kommersant.ru"],
  titleSuffixes: [],
};
