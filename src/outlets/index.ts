// Outlets as data: what is known of each, so that its pages name it. One small file an outlet, in order of their names.
import type { OutletData } from "../ingest/outlet.js";
import { afp } from "./afp.js";
import { alJazeera } from "./al-jazeera.js";
import { anadolu } from "./anadolu.js";
import { ap } from "./ap.js";
import { bbc } from "./bbc.js";
import { bloomberg } from "./bloomberg.js";
import { cnn } from "./cnn.js";
import { deutscheWelle } from "./deutsche-welle.js";
import { euronews } from "./euronews.js";
import { financialTimes } from "./financial-times.js";
import { guardian } from "./guardian.js";
import { interfax } from "./interfax.js";
import { izvestia } from "./izvestia.js";
import { kommersant } from "./kommersant.js";
import { kyivIndependent } from "./kyiv-independent.js";
import { newYorkTimes } from "./new-york-times.js";
import { politico } from "./politico.js";
import { rbc } from "./rbc.js";
import { reuters } from "./reuters.js";
import { riaNovosti } from "./ria-novosti.js";
import { tass } from "./tass.js";
import { ukrinform } from "./ukrinform.js";
import { wallStreetJournal } from "./wall-street-journal.js";
import { washingtonPost } from "./washington-post.js";
import { xinhua } from "./xinhua.js";

export const outlets: readonly OutletData[] = [
  afp,
  alJazeera,
  anadolu,
  ap,
  bbc,
  bloomberg,
  cnn,
  deutscheWelle,
  euronews,
  financialTimes,
  guardian,
  interfax,
  izvestia,
  kommersant,
  kyivIndependent,
  newYorkTimes,
  politico,
  rbc,
  reuters,
  riaNovosti,
  tass,
  ukrinform,
  wallStreetJournal,
  washingtonPost,
  xinhua,
];
