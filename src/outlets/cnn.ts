// CNN: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const cnn: OutletData = {
  name: "CNN",
  forms: ["cable news network"],
  hosts: ["cnn.com"],
  titleSuffixes: ["CNN", "CNN Politics"],
};
