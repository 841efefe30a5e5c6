// Interfax: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const interfax: OutletData = {
  name: "Interfax",
  forms: ["interfax news agency"],
  hosts: ["interfax.ru", "interfax.com"],
  titleSuffixes: [],
};
