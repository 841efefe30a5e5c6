// Sixty and more shapes in which the head of a report prints its day, its outlet and its headline: plain text and pages.
import { describe, expect, test } from "vitest";
import { furnitureOf, take } from "./kit.js";

const headline = "Ferry crews and owners agree to talk again";
const body =
  "The crews of the island ferries and their owners met in the old customs house, and both sides said in the evening that they would talk again.";
const second =
  "Nobody would say what the offer had been, but both delegations stayed for dinner with the mayor of the town.";

type Head = readonly [head: string, day: string | null, outlet: string | null];

/** What stands above the headline or below it; "%" is the headline. */
const heads: readonly Head[] = [
  // labelled
  ["%\nPublished: 12 March 2031, 14:05 GMT", "2031-03-12", null],
  ["%\nPublished 12 March 2031", "2031-03-12", null],
  ["%\nPublished on Wednesday, March 12, 2031", "2031-03-12", null],
  ["%\nPublished on 12.03.2031 at 18:20", "2031-03-12", null],
  ["%\nPosted: Mar 12, 2031 2:05PM", "2031-03-12", null],
  ["%\nPosted on March 12th, 2031", "2031-03-12", null],
  ["%\nDate: 2031-03-12", "2031-03-12", null],
  ["%\nDate published: 12/03/2031 | Date modified: 25/03/2031", "2031-03-12", null],
  ["%\nFirst published 12 March 2031; last updated 14 March 2031", "2031-03-12", null],
  ["%\nLast updated: 14 March 2031\nPublished: 12 March 2031", "2031-03-12", null],
  ["%\nPublished: 12 March 2031 (updated 13 March 2031)", "2031-03-12", null],
  ["%\nIssued on 12 March 2031", "2031-03-12", null],
  ["%\nRelease date: 12 March 2031", "2031-03-12", null],
  ["%\nSource: Harbour Post, 12 March 2031", "2031-03-12", "Harbour Post"],
  // bare
  ["%\n12 March 2031", "2031-03-12", null],
  ["%\nWednesday 12 March 2031", "2031-03-12", null],
  ["%\nWed., Mar. 12, 2031", "2031-03-12", null],
  ["%\nMarch 12, 2031 at 2:05 p.m. ET", "2031-03-12", null],
  ["%\n12-Mar-2031", "2031-03-12", null],
  ["%\n12.03.2031", "2031-03-12", null],
  ["%\n12.03.31", "2031-03-12", null],
  ["%\n2031/03/12 09:30", "2031-03-12", null],
  ["%\n2031-03-12T09:30:00+01:00", "2031-03-12", null],
  ["%\n25/03/2031", "2031-03-25", null],
  ["%\n03/25/2031", "2031-03-25", null],
  ["%\nWednesday 05/03/2031", "2031-03-05", null],
  ["%\nWednesday 03/05/2031", "2031-03-05", null],
  ["%\nthe 12th of March, 2031", "2031-03-12", null],
  ["%\n12 March 2031 | 4 min read", "2031-03-12", null],
  ["%\n12 March 2031 · Politics · For subscribers", "2031-03-12", null],
  // with a writer
  ["%\nBy Ana Petrova | March 12, 2031", "2031-03-12", null],
  ["%\nBy Ana Petrova, 12 March 2031", "2031-03-12", null],
  ["%\nAna Petrova\n12 March 2031", "2031-03-12", null],
  ["%\nBy Ana Petrova in Oslo and Jan Holm\nWednesday, 12 March 2031, 06:00", "2031-03-12", null],
  ["%\nNobody won, and nobody lost.\nBy Ana Petrova\n12 March 2031", "2031-03-12", null],
  // with an outlet
  ["Harbour Post | 12 March 2031, 21:40 GMT\n%", "2031-03-12", "Harbour Post"],
  ["Harbour Post - Issue 4,418 - Wednesday 12 March 2031\nSHIPPING\n%", "2031-03-12", "Harbour Post"],
  ["THE HARBOUR POST\nWednesday, March 12, 2031\n%", "2031-03-12", "The Harbour Post"],
  ["THE HARBOUR POST - 12 March 2031\nLeader\n%", "2031-03-12", "The Harbour Post"],
  ["The Harbour Post. Weekly. 12 March 2031\n%", "2031-03-12", "The Harbour Post"],
  ["The Lowland Review\nCOMMENT - Wednesday, 12 March 2031\n%\nAna Petrova", "2031-03-12", "The Lowland Review"],
  ["Agencia Ribera / English service\n12 March 2031\n%", "2031-03-12", "Agencia Ribera"],
  ["KTB News\nHome  World  Business  Europe\n%\nPublished 12 March 2031", "2031-03-12", "KTB News"],
  ["Meridian News | Home | World | Live\nPublished 12 March 2031, 18:04 GMT\n%", "2031-03-12", "Meridian News"],
  [
    "RAIL AND SEA - the journal of the ferry trade\n12.03.2031 / Labour relations / Subscriber content\n%",
    "2031-03-12",
    "Rail and Sea",
  ],
  ["Quaywire - Business wire - ref 1005/114\n12 March 2031\n%", "2031-03-12", "Quaywire"],
  [
    "LIVE: island ferries - latest updates\nDaily Lowland. Wednesday 12 March 2031. Last updated 18.05 CET\n%",
    "2031-03-12",
    "Daily Lowland",
  ],
  ["LIVE | Wednesday 12 March 2031 | Last updated 17:40\n%", "2031-03-12", null],
  [
    "Ferry strike live: crews to talk\nThe Daily Ledger | Wed 12 Mar 2031 | 11.04 GMT\n%",
    "2031-03-12",
    "The Daily Ledger",
  ],
  ["The Northern Letter\nIssue of 12 March 2031\n%", "2031-03-12", "The Northern Letter"],
  ["Island notebook, 12 March 2031\n%", "2031-03-12", null],
  // with much around it
  [
    "Copyright 2031 Harbour Post Ltd.\nAll Rights Reserved\nHarbour Post\n\nMarch 12, 2031 Wednesday\n\nSECTION: BUSINESS; Pg. 4\n\nLENGTH: 512 words\n\nHEADLINE: %\n\nBYLINE: Ana Petrova\n\nBODY:",
    "2031-03-12",
    "Harbour Post",
  ],
  ["PRESS RELEASE\nFOR IMMEDIATE RELEASE\nLisbon, 12 March 2031\n%", "2031-03-12", null],
  ["%\n12 Mar 2031 14:05 GMT | Updated 13 Mar 2031 15:10 GMT\nBy Ana Petrova and Jan Holm", "2031-03-12", null],
  [
    "Radio Vest | News\nShipping\n%\nAna Petrova, economics correspondent\n@anapetrova\nWednesday 12 March 2031 11.20 GMT\nShare\nSave",
    "2031-03-12",
    "Radio Vest",
  ],
  [
    "%\nBy ANA PETROVA, Chief Reporter\nPUBLISHED: 06:00, 12 March 2031 | UPDATED: 09:14, 13 March 2031\n47 shares\n12 comments",
    "2031-03-12",
    null,
  ],
  ["FERRY WATCH WEEKLY\nVol. 12, No. 4 (12 March 2031)\nNEWS\n%", "2031-03-12", "Ferry Watch Weekly"],
  ["As it happened: crews and owners meet\nLowland Today\n12 March 2031\n%", "2031-03-12", "Lowland Today"],
  ["%\nPosted by Ana Petrova on March 12, 2031\nFiled under: Ports, Pay", "2031-03-12", null],
  ["Title: %\nSource: The Harbour Post\nDate: 12 March 2031\nAuthor: Ana Petrova", "2031-03-12", "The Harbour Post"],
  ["Harbour Post // 12.03.2031 // Shipping\n%", "2031-03-12", "Harbour Post"],
  ["3\nHarbour Post\nPage A4\nMarch 12, 2031\n%", "2031-03-12", "Harbour Post"],
  ["(Machine translation from Norwegian)\nVestposten, 12 March 2031\n%", "2031-03-12", "Vestposten"],
  // a name without a medium's words
  ["Tidewater\n\n%\n\nBy Ana Petrova", null, "Tidewater"],
  ["Anvil\nHome | News | Sport | Opinion\n%\n12 Mar 2031", "2031-03-12", "Anvil"],
  ["The Anvil\n\n%", null, "The Anvil"],
  ["%\n\nThe Anvil – 12 March 2031", "2031-03-12", "The Anvil"],
  ["%\n(Anvil, 12 March 2031)", "2031-03-12", "Anvil"],
  ["Kurier Wieczorny (Poland)\n12 March 2031\n\n%", "2031-03-12", "Kurier Wieczorny"],
  // beside the headline
  ["% | The Anvil", null, "The Anvil"],
  ["% | Anvil\n12 March 2031", "2031-03-12", "Anvil"],
  ["% - Harbour Gazette\n\n12 March 2031", "2031-03-12", "Harbour Gazette"],
  ["% – 12 March 2031 – Harbour Gazette", "2031-03-12", "Harbour Gazette"],
  ["% | Business | The Anvil", null, "The Anvil"],
  ["ANVIL | %", null, "ANVIL"],
  ["[Anvil] %", null, "Anvil"],
  // beside the writer
  ["%\n\nBy Ana Petrova, The Anvil", null, "The Anvil"],
  ["%\n\nBy Ana Petrova | Harbour Gazette", null, "Harbour Gazette"],
  ["%\n\nBy Ana Petrova for Anvil", null, "Anvil"],
  ["%\n\nBy ANA PETROVA\nOf The Anvil staff", null, "The Anvil"],
  ["%\n\nBy Ana Petrova\nHarbour Gazette Staff Writer", null, "Harbour Gazette"],
  ["%\n\nBy Anvil Staff\nMarch 12, 2031", "2031-03-12", "Anvil"],
  ["%\n\nStaff report, Harbour Gazette", null, "Harbour Gazette"],
  ["Harbour Gazette\n%\nBy Quaywire", null, "Harbour Gazette"],
  ["%\n\nBy Ana Petrova, Business Editor", null, null],
  ["%\n\nBy Ana Petrova, Lisbon", null, null],
  ["%\n\nBy Ana Petrova and Jan Holm", null, null],
  // a paper's own words, a letter's head
  [
    "THE HARBOUR GAZETTE\nEstablished 1871\nWednesday, 12 March 2031 Price 80p\n\n%",
    "2031-03-12",
    "The Harbour Gazette",
  ],
  ["HARBOUR GAZETTE ONLINE\nLocal news for the islands\n\n%\n\nAna Petrova", null, "Harbour Gazette Online"],
  [
    "From: The Anvil <morning@anvil.example>\nTo: readers\nSubject: %\nDate: Wed, 12 Mar 2031 06:30",
    "2031-03-12",
    "The Anvil",
  ],
  ["Harbour Gazette\nReprinted from Quaywire\n\n%", null, "Harbour Gazette"],
  // year from elsewhere
  ["%\nWednesday 12 March\n\n© 2031 Harbour Post. All rights reserved.", "2031-03-12", "Harbour Post"],
  // only changed: then, or before
  ["%\nLast updated: 14 March 2031", "2031-03-14~", null],
  ["%\nThis article was amended on 14 March 2031", "2031-03-14~", null],
  // nothing, or two answers
  ["%", null, null],
  ["%\n03/07/2031", null, null],
  ["%\nWednesday 12/03/2031", null, null], // both are Wednesdays
  ["%\n3 hours ago", null, null],
  ["%\n14:05", null, null],
  ["%\nCopyright 2031 Harbour Post", null, "Harbour Post"],
];

const plainReport = (head: string): string => `${head.replace("%", headline)}\n\n${body}\n\n${second}`;

describe("heads of plain reports", () => {
  test.each(heads)("%s", async (head, day, outlet) => {
    const document = await take(plainReport(head));
    expect([document.published.value, document.outlet, document.title]).toEqual([day, outlet, headline]);
    const kept = [headline, body, second];
    for (const [, words] of furnitureOf(document)) expect(kept.some((line) => line.includes(words))).toBe(false);
  });

  test("all but headline and paragraphs are furniture", async () => {
    for (const [head] of heads) {
      const document = await take(plainReport(head));
      const marked = furnitureOf(document).map(([, words]) => words);
      const kept = [headline, body, second];
      const lines = document.text
        .split("\n")
        .filter((line) => line !== "" && !kept.some((each) => line.includes(each)));
      for (const line of lines.filter((each) => !each.startsWith("Nobody won")))
        expect(
          marked.some((words) => words.includes(line)),
          `${line} of ${head}`,
        ).toBe(true);
    }
  });
});

/** Datelines: place, day, agency; what is no dateline. */
const datelines: readonly (readonly [lead: string, day: string | null, outlet: string | null])[] = [
  ["LISBON, March 12, 2031 (Quaywire) - ", "2031-03-12", "Quaywire"],
  ["LISBON, 12 March 2031 /Quaywire/ - ", "2031-03-12", "Quaywire"],
  ["LISBON, Portugal, Mar. 12, 2031 (Quaywire) — ", "2031-03-12", "Quaywire"],
  ["LISBON (Quaywire) - ", null, "Quaywire"],
  ["LISBON - ", null, null],
  ["LISBON (dpa) - ", null, "dpa"],
];

describe("datelines", () => {
  test.each(datelines)("%s", async (lead, day, outlet) => {
    const document = await take(`${headline}\n\n${lead}${body}\n\n${second}`);
    expect([document.published.value, document.outlet, document.title]).toEqual([day, outlet, headline]);
    expect(document.dateline?.place).toMatch(/^LISBON/);
  });
});

/** Below the report. */
const feet: readonly (readonly [foot: string, day: string | null, outlet: string | null])[] = [
  ["Published: 12 March 2031", "2031-03-12", null],
  ["12 March 2031", "2031-03-12", null],
  ["This article first appeared in The Harbour Post.", null, "The Harbour Post"],
  ["Reprinted with the permission of Northern Gazette.", null, "Northern Gazette"],
  ["© 2031 Harbour Post Ltd. All rights reserved.", null, "Harbour Post"],
  ["— Quaywire", null, "Quaywire"],
  ["/Quaywire/", null, "Quaywire"],
  ["© Anvil Media 2031. All rights reserved.", null, "Anvil"],
  ["Source: Anvil, 12 March 2031", "2031-03-12", "Anvil"],
  ["Published in The Anvil on March 12, 2031", null, "The Anvil"],
  ["This article first appeared in The Anvil on 12 March 2031.", null, "The Anvil"],
  ["Read the original at The Anvil", null, "The Anvil"],
  ["Ana Petrova is the Anvil's labour correspondent.", null, "Anvil"],
  ["Ana Petrova writes about ports for The Anvil.", null, "The Anvil"],
  ["Sign up to The Anvil's daily newsletter.", null, "The Anvil"],
  ["Support independent journalism: become a member of The Anvil today.", null, "The Anvil"],
  ["Reporting by Ana Petrova for Quaywire; editing by Jan Holm", null, "Quaywire"],
  ["Our Standards: Quaywire Trust Principles.", null, "Quaywire"],
  ["— Ana Petrova", null, null],
  ["Ana Petrova is a labour reporter at The Harbour Post.", null, "The Harbour Post"],
  ["Follow Northern Gazette on Telegram", null, "Northern Gazette"],
  ["nka/ab/cd 120331", "2031-03-12", null],
  ["(Reporting by Ana Petrova; editing by Jan Holm)", null, null],
  ["Comments (2)\nJan, 14 March 2031\nWell said.", null, null],
];

describe("below a report", () => {
  test.each(feet)("%s", async (foot, day, outlet) => {
    const document = await take(`${headline}\n\n${body}\n\n${second}\n\n${foot}`);
    expect([document.published.value, document.outlet, document.title]).toEqual([day, outlet, headline]);
  });
});

/** Pages: what stands in head and body. */
const pages: readonly (readonly [name: string, head: string, above: string, day: string | null])[] = [
  [
    "article:published_time",
    '<meta property="article:published_time" content="2031-03-12T09:00:00Z">',
    "",
    "2031-03-12",
  ],
  ["a meta date", '<meta name="date" content="2031-03-12">', "", "2031-03-12"],
  ["dc.date.issued", '<meta name="DC.date.issued" content="2031-03-12">', "", "2031-03-12"],
  [
    "JSON-LD in a graph",
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2031-03-12T08:00:00+02:00","dateModified":"2031-03-14"}]}</script>',
    "",
    "2031-03-12",
  ],
  [
    "JSON-LD that was only changed",
    '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2031-03-14"}</script>',
    "",
    null,
  ],
  ["a time element", "", '<time datetime="2031-03-12T09:00">12 March</time>', "2031-03-12"],
  ["a time element that is marked as changed", "", '<time class="updated" datetime="2031-03-14">14 March</time>', null],
  ["a printed day", "", '<p class="post-date">12 March 2031</p>', "2031-03-12"],
  ["the address", '<link rel="canonical" href="https://www.harbour.example/2031/03/12/ferries">', "", "2031-03-12"],
  [
    "the address with a month's name",
    '<link rel="canonical" href="https://www.harbour.example/2031/mar/12/ferries">',
    "",
    "2031-03-12",
  ],
  ["words in a meta tag", '<meta name="pubdate" content="Wed, 12 Mar 2031 09:00:00 GMT">', "", "2031-03-12"],
];

describe("pages", () => {
  test.each(pages)("%s", async (_name, head, above, day) => {
    const page = `<html><head><title>${headline}</title>${head}</head><body><article><h1>${headline}</h1>${above}<p>${body}</p><p>${second}</p></article></body></html>`;
    const document = await take(page, "page.html");
    expect([document.published.value, document.title]).toEqual([day, headline]);
  });
});
