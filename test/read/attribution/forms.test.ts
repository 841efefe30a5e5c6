// The forms in which reports tell who said what, one table a form: "source | cue | content …" as it must be read, or nothing at all.
import { describe, expect, test } from "vitest";
import { linesOf, sayingsOf, wordsAt } from "./sayings.js";

type Form = {
  readonly form: string;
  readonly reads: readonly (readonly [text: string, ...lines: string[]])[];
  readonly not: readonly string[];
};

const forms: readonly Form[] = [
  {
    form: "colon and dash",
    reads: [
      ["Maria Keller: We will not sign this year.", "Maria Keller | : | We will not sign this year"],
      ["Maria Keller: not enough.", "Maria Keller | : | not enough"],
      ['Maria Keller - "We will not sign."', "Maria Keller | - | We will not sign."],
      ['"We will not sign" - Maria Keller.', "Maria Keller | - | We will not sign"],
      ["KELLER: Let me ask. Will you come?", "KELLER | : | Let me ask. Will you come?"],
    ],
    not: ["Three things: money, time and luck.", 'The boat was called - "Rondo".', "Northport: 3 goals."],
  },
  {
    form: "interrupted quotation",
    reads: [
      [
        '"We are tired," Maria Keller said, pausing, "and we are cold."',
        "Maria Keller | said | We are tired … and we are cold.",
      ],
      [
        '"We will not sign," — said Maria Keller — "until the owner pays."',
        "Maria Keller | said | We will not sign … until the owner pays.",
      ],
      ["It is not, she conceded, the board that decides.", "she | conceded | It is not … the board that decides"],
      [
        "The ship will not sail, Maria Keller said, adding that it was late.",
        "Maria Keller | said | The ship will not sail",
        "Maria Keller | adding | it was late",
      ],
      ["It depended, she stressed, on the price of steel.", "she | stressed | It depended … on the price of steel"],
    ],
    not: ['"The Long Road," which Maria Keller bought, hangs in the hall.'],
  },
  {
    form: "quotation over paragraphs",
    reads: [
      [
        '"We are tired.¶"We go home now.¶"We come back in May," Maria Keller said.',
        "Maria Keller | said | We are tired. … We go home now. … We come back in May",
      ],
      ['Maria Keller said: "We are tired.¶"We go home now."', "Maria Keller | said | We are tired. … We go home now."],
    ],
    not: [],
  },
  {
    form: "quotation in a quotation",
    reads: [
      [
        "\"He told me, 'Sell or close,' and I believed him,\" Tom Varga said.",
        "Tom Varga | said | He told me, 'Sell or close,' and I believed him",
        "He | told | Sell or close",
      ],
      [
        '"We have always said that we would sign," Maria Keller claimed.',
        "Maria Keller | claimed | We have always said that we would sign",
      ],
    ],
    not: [],
  },
  {
    form: "inverted order",
    reads: [
      ["The offer, said Maria Keller, is dead.", "Maria Keller | said | The offer … is dead"],
      [
        "A new name is no new course, says the former engineer, who has led the union since May.",
        "the former engineer | says | A new name is no new course",
      ],
      [
        "The dockers are asked to pay, thunders its head, Tom Varga.",
        "its head, Tom Varga | thunders | The dockers are asked to pay",
      ],
      ["The yard can block it once, lawyers note.", "lawyers | note | The yard can block it once"],
    ],
    not: ["The lawyers left a note."],
  },
  {
    form: "ellipses and half quotations",
    reads: [
      ['"<…> We will not sign," the minister wrote.', "the minister | wrote | <…> We will not sign"],
      ['The minister said that "<…> nobody will sign".', "The minister | said | <…> nobody will sign"],
      ['Maria Keller said the offer was "an insult" to all.', 'Maria Keller | said | the offer was "an insult" to all'],
    ],
    not: [],
  },
  {
    form: "unnamed sources and joint speakers",
    reads: [
      [
        "People familiar with the talks said that no deal was near.",
        "People familiar with the talks | said | no deal was near",
      ],
      [
        "A diplomat who asked not to be named said the talks had failed.",
        "A diplomat who asked not to be named | said | the talks had failed",
      ],
      ["Maria Keller and Tom Varga denied that they had met.", "Maria Keller and Tom Varga | denied | they had met"],
    ],
    not: [],
  },
  {
    form: "somebody urged, with what stands between",
    reads: [
      ["The envoy called on both armies to pull back.", "The envoy | called on | both armies to pull back"],
      ['Tom Varga urged the union "to come back to the table".', "Tom Varga | urged | to come back to the table"],
      [
        "Tom Varga told anyone who would listen, the morning after, that the yard was lost.",
        "Tom Varga | told | the yard was lost",
      ],
    ],
    not: ["The envoy called at both camps on Monday."],
  },
  {
    form: "clauses with as",
    reads: [
      ["As the minister noted, the convoy has left.", "the minister | noted | the convoy has left"],
      ["The convoy, as the minister noted, has left.", "the minister | noted | The convoy … has left"],
    ],
    not: ["As the minister left, the convoy arrived.", "The convoy left as planned, the road being dry."],
  },
  {
    form: "in parentheses",
    reads: [["The offer is dead (Maria Keller said).", "Maria Keller | said | The offer is dead"]],
    not: ["The offer is dead (see below)."],
  },
  {
    form: "by whose count",
    reads: [
      ["Some 900 marched, by the police count.", "the police | count | Some 900 marched"],
      ["Eleven people died there, by the union's count.", "the union | count | Eleven people died there"],
      [
        "On Orvane's figures the two would hold half the market.",
        "Orvane | figures | the two would hold half the market",
      ],
      ["The yard, in his view, was lost.", "his | view | The yard … was lost"],
      ['For Maria Keller, the refusal was "inevitable".', 'Maria Keller | For | the refusal was "inevitable"'],
    ],
    not: ["He won by the count of ten.", "On Orvane's roof the flags were out.", "For Maria Keller, the day was long."],
  },
  {
    form: "what somebody calls it",
    reads: [
      ['They struck for what the council calls "a first warning".', "the council | calls | a first warning"],
      [
        'He is due in Northport for what his ministry describes as a "working visit".',
        'his ministry | describes | a "working visit"',
      ],
      [
        'The deal was described by Maria Keller as "a wish list".',
        'Maria Keller | described | The deal … as "a wish list"',
      ],
    ],
    not: ["They struck for what the council owes."],
  },
  {
    form: "noun cues",
    reads: [
      ["The minister's warning that prices would rise came too late.", "The minister | warning | prices would rise"],
      ["His last words, posted on the wall, were that nobody should wait.", "His | words | nobody should wait"],
    ],
    not: ["The warning light that failed came too late.", "The words were long."],
  },
  {
    form: "verbs of no list, before that",
    reads: [["Tom Varga fluted that the yard was safe.", "Tom Varga | fluted | the yard was safe"]],
    not: ["Tom Varga ensured that the yard was safe.", "The wall meant that the yard was safe."],
  },
  {
    form: "figures and sides behind a colon",
    reads: [
      [
        "The owners have voted: 81 percent in favour, announces Maria Keller.",
        "Maria Keller | announces | 81 percent in favour",
      ],
      [
        "An official was less sure: the yard could be sold at once, the official said.",
        "the official | said | the yard could be sold at once",
      ],
    ],
    not: [],
  },
  {
    form: "where the reporter goes on",
    reads: [
      [
        "The union said the yard was lost; Orvane put the loss at two million.",
        "The union | said | the yard was lost",
        "Orvane | put | the loss at two million",
      ],
      [
        "The road can open soon, the union said, after the council ratified the pact.",
        "the union | said | The road can open soon",
      ],
    ],
    not: [],
  },
];

for (const { form, reads, not } of forms)
  describe(form, () => {
    for (const [text, ...lines] of reads) test(text, () => expect(linesOf(sayingsOf(text))).toEqual(lines));
    for (const text of not) test(`not: ${text}`, () => expect(linesOf(sayingsOf(text))).toEqual([]));
  });

describe("headlines", () => {
  const table: readonly [title: string, ...lines: string[]][] = [
    ["Union: strike to go on", "Union | null | strike to go on"],
    ["Sources: owners to sell mine", "Sources | null | owners to sell mine"],
    ["Strike to go on, says union", "union | says | Strike to go on"],
    ["Ministers 'ready to talk', Tom Varga says", "Tom Varga | says | Ministers 'ready to talk'"],
    ["Weather: rain to go on"],
  ];
  for (const [title, ...lines] of table)
    test(title, () =>
      expect(
        linesOf(sayingsOf(`${title}¶Nothing.`, { document: { titleRange: { start: 0, end: title.length } } })),
      ).toEqual(lines),
    );
});

describe("who tells it, and by whose word", () => {
  const table: readonly [text: string, source: string, via: readonly string[], channel: string | null][] = [
    [
      "The Gazette, citing the ministry's website, reported that the convoy had left.",
      "the ministry",
      ["The Gazette"],
      "website",
    ],
    [
      "The convoy had left, the Gazette reported, citing the ministry's website.",
      "the ministry",
      ["the Gazette"],
      "website",
    ],
    ["The agency, with reference to the ministry, says the convoy has left.", "the ministry", ["The agency"], null],
    ["The Gazette quoted the minister as saying that the convoy had left.", "the minister", ["The Gazette"], null],
  ];
  for (const [text, source, via, channel] of table)
    test(text, () => {
      const { raw, text: words } = sayingsOf(text);
      const [saying] = raw;
      expect([
        wordsAt(words, saying?.source ?? null),
        saying?.via.map((range) => wordsAt(words, range)),
        saying?.channel?.name ?? null,
      ]).toEqual([source, via, channel]);
    });
});
