// The Kyiv Independent: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const kyivIndependent: OutletData = {
  name: "The Kyiv Independent",
  forms: ["kyiv independent"],
  hosts: ["kyivindependent.com"],
  titleSuffixes: [],
};
