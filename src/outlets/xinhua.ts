// Xinhua: how its pages name it.
import type { OutletData } from "../ingest/outlet.js";

export const xinhua: OutletData = {
  name: "Xinhua",
  forms: ["xinhuanet", "xinhua news agency"],
  hosts: ["xinhuanet.com", "news.cn"],
  titleSuffixes: ["Xinhua"],
};
