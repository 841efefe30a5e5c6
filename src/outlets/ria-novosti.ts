// RIA Novosti: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const riaNovosti: OutletData = {
  name: "RIA Novosti",
  forms: ["ria"],
  hosts: ["ria.ru"],
  titleSuffixes: [],
};
