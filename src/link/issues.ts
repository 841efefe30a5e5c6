// Issues of the record: what is demanded, offered or provided for, under all its wordings. Terms are grouped by what they are
// about (issue-terms.ts); what only weak cues tell founds no issue; "Moscow's demands" mean what Moscow demands most.
import type { ActorId, IssueId } from "../model/ids.js";
import type { StanceMention } from "../model/reading.js";
import type { Actor, Issue } from "../model/record.js";
import type { Range } from "../model/span.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import { plainName } from "./compare-names.js";
import { slugMaker } from "./ids.js";
import { type ActorOf, type Corpus, type LinkInput, spanIn, wordsIn } from "./input.js";
import { labelOf } from "./issue-label.js";
import { compareMatters, conceptOf, type Matter, matterOf } from "./issue-terms.js";
import type { IssueWords } from "./issue-words.js";
import type { Parties } from "./parties.js";

/** What a stance of a document is about: its issue, and whether its words turn the matter round ("no expansion"). */
export type StanceMatter = { readonly issue: IssueId; readonly negative: boolean };
export type LinkedIssues = {
  readonly issues: readonly Issue[];
  readonly matterAt: (doc: number, stance: number) => StanceMatter | null;
};
export type IssueOptions = {
  readonly words: IssueWords;
  readonly stopwords: ReadonlySet<string>;
  readonly actors: readonly Actor[];
  readonly parties: Parties;
};

type Told = {
  readonly doc: number;
  readonly index: number;
  readonly stance: StanceMention;
  readonly text: string;
  readonly party: ActorId | null;
  readonly matter: Matter | null;
};

const sameIssue = 0.55;
const founding = 0.5;
const neighbours = 60; // how many terms that share a word are compared
const witnesses = 12; // how many terms of a group are asked whether another group is the same

/** Stems of the short names of states and organizations: they tell whose a matter is, not what it is. */
function namingStems(actors: readonly Actor[], words: IssueWords): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, name, aliases } of actors) {
    if (kind === "person") continue;
    for (const form of [name, ...aliases]) {
      const plain = plainName(form);
      if (!plain.includes(" ") && plain.length > 1) found.add(conceptOf(plain, words));
    }
  }
  return found;
}

/** Stems of the words of a term that stand inside the name of an actor. */
function namedIn(input: LinkInput, term: Range, words: IssueWords): string[] {
  const inside = input.reading.mentions.filter(
    ({ start, end, form }) => start >= term.start && end <= term.end && form === "name",
  );
  return inside.flatMap((mention) =>
    plainName(wordsIn(input, mention))
      .split(" ")
      .map((word) => conceptOf(word, words)),
  );
}

/** The words of a term without its times; a bare year stays, as it may tell which state of things is meant. */
function withoutTimes(input: LinkInput, term: Range): string {
  let text = input.document.text.slice(term.start, term.end);
  for (const { start, end } of input.reading.timexes) {
    if (start < term.start || end > term.end || /^\d{4}$/.test(input.document.text.slice(start, end))) continue;
    text = text.slice(0, start - term.start) + " ".repeat(end - start) + text.slice(end - term.start);
  }
  return text;
}

function toldOf(corpus: Corpus, actorOf: ActorOf, options: IssueOptions): Told[] {
  const known = namingStems(options.actors, options.words);
  return corpus.flatMap((input, doc) =>
    input.reading.stances.map((stance, index): Told => {
      const text = wordsIn(input, stance.term);
      const bare = withoutTimes(input, stance.term);
      const actor = actorOf(doc, stance.actor);
      const party = actor === null ? null : options.parties.partyOf(actor);
      return {
        doc,
        index,
        stance,
        text,
        party,
        matter: matterOf(bare, {
          words: options.words,
          stopwords: options.stopwords,
          actorStems: new Set([...known, ...namedIn(input, stance.term, options.words)]),
        }),
      };
    }),
  );
}

const signatureOf = (matter: Matter): string => [...matter.heads, "|", ...[...matter.weights.keys()].sort()].join(" ");

/** Matters said in the same concepts stand together from the start, so that what is compared grows with what is new. */
function sameWords(told: readonly Told[]): { readonly matter: Matter; readonly members: Told[] }[] {
  const found = new Map<string, { readonly matter: Matter; readonly members: Told[] }>();
  for (const one of told) {
    if (!one.matter) continue;
    const signature = signatureOf(one.matter);
    const group = found.get(signature) ?? { matter: one.matter, members: [] };
    group.members.push(one);
    found.set(signature, group);
  }
  return [...found.values()];
}

/** Groups of tellings that are about one matter. */
function groupsOf(told: readonly Told[]): Told[][] {
  const alike = sameWords(told);
  const score = (a: number, b: number): number => {
    const [left, right] = [alike[a]?.matter, alike[b]?.matter];
    return left && right ? compareMatters(left, right) : 0;
  };
  const pairs: Pair[] = [];
  for (const [a, b] of pairsByKey(
    alike.map(({ matter }) => [...matter.weights.keys()]),
    neighbours,
  )) {
    const sure = score(a, b);
    if (sure >= sameIssue) pairs.push({ a, b, score: sure });
  }
  const mostAgree = (left: readonly number[], right: readonly number[]): boolean => {
    const [some, others] = [left.slice(0, witnesses), right.slice(0, witnesses)];
    let agree = 0;
    for (const a of some) for (const b of others) if (score(a, b) >= sameIssue) agree++;
    return agree * 2 >= some.length * others.length;
  };
  return cluster(alike.length, pairs, mostAgree).map((indices) =>
    indices.flatMap((index) => alike[index]?.members ?? []).sort((a, b) => a.doc - b.doc || a.index - b.index),
  );
}

const isStrong = ({ stance, party }: Told): boolean => party !== null && (stance.why.score ?? 1) >= founding;

/** Actors named in the vague words of a demand ("Moscow's demands", "the requirements made by the Russian side"). */
function ownersOf(told: Told, corpus: Corpus, actorOf: ActorOf, parties: Parties): ReadonlySet<ActorId> {
  const owners = new Set<ActorId>();
  for (const mention of corpus[told.doc]?.reading.mentions ?? []) {
    if (mention.actor === null || mention.start < told.stance.term.start || mention.end > told.stance.term.end)
      continue;
    const actor = actorOf(told.doc, mention.actor);
    if (actor !== null) owners.add(parties.partyOf(actor));
  }
  return owners;
}

const asking: ReadonlySet<string> = new Set(["demands", "proposes"]);
const carrying: ReadonlySet<string> = new Set(["stances/papers", "stances/offer-noun", "stances/demand-noun"]);

/** The group that a party's demands and proposals are about as a whole: what its papers name most, else what it asks for most; null where two are as frequent. */
function packageOf(party: ActorId, groups: readonly (readonly Told[])[]): number | null {
  const most = (counts: readonly (readonly number[])[]): number | null => {
    for (const count of counts) {
      const top = Math.max(0, ...count);
      const best = count.flatMap((one, index) => (one === top ? [index] : []));
      if (top > 0) return best.length === 1 ? (best[0] ?? null) : null;
    }
    return null;
  };
  const asked = groups.map((members) =>
    members.filter((told) => told.party === party && asking.has(told.stance.stance)),
  );
  return most([
    asked.map((lines) => lines.filter(({ stance }) => carrying.has(stance.why.rule)).length),
    asked.map((lines) => lines.length),
  ]);
}

/** Whether a term turns its matter round; "no talks" is not talks turned round but their refusal. */
const turnedRound = (matter: Matter | null, words: IssueWords): boolean =>
  matter?.negative === true && !matter.heads.has(words.dialogue);

/** The issues of a dossier, in order of first telling, and what each stance is about. */
export function linkIssues(corpus: Corpus, actorOf: ActorOf, options: IssueOptions): LinkedIssues {
  const told = toldOf(corpus, actorOf, options);
  const groups = groupsOf(told)
    .filter((members) => members.some(isStrong))
    .sort((a, b) => (a[0]?.doc ?? 0) - (b[0]?.doc ?? 0) || (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  const packages = new Map<ActorId, number | null>();
  const packageFor = (party: ActorId): number | null => {
    const known = packages.get(party);
    if (known !== undefined) return known;
    const found = packageOf(party, groups);
    packages.set(party, found);
    return found;
  };
  const vague = told.filter(({ matter, party }) => matter === null && party !== null);
  for (const one of vague) {
    const owners = [...ownersOf(one, corpus, actorOf, options.parties)].filter((owner) => owner !== one.party);
    const at = owners.length === 1 && owners[0] !== undefined ? packageFor(owners[0]) : null;
    if (at !== null) groups[at]?.push(one);
  }
  const slug = slugMaker();
  const matters = new Map<string, StanceMatter>();
  const issues = groups.map((members): Issue => {
    const spoken = members.filter(({ matter }) => matter !== null);
    const label = labelOf(
      spoken.map(({ text, matter, stance }) => ({ text, matter, asked: asking.has(stance.stance) })),
      options.words,
    );
    const id = slug(label) as IssueId;
    for (const { doc, index, matter } of members)
      matters.set(`${doc},${index}`, { issue: id, negative: turnedRound(matter, options.words) });
    const spans = members.flatMap(({ doc, stance }) => (corpus[doc] ? [spanIn(corpus[doc], stance.term)] : []));
    const seen = new Set<string>();
    const evidence = spans.filter(
      ({ doc, start, end }) => !seen.has(`${doc},${start},${end}`) && seen.add(`${doc},${start},${end}`),
    );
    return { id, label, terms: [...new Set(members.map(({ text }) => text))], evidence };
  });
  return { issues, matterAt: (doc, stance) => matters.get(`${doc},${stance}`) ?? null };
}
