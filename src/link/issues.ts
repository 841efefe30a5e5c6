// Issues of the record: what is demanded, offered or provided for, under all its wordings. Terms are grouped by what they are
// about (issue-terms.ts); what only weak cues tell founds no issue; "Moscow's demands" mean what Moscow demands most.
import type { ActorId, IssueId } from "../model/ids.js";
import type { StanceMention } from "../model/reading.js";
import type { Actor, Issue } from "../model/record.js";
import type { Range } from "../model/span.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import { type DisputeOf, disputesOf } from "./disputes.js";
import { slugMaker } from "./ids.js";
import { type ActorOf, type Corpus, type LinkInput, spanIn, wordsIn } from "./input.js";
import { holderOf } from "./issue-holder.js";
import { isTurned, labelOf } from "./issue-label.js";
import { betterOffer, compareMatters, conceptOf, type Matter, matterOf, plainWords, weighed } from "./issue-terms.js";
import type { IssueWords } from "./issue-words.js";
import type { Parties } from "./parties.js";

/** What a stance of a document is about: its issue, the dispute that it is an issue of, whether its words turn the matter round ("no expansion"), and whether they speak of the opposite of what the issue's name says. */
export type StanceMatter = {
  readonly issue: IssueId;
  readonly dispute: number;
  readonly negative: boolean;
  readonly against: boolean;
  readonly holder?: ActorId; // whose stance it is, where the actor of the document is known
};
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
  readonly dispute: number;
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
      const [plain, ...more] = plainWords(form);
      if (plain !== undefined && more.length === 0 && plain.length > 1) found.add(conceptOf(plain, words));
    }
  }
  return found;
}

/** Stems of the words of a term that stand inside the name of an actor. */
function namedIn(input: LinkInput, term: Range, words: IssueWords): string[] {
  const inside = input.reading.mentions.filter(
    ({ start, end, form }) => start >= term.start && end <= term.end && form === "name",
  );
  return inside.flatMap((mention) => plainWords(wordsIn(input, mention)).map((word) => conceptOf(word, words)));
}

/** The words of a term without its times; a bare year stays, as it may tell which state of things is meant. */
function withoutTimes(input: LinkInput, term: Range): string {
  let text = input.document.text.slice(term.start, term.end);
  for (const { start, end } of input.reading.timexes) {
    if (
      start < term.start ||
      end > term.end ||
      /^(?:\d{4}|\d+-\p{Ll}+.*)$/u.test(input.document.text.slice(start, end))
    )
      continue; // "a 35-hour week" is no time
    text = text.slice(0, start - term.start) + " ".repeat(end - start) + text.slice(end - term.start);
  }
  return text;
}

function toldOf(corpus: Corpus, actorOf: ActorOf, disputeOf: DisputeOf, options: IssueOptions): Told[] {
  const known = namingStems(options.actors, options.words);
  return corpus.flatMap((input, doc) =>
    input.reading.stances.map((stance, index): Told => {
      const text = wordsIn(input, stance.term);
      const bare = withoutTimes(input, stance.term);
      const named = new Set(namedIn(input, stance.term, options.words));
      const actor = actorOf(doc, stance.actor);
      const party = actor === null ? null : holderOf(actor, options.parties, options.words.standsAlone);
      const plainly = matterOf(bare, {
        words: options.words,
        stopwords: options.stopwords,
        actorStems: { has: (concept) => known.has(concept) || named.has(concept) },
      });
      const matter = plainly && stance.turned ? { ...plainly, negative: !plainly.negative } : plainly;
      return { doc, index, dispute: disputeOf(doc), stance, text, party, matter };
    }),
  );
}

const signatureOf = (matter: Matter): string => [...matter.heads, "|", ...[...matter.weights.keys()].sort()].join(" ");

type SameWords = { readonly matter: Matter; readonly dispute: number; readonly members: Told[] };

/** Matters of a dispute said in the same concepts stand together from the start, so that what is compared grows with what is new. */
function sameWords(told: readonly Told[]): SameWords[] {
  const found = new Map<string, SameWords>();
  for (const one of told) {
    if (!one.matter) continue;
    const { matter, dispute } = one;
    const signature = `${dispute}|${signatureOf(matter)}`;
    const group = found.get(signature) ?? { matter, dispute, members: [] };
    group.members.push(one);
    found.set(signature, group);
  }
  return [...found.values()];
}

const common = { least: 4, share: 0.2, weight: 0.5 };

/** By dispute and concept how much it tells terms apart: less where a fifth of all wordings hold it. */
function sharesOf(alike: readonly SameWords[]): (dispute: number) => (concept: string) => number {
  const counts = new Map<string, number>();
  const sizes = new Map<number, number>();
  for (const { matter, dispute } of alike) {
    sizes.set(dispute, (sizes.get(dispute) ?? 0) + 1);
    for (const concept of matter.weights.keys()) {
      const key = `${dispute}|${concept}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (dispute) => (concept) => {
    const count = counts.get(`${dispute}|${concept}`) ?? 0;
    return count >= common.least && count >= common.share * (sizes.get(dispute) ?? 1) ? common.weight : 1;
  };
}

/** Groups of tellings that are about one matter of one dispute. */
function groupsOf(told: readonly Told[]): Told[][] {
  const alike = sameWords(told);
  const shareOf = sharesOf(alike);
  const matters = alike.map(({ matter, dispute }) => weighed(matter, shareOf(dispute)));
  const score = (a: number, b: number): number => {
    const [left, right] = [matters[a], matters[b]];
    return left && right ? compareMatters(left, right) : 0;
  };
  const pairs: Pair[] = [];
  for (const [a, b] of pairsByKey(
    alike.map(({ matter, dispute }) => [...matter.weights.keys()].map((concept) => `${dispute}|${concept}`)),
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

const isStrong = ({ stance, party, matter }: Told): boolean =>
  party !== null && ((stance.why.score ?? 1) >= founding || matter?.heads.has(betterOffer) === true);

/** Whether what is told says enough to be a matter: two words of its own, or told twice by different parties or reports ("ruled out a vote" tells little). */
function saysEnough(members: readonly Told[], dialogue: string): boolean {
  if (members.some(({ matter }) => matter?.heads.has(dialogue) === true)) return true; // whether to talk at all
  const rich = members.some(
    ({ matter }) => matter !== null && [...matter.weights.values()].filter((one) => one >= 0.5).length > 1,
  );
  const tellers = new Set(
    members
      .filter(({ matter }) => matter !== null)
      .map(({ doc, party, stance }) => `${doc}|${party}|${stance.date ?? ""}`),
  );
  return rich || tellers.size > 1;
}

const pressing: ReadonlySet<string> = new Set(["supports", "proposes", "conditional", "accepts"]);

/** Whether a party only speaks of its own means ("backed industrial action"): no matter of the dispute. */
const isMeans = ({ stance, matter }: Told, { means }: IssueWords): boolean =>
  pressing.has(stance.stance) && matter !== null && [...matter.heads].every((head) => means.has(head));

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

/** How often a party asks for what a group is about, in a paper and at all. */
type Asked = { readonly group: number; papers: number; all: number };

/** The groups that each party of each dispute asks for. */
function askedOf(groups: readonly (readonly Told[])[]): ReadonlyMap<string, readonly Asked[]> {
  const asked = new Map<string, Asked[]>();
  for (const [group, members] of groups.entries()) {
    for (const { party, dispute, stance } of members) {
      if (party === null || !asking.has(stance.stance)) continue;
      const key = `${dispute}|${party}`;
      const list = asked.get(key) ?? [];
      asked.set(key, list);
      const last = list.at(-1);
      const own = last?.group === group ? last : { group, papers: 0, all: 0 };
      if (own !== last) list.push(own);
      own.all++;
      if (carrying.has(stance.why.rule)) own.papers++;
    }
  }
  return asked;
}

/** The group that a party's demands and proposals are about as a whole: what its papers name most, else what it asks for most; null where two are as frequent. */
function packageIn(asked: readonly Asked[]): number | null {
  for (const count of [({ papers }: Asked) => papers, ({ all }: Asked) => all]) {
    const top = asked.reduce((most, one) => Math.max(most, count(one)), 0);
    const best = asked.filter((one) => count(one) === top);
    if (top > 0) return best.length === 1 ? (best[0]?.group ?? null) : null;
  }
  return null;
}

/** Whether a term turns its matter round; "no talks" is not talks turned round but their refusal. */
const turnedRound = (matter: Matter | null, words: IssueWords): boolean =>
  matter?.negative === true && !matter.heads.has(words.dialogue);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Whether a report speaks of pay: "8 percent" in it is a pay rise. */
const speaksOfPay = ({ document }: LinkInput, words: IssueWords): boolean =>
  wordsOf(document.text).some((word) => words.families.get(word) === words.pay);

/** A name for each group out of its members' words; where groups of several disputes would bear one, with the party told of first ("Pay rise (Norlan Yards)"). */
function labelsOf(groups: readonly (readonly Told[])[], corpus: Corpus, { words, parties }: IssueOptions): string[] {
  const aboutPay = new Set(corpus.flatMap((input, doc) => (speaksOfPay(input, words) ? [doc] : [])));
  const labels = groups.map((members) =>
    labelOf(
      members
        .filter(({ matter }) => matter !== null)
        .map(({ doc, text, matter, stance }) => ({
          text,
          matter: matter && { ...matter, negative: turnedRound(matter, words) },
          asked: asking.has(stance.stance),
          act: stance.act === true,
          refused: stance.stance === "rejects",
          outside: stance.turned === true,
          aboutPay: aboutPay.has(doc),
        })),
      words,
    ),
  );
  const disputesOfLabel = new Map<string, Set<number>>();
  for (const [index, label] of labels.entries()) {
    const disputes = disputesOfLabel.get(label) ?? new Set();
    disputesOfLabel.set(label, disputes.add(groups[index]?.[0]?.dispute ?? -1));
  }
  return labels.map((label, index) => {
    const party = groups[index]?.find(isStrong)?.party ?? null;
    const name = party === null ? undefined : parties.actor(party)?.name;
    return name !== undefined && (disputesOfLabel.get(label)?.size ?? 0) > 1 ? `${label} (${name})` : label;
  });
}

/** The issues of a dossier, in order of first telling, and what each stance is about. */
export function linkIssues(corpus: Corpus, actorOf: ActorOf, options: IssueOptions): LinkedIssues {
  const disputeOf = disputesOf(corpus, actorOf);
  const told = toldOf(corpus, actorOf, disputeOf, options);
  const groups = groupsOf(told)
    .filter(
      (members) =>
        members.some((one) => isStrong(one) && !isMeans(one, options.words)) &&
        saysEnough(members, options.words.dialogue),
    )
    .sort((a, b) => (a[0]?.doc ?? 0) - (b[0]?.doc ?? 0) || (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  const asked = askedOf(groups);
  const vague = told.filter(({ matter, party }) => matter === null && party !== null);
  for (const one of vague) {
    const owners = [...ownersOf(one, corpus, actorOf, options.parties)].filter((owner) => owner !== one.party);
    const at = owners.length === 1 ? packageIn(asked.get(`${one.dispute}|${owners[0]}`) ?? []) : null;
    if (at !== null) groups[at]?.push(one);
  }
  const labels = labelsOf(groups, corpus, options);
  const slug = slugMaker();
  const matters = new Map<string, StanceMatter>();
  const issues = groups.map((members, group): Issue => {
    const label = labels[group] ?? "";
    const id = slug(label) as IssueId;
    const signed = members.map(({ doc, index, dispute, matter, stance, text, party }) => ({
      holder: party,
      at: `${doc},${index}`,
      dispute,
      matter,
      negative: turnedRound(matter, options.words),
      open: wordsOf(text).some((word) => options.words.neutral.has(word)), // "a compromise on membership" speaks for neither way
      asked: asking.has(stance.stance),
    }));
    const named = isTurned(signed.filter(({ matter }) => matter !== null));
    for (const { at, dispute, negative, matter, open, holder } of signed)
      matters.set(at, {
        issue: id,
        dispute,
        negative,
        against: matter !== null && !open && negative !== named,
        ...(holder === null ? {} : { holder }),
      });
    const spans = members.flatMap(({ doc, stance }) => (corpus[doc] ? [spanIn(corpus[doc], stance.term)] : []));
    const seen = new Set<string>();
    const evidence = spans.filter(
      ({ doc, start, end }) => !seen.has(`${doc},${start},${end}`) && seen.add(`${doc},${start},${end}`),
    );
    return { id, label, terms: [...new Set(members.map(({ text }) => text))], evidence };
  });
  return { issues, matterAt: (doc, stance) => matters.get(`${doc},${stance}`) ?? null };
}
