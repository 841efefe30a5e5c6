// What is read as said, by whom, on which occasion; and what must not be.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalActor } from "../../../src/model/reading.js";
import type { Range } from "../../../src/model/span.js";
import { withActors } from "../../../src/read/attribution/attribution.js";
import { linesOf, sayingsOf, wordsAt } from "./sayings.js";

describe("who says what", () => {
  const table: readonly [text: string, ...lines: string[]][] = [
    // the subject with what hangs on it
    [
      "Maria Keller, 52, head of the dockers' union, said she would sign.",
      "Maria Keller, 52, head of the dockers' union | said | she would sign",
    ],
    ["The dockers (UQD) said that they would strike.", "The dockers (UQD) | said | they would strike"],
    [
      "A diplomat who has followed the talks said that the odds were nil.",
      "A diplomat who has followed the talks | said | the odds were nil",
    ],
    [
      "The minister and the mayor said that the bridge was safe.",
      "The minister and the mayor | said | the bridge was safe",
    ],
    // joined and participial cues
    [
      "Orvane put the number at four hundred and said one of its quays was open.",
      "Orvane | put | the number at four hundred",
      "Orvane | said | one of its quays was open",
    ],
    ["Tom Varga left the hall, saying that the vote was lost.", "Tom Varga | saying | the vote was lost"],
    // several cues in one sentence
    [
      "Maria Keller said the offer was poor, while Tom Varga insisted that it was fair.",
      "Maria Keller | said | the offer was poor",
      "Tom Varga | insisted | it was fair",
    ],
    [
      "The talks failed, the minister explained, because nobody came.",
      "the minister | explained | The talks failed … because nobody came",
    ],
    // quotations in pieces and in several sentences
    ['"No," Maria Keller said. "Not today."', "Maria Keller | said | No … Not today."],
    ['"We moved. They did not move," she told reporters.', "she | told | We moved. They did not move"],
    ['Tom Varga called it "a wish list," and left.', 'Tom Varga | called | it "a wish list,"'],
    // clauses put first; a second piece of the same subject
    [
      "Should the talks fail, she warned, the nurses would walk out.",
      "she | warned | Should the talks fail … the nurses would walk out",
    ],
    [
      "If the talks fail, she warned, the nurses will walk out.",
      "she | warned | If the talks fail … the nurses will walk out",
    ],
    ["She had come to listen, she said, and would report.", "she | said | She had come to listen … and would report"],
    ['"Nobody wants it," as Maria Keller put it.', "Maria Keller | put it | Nobody wants it"],
    ['"Not today," Maria Keller was quoted as saying.', "Maria Keller | saying | Not today"],
    [
      "Neither the board nor the union would say whether they had met.",
      "Neither the board nor the union | say | whether they had met",
    ],
    ["The aide declined to comment on whether they had met.", "The aide | declined to comment | whether they had met"],
    [
      "Orvane's chief operating officer, Maria Keller, said nobody would be sent away.",
      "Orvane's chief operating officer, Maria Keller | said | nobody would be sent away",
    ],
    // where the reporter goes on
    ["The minister said that nobody would sign, as both sides met again.", "The minister | said | nobody would sign"],
    ["Orvane ruled out a levy but would accept a tax.", "Orvane | ruled out | a levy"],
    // names put behind; writings with a date; "that" as a pointer
    ['"No," said the union\'s leader, Tom Varga.', "the union's leader, Tom Varga | said | No"],
    ["The yard is lost, according to its owner, Tom Varga.", "its owner, Tom Varga | according to | The yard is lost"],
    ["The aide disputed that account.", "The aide | disputed | that account"],
    ["The chamber thinks that is early.", "The chamber | thinks | that is early"],
    [
      "According to a diplomat, who asked not to be named, the list was wrong.",
      "a diplomat | According to | the list was wrong",
    ],
    ["The list was wrong, according to court papers.", "court papers | according to | The list was wrong"],
    ['"He lied," she fumed.', "she | fumed | He lied"],
    ["The board would not comment.", "The board | would not comment | "],
    ['The chairman said: "No deal." Asked whether it was final, he smiled.', "The chairman | said | No deal."],
    // who is the subject: behind a semicolon, around a saying put in, with an apposition in an apposition, directly behind a cue
    [
      "Orvane confirmed that they had met; Kestrel called it useful and said a second round was near.",
      "Orvane | confirmed | they had met",
      "Kestrel | called | it useful",
      "Kestrel | said | a second round was near",
    ],
    [
      "Maria Keller, the same aide said, replied that she had not come to haggle.",
      "the same aide | said | Maria Keller … replied that she had not come to haggle",
      "Maria Keller | replied | she had not come to haggle",
    ],
    [
      "Tom Varga, a partner at Orvane, which owns the mill, urged the board to accept.",
      "Tom Varga, a partner at Orvane | urged | the board to accept",
    ],
    [
      "A clerk who sat in the hall said Maria Keller had told them that the mill was lost.",
      "A clerk who sat in the hall | said | Maria Keller had told them that the mill was lost",
      "Maria Keller | told | the mill was lost",
    ],
    // what is quoted and what leads up to it; told in between; rumoured; without a comma before "once"
    ['They spoke on Friday, "for an hour," as Maria Keller put it.', "Maria Keller | put it | for an hour"],
    [
      "The talks in the hall, he had been told by somebody who was there, dragged on for hours.",
      "somebody | told | The talks in the hall … dragged on for hours",
    ],
    ['"Not today," Maria Keller is said to have told an aide.', "Maria Keller | told | Not today"],
    [
      "Work begins, according to Orvane, once there is a contract.",
      "Orvane | according to | Work begins … once there is a contract",
    ],
    [
      "Orvane said it would work with the regulator and still expected to close in May.",
      "Orvane | said | it would work with the regulator and still expected to close in May",
    ],
    ["Some on the board's side mutter that it overpaid.", "Some on the board's side | mutter | it overpaid"],
    [
      '"Our first look suggests that it is late," Maria Keller said.',
      "Maria Keller | said | Our first look suggests that it is late",
    ],
    [
      "Orvane said it would ask the owners, but its leader, Tom Varga, told reporters it was late.",
      "Orvane | said | it would ask the owners",
      "its leader, Tom Varga | told | it was late",
    ],
    ["Neither side would say when they would meet.", "Neither side | say | when they would meet"],
    ["Tom Varga called it nonsense.", "Tom Varga | called | it nonsense"],
    [
      "Asked when the session would begin, Maria Keller declined to say.",
      "Maria Keller | declined to say | when the session would begin",
    ],
    // figures and what stands for them; a denial of "it"; voices before a colon
    ["Orvane confirmed the meeting but put it at three hours.", "Orvane | put | it at three hours"],
    ["Orvane counted 600.", "Orvane | counted | 600"],
    ["Orvane denies it.", "Orvane | denies | "],
    ['Maria Keller to the Gazette: "Not today."', "Maria Keller | : | Not today."],
    ['"It is over," a statement issued by the ministry said.', "the ministry | said | It is over"],
    ["A statement issued by the ministry said that it was over.", "the ministry | said | it was over"],
    ["A pilot hired by the ministry said that it was over.", "A pilot hired by the ministry | said | it was over"],
    // objects and phrases
    ["The lawyer accused Orvane of hiding the ledger.", "The lawyer | accused | Orvane of hiding the ledger"],
    ["The parties called on Northport to open the road.", "The parties | called on | Northport to open the road"],
    ["The court rejected the claim. It ruled that the contract was void.", "It | ruled | the contract was void"],
  ];
  for (const [text, ...lines] of table) test(text, () => expect(linesOf(sayingsOf(text))).toEqual(lines));
});

describe("no saying", () => {
  const table = [
    "The porter did not want to be named.",
    "The so-called peace road was closed.",
    "The statement of the union was printed on green paper.",
    "The company's report lay on the table.",
    "According to plan, the ship left at noon.",
    "Nobody expects to win.",
    "Russia must promise to leave.",
    'The song is called "The Long Road".',
    "The mayor warned against despair.",
    "Orvane agreed to meet Kestrel in the hall.",
    "The offer asks the owners to hand over the mill.",
    'Maria Keller expected "a seat at the table".',
  ];
  for (const text of table) test(text, () => expect(linesOf(sayingsOf(text))).toEqual([]));
});

describe("kind, polarity and mode", () => {
  const table: readonly [text: string, expected: Record<string, unknown>][] = [
    ['"We will not sign," Maria Keller said.', { kind: "direct", negated: false, mode: "speech" }],
    ['Maria Keller said the offer was "an insult" to the dockers.', { kind: "mixed" }],
    ["Maria Keller said the offer was an insult.", { kind: "indirect" }],
    ["Orvane denied that it had hired new crews.", { negated: true, refusal: false }],
    ["Orvane declined to comment on the crews.", { negated: true, refusal: true }],
    ["Orvane did not say whether it would appeal.", { negated: true, refusal: true }],
    ["Maria Keller hopes that the ships will sail.", { mode: "belief" }],
    ["Maria Keller wrote that the ships had sailed.", { mode: "writing" }],
  ];
  for (const [text, expected] of table) test(text, () => expect(sayingsOf(text).raw[0]).toMatchObject(expected));
});

describe("occasion", () => {
  const days = { "May 3": "2021-05-03", Friday: "2021-05-07" };
  const table: readonly [text: string, date: string | null, channel: string | null, addressee: string | null][] = [
    ["On May 3, Maria Keller said that the ships had sailed.", "2021-05-03", null, null],
    ["Maria Keller told reporters on Friday that the ships had sailed.", "2021-05-07", null, "reporters"],
    ["Maria Keller told the Gazette that the ships had sailed.", null, "Gazette", null],
    [
      "Maria Keller said in an interview with the Gazette that the ships had sailed.",
      null,
      "interview with the Gazette",
      null,
    ],
    ["The ships sail on Friday, Maria Keller said.", null, null, null],
    ["The statement of the ministry says that the ships had sailed.", null, "statement", null],
    [
      "The ships sailed. This is stated in the report of the ministry, published on May 3 on Facebook.",
      "2021-05-03",
      "Facebook",
      null,
    ],
    [
      "The board met on May 3. Maria Keller said after the meeting that the ships had sailed.",
      "2021-05-03",
      null,
      null,
    ],
    ["The board met on May 3. Maria Keller said that the ships had sailed.", null, null, null],
    ["Maria Keller told the Gazette late on Friday that the ships had sailed.", "2021-05-07", "Gazette", null],
    ["Maria Keller, whose men from the council watched the ships, said that they had sailed.", null, null, null],
    ["Maria Keller said that the ships had sailed, according to a statement from her office.", null, "statement", null],
    ["Maria Keller told Orvane that the ships had sailed.", null, null, "Orvane"],
    ['"It is over," Maria Keller said. She was speaking at a briefing on Friday.', "2021-05-07", "briefing", null],
    ['"It is over," Maria Keller said. Tom Varga was speaking at a briefing on Friday.', null, null, null],
    ["Maria Keller said in a message to staff on Friday that it was over.", "2021-05-07", "message", "staff"],
    ["Maria Keller said in a letter seen by the Gazette that it was over.", null, "letter", null],
    ["Maria Keller said, in a statement issued on Friday, that it was over.", "2021-05-07", "statement", null],
    ["Maria Keller said, at sea on Friday, that it was over.", "2021-05-07", null, null],
    ["Maria Keller said at Friday's briefing that it was over.", "2021-05-07", "briefing", null],
    ["According to a statement issued by the ministry on Friday, it was over.", "2021-05-07", "statement", null],
    [
      'The chairwoman Maria Keller, on the air of the channel "Rondo 1", said that it was over.',
      null,
      'air of the channel "Rondo 1"',
      null,
    ],
    // means, participles and what opens the sentence
    ["Maria Keller told the Gazette by telephone that the ships had sailed.", null, "Gazette by telephone", null],
    ["Maria Keller said by e-mail on Friday that the ships had sailed.", "2021-05-07", "e-mail", null],
    ["Maria Keller said by the harbour on Friday that the ships had sailed.", "2021-05-07", null, null],
    [
      "The ministry said in a statement released late on Friday that the ships had sailed.",
      "2021-05-07",
      "statement",
      null,
    ],
    [
      "In a memo to the staff, a copy of which was seen by Tom Varga, Maria Keller wrote that it was over.",
      null,
      "memo",
      null,
    ],
    ["In a memo the board refused, and Maria Keller said that the ships had sailed.", null, null, null],
    [
      "In an interview with the Gazette published on Friday, Maria Keller said that it was over.",
      "2021-05-07",
      "interview with the Gazette",
      null,
    ],
    ["Asked on Friday whether the ships had sailed, Maria Keller said that it was over.", "2021-05-07", null, null],
    ['"It is over," Maria Keller said, speaking in Northport on Friday.', "2021-05-07", null, null],
    ['"It is over," Maria Keller said, sailing from Northport on Friday.', null, null, null],
    [
      'On the air of the channel "Rondo 1" Maria Keller said that it was over.',
      null,
      'air of the channel "Rondo 1"',
      null,
    ],
    ["Maria Keller, at a rally in Northport, praised the crew and said it was over.", null, "rally", null],
    ["Maria Keller left a rally. Tom Varga praised the crew and said it was over.", null, null, null],
    ["Maria Keller published a letter urging the owner to sell.", null, "letter", null],
    ["On the sidelines of a summit, Maria Keller said it was over.", null, "summit", null],
    ["Maria Keller told parliament hours later that it was over.", null, "parliament", null],
    ["The newspaper Gazette, citing sources in the ministry, writes that it is over.", null, "newspaper Gazette", null],
  ];
  for (const [text, date, channel, addressee] of table) {
    test(text, () => {
      const seen = sayingsOf(text, { days });
      const [saying] = seen.raw;
      expect([
        saying?.date?.value ?? null,
        saying?.channel?.name ?? null,
        wordsAt(seen.text, saying?.addressee ?? null),
      ]).toEqual([date, channel, addressee]);
    });
  }

  test("in a headline the colon is no word of saying", () => {
    const title = "Maria Keller: the ships have sailed";
    const cues = (titleRange: Range | null) =>
      sayingsOf(`${title}.`, { document: { titleRange } }).raw.map((each) => each.cue);
    expect([cues({ start: 0, end: title.length + 1 }), cues(null)]).toEqual([[null], [{ start: 12, end: 13 }]]);
  });

  test("who publishes the document is no hearer but the channel", () => {
    const { raw } = sayingsOf("Maria Keller told Orvane that it was over.", { document: { outlet: "Orvane News" } });
    expect([raw[0]?.channel?.name, raw[0]?.addressee]).toEqual(["Orvane", null]);
  });

  test("a standfirst of nobody stays nobody's, whoever speaks in the lead", () => {
    const above = "It was also recalled that the quay was closed.¶";
    const text = `${above}NORTHPORT, May 3. /WIRE/. The ships have sailed, the ministry said.`;
    const start = above.length + 1;
    const dateline = { start, end: start + 27, place: "NORTHPORT" };
    const [first] = sayingsOf(text, { days, document: { dateline } }).raw;
    expect([first?.source, first?.continues]).toEqual([null, null]);
  });

  test("the dateline's day is the lead speaker's, and nobody else's", () => {
    const text = "NORTHPORT, May 3. /WIRE/. The ships have sailed, the ministry said. The mayor said they had not.";
    const dateline = { start: 0, end: 27, place: "NORTHPORT" };
    const { raw } = sayingsOf(text, { days, document: { dateline } });
    expect(raw.map((each) => each.date?.value ?? null)).toEqual(["2021-05-03", null]);
  });
});

describe("who stands behind a spokesman", () => {
  const table: readonly [text: string, names: readonly string[], speaks: readonly (readonly number[])[]][] = [
    ["Orvane said it was ready. A spokesman declined to say when.", ["Orvane"], [[0], [0]]],
    ["Orvane left. A spokeswoman said that it was over. She said it was final.", ["Orvane"], [[0], [0]]],
    ["Orvane met Kestrel. A spokesman said that it was over.", ["Orvane", "Kestrel"], [[]]],
    ["Orvane left.¶A spokesman said that it was over.", ["Orvane"], [[]]],
    ["Orvane left. A diplomat said that it was over.", ["Orvane"], [[]]],
  ];
  for (const [text, names, speaks] of table)
    test(text, () => {
      const { raw, analysis, text: words } = sayingsOf(text);
      const mentions = names.map((name, actor) => {
        const start = words.indexOf(name);
        return { start, end: start + name.length, form: "name", actor, why: { rule: "test", score: 1 } } as const;
      });
      const resolve = (range: Range): readonly number[] =>
        mentions
          .filter((mention) => mention.start >= range.start && mention.end <= range.end)
          .map(({ actor }) => actor);
      const actors = names.map((name) => ({ kind: "organization", name }) as LocalActor);
      const found = withActors(raw, { actors, mentions, problems: [], resolve }, analysis);
      expect(found.map(({ speakers }) => speakers)).toEqual(speaks);
    });
});

describe("a channel goes with the one who speaks by it", () => {
  const days = { "May 3": "2021-05-03", Friday: "2021-05-07" };
  const table: readonly [text: string, names: readonly string[], channels: readonly (string | null)[]][] = [
    [
      'The union told state radio that it was over. "Not today," the union added.',
      ["union"],
      ["state radio", "state radio"],
    ],
    [
      'The union told state radio that it was over. "Not today," the board said.',
      ["union", "board"],
      ["state radio", null],
    ],
    [
      "The union told state radio that it was over. The union had earlier said that the ships had sailed.",
      ["union"],
      ["state radio", null],
    ],
    [
      'The union told state radio on Friday that it was over. "Not today," the union said on May 3.',
      ["union"],
      ["state radio", null],
    ],
    [
      "The union told state radio that it was over.¶The quay was empty.¶The union said that it was not.",
      ["union"],
      ["state radio", null],
    ],
  ];
  const more: typeof table = [
    ["Reached by telephone, the union disagreed. It was not over, the union said.", ["union"], ["telephone"]],
    ["Reached by telephone, the union disagreed. It was not over, the board said.", ["union", "board"], [null]],
    ["The union gave an interview to the Gazette. The union said that it was over.", ["union"], ["interview"]],
    ["The union read an interview in the Gazette. The union said that it was over.", ["union"], [null]],
    ["Closed by strikes, the union kept out. It was not over, the union said.", ["union"], [null]],
  ];
  for (const [text, names, channels] of [...table, ...more])
    test(text, () => {
      const { raw, analysis, text: words } = sayingsOf(text, { days });
      const resolve = (range: Range): readonly number[] => {
        const at = names.findIndex((name) => words.slice(range.start, range.end).endsWith(name));
        return at < 0 ? [] : [at];
      };
      const actors = names.map((name) => ({ kind: "organization", name }) as LocalActor);
      const found = withActors(raw, { actors, mentions: [], problems: [], resolve }, analysis);
      expect(found.map(({ channel }) => channel?.name ?? null)).toEqual(channels);
    });
});

test("nobody is told what he says himself", () => {
  const { raw, analysis } = sayingsOf("The envoy told the minister that it was over.");
  const resolveAs = (hearer: number) => (range: Range) => (range.start === raw[0]?.addressee?.start ? [hearer] : [0]);
  const actors = ["envoy", "minister"].map((name) => ({ kind: "person", name }) as LocalActor);
  const heard = [0, 1].map(
    (hearer) =>
      withActors(raw, { actors, mentions: [], problems: [], resolve: resolveAs(hearer) }, analysis)[0]?.addressee,
  );
  expect(heard).toEqual([null, 1]);
});

describe("chains and nesting", () => {
  test("who is cited speaks, by way of who tells", () => {
    const seen = sayingsOf("The Gazette reported, citing the ministry, that the talks had failed.");
    expect(linesOf(seen)).toEqual(["the ministry | reported | the talks had failed"]);
    expect(seen.raw[0]?.via.map((range) => wordsAt(seen.text, range))).toEqual(["The Gazette"]);
  });
  test("what is said inside another's words points at them", () => {
    const { raw } = sayingsOf("\"He told me, 'The sea pays everyone once.' I believe him,\" Tom Varga said.");
    const outer = raw.findIndex((each) => each.within === null);
    expect(raw.filter((each) => each.within !== null).map((each) => each.within)).toEqual([outer]);
  });
  test("a quotation over three paragraphs is one saying in three pieces", () => {
    const { raw } = sayingsOf('Maria Keller read from her paper.¶"One day.¶"Two days.¶"Three days."');
    expect(raw.map((each) => each.content.length)).toEqual([3]);
  });
});

test("any text: nothing is thrown, content lies in the text, what goes on points at a saying, nesting never loops", () => {
  const pieces = fc.constantFrom(
    "The union",
    " said",
    " that",
    ",",
    ".",
    ' "',
    '"',
    " '",
    "'",
    "\n\n",
    " Maria Keller",
    " according to",
    " he",
    " told",
    " the talks",
    " failed",
    " and",
    " who",
    ":",
    ";",
    " on Friday",
    " (",
    ")",
    " “",
    "”",
    " was",
    " quoted",
    " as",
    " saying",
    " to",
    " this",
    "-",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const { raw } = sayingsOf(text, { days: { "on Friday": "2021-05-07" } });
      for (const [index, each] of raw.entries()) {
        for (const range of [...each.content, each.source, each.cue, each.addressee, ...each.via]) {
          if (range) expect(0 <= range.start && range.start < range.end && range.end <= text.length).toBe(true);
        }
        expect(
          each.continues === null || (each.continues >= 0 && each.continues < raw.length && each.continues !== index),
        ).toBe(true);
        const seen = new Set<number>();
        for (let at: number | null = index; at !== null; at = raw[at]?.within ?? null) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }),
    { numRuns: 300 },
  );
});
