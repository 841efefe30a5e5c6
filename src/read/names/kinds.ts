// The kind of a run of capitalised words, from what it ends with and what stands around it. null where nothing decides.
import type { Token } from "../analysis.js";
import { type Claim, isA, isAcronym, lower, type Marks, touches, verbFollows } from "./marks.js";
import { phraseAt } from "./phrases.js";
import { isHonorific, type Offices, type Stretch, titleBefore, titleBehind, titleInFront } from "./titles.js";
import type { OrgHead } from "./words.js";

type Kind = { readonly kind: Claim["kind"]; readonly rule: string };

/** The word that makes a run the name of an organization: its last, or the one before "of" or "for". */
export function orgHeadOf(marks: Marks, first: number, last: number): OrgHead | null {
  const head = (index: number): OrgHead | undefined =>
    marks.capital[index] ? marks.words.orgHeads.get(lower(marks, index)) : undefined;
  if (last - first > 1 && isA(marks, "public-district", last - 2) && isA(marks, "district", last - 1))
    return { id: "district", kind: "organization" }; // "Orvela Unified School District"
  for (let i = first + 1; i < last; i++) if (isA(marks, "belonging", i) && head(i - 1)) return head(i - 1) ?? null;
  const numbered =
    /^\p{N}+$/u.test(lower(marks, last - 1)) || (last - first > 1 && marks.tokens[last - 1]?.upos === "NUM")
      ? last - 2
      : last - 1;
  return (
    (numbered > first ? head(numbered) : undefined) ??
    (last - first > 1 && (head(first)?.kind === "other" || isA(marks, "head-first", first))
      ? head(first)
      : undefined) ??
    null
  );
}

function nounBefore(marks: Marks, first: number): Kind | null {
  const [word, further] = [lower(marks, first - 1), lower(marks, first - 2)];
  if (marks.capital[first - 1]) return null;
  if (marks.words.is("organization-noun", word)) return { kind: "organization", rule: "noun-before" };
  if (marks.words.is("place-noun", word) || (marks.words.is("genitive", word) && marks.words.is("place-noun", further)))
    return { kind: "place", rule: "place-noun" };
  return marks.words.is("person-noun", word) ? { kind: "person", rule: "person-noun" } : null;
}

function ageBehind(marks: Marks, last: number): boolean {
  if (lower(marks, last) !== "," || !/^\d{2}$/.test(lower(marks, last + 1))) return false;
  const after = lower(marks, last + 2);
  return after === "," || marks.words.is("living", `${after} ${lower(marks, last + 3)}`);
}

const saysAround = (marks: Marks, first: number, last: number): boolean =>
  marks.words.is("saying", lower(marks, last)) ||
  marks.words.is("saying", lower(marks, first - 1)) ||
  (isA(marks, "direction", first - 1) && isA(marks, "according", first - 2));

/** "OrvelaInform": two words written as one, each with its capital; not "McVale". */
function isJoined(marks: Marks, text: string): boolean {
  const parts = /^(\p{Lu}\p{Ll}+)\p{Lu}\p{Ll}+$/u.exec(text);
  return parts?.[1] !== undefined && !marks.words.is("surname-opening", parts[1].toLowerCase());
}

/** "The opposition Orvela party": whether "the" stands before a name, at once or over one small noun or adjective. */
function articleBefore(marks: Marks, first: number): boolean {
  if (isA(marks, "the", first - 1)) return true;
  const between = marks.tokens[first - 1]?.upos;
  return !marks.capital[first - 1] && (between === "NOUN" || between === "ADJ") && isA(marks, "the", first - 2);
}

/** The kind that a run's own words and its surroundings tell. */
function kindByContext(marks: Marks, first: number, last: number): Kind {
  let length = 0; // words: what a hyphen joins is one
  for (let i = first; i < last; i++) length += i === first || !touches(marks, i) ? 1 : 0;
  const text = marks.tokens[first]?.text ?? "";
  const before = lower(marks, first - 1);
  const shouted =
    marks.manner[marks.tokens[first]?.sentence ?? 0] === "upper" ||
    /^\p{Lu}{2,}$/u.test(marks.tokens[last - 1]?.text ?? "");
  const alone = last - first === 1 && marks.manner[marks.tokens[first]?.sentence ?? 0] !== "upper";
  const spelt = marks.small.has(lower(marks, first)) || (text.length > 4 && marks.mixed.has(lower(marks, first)));
  if (alone && isAcronym(text) && !spelt) return { kind: "organization", rule: "acronym" };
  if (marks.words.is("medium-noun", lower(marks, last)) && marks.words.is("telling", before))
    return { kind: "organization", rule: "noun-behind" }; // "told Orvela television"
  if (marks.words.is("organization-noun", lower(marks, last)) && articleBefore(marks, first))
    return { kind: "organization", rule: "noun-behind" };
  if (marks.words.is("place-noun", lower(marks, last)) && !marks.capital[last] && !saysAround(marks, first, last))
    return { kind: "place", rule: "place-noun" };
  if (marks.words.is("possessive", before)) return { kind: "other", rule: "owned" }; // "pulled out his New Contract"
  const follower = marks.tokens[last]?.upos;
  if (marks.words.is("a", before) && follower !== "NOUN" && follower !== "PROPN")
    return { kind: "other", rule: "one-of-many" }; // "a Free Democrat"
  if (marks.words.is("the", before))
    return {
      kind: saysAround(marks, first, last) || verbFollows(marks, last) ? "organization" : "other",
      rule: "with-article",
    };
  if (marks.words.is("locative", before) && marks.tokens[first - 1]?.upos !== "VERB")
    return { kind: "place", rule: "locative" };
  const hyphened =
    length === 1 &&
    last - first > 1 &&
    marks.tokens.slice(first, last).every(({ text: word }) => /^(?:\p{Lu}{2,}|-)$/u.test(word));
  if (hyphened) return { kind: "organization", rule: "acronym-first" }; // "SAG-AFTRA"
  if (alone && isJoined(marks, text)) return { kind: "organization", rule: "joined-words" };
  if (length === 1) return { kind: null, rule: "single" };
  if (length === 2 && /^\p{Lu}{3,5}$/u.test(text) && !shouted) return { kind: "organization", rule: "acronym-first" };
  let letters = length <= 4;
  for (let i = first; i < last; i++)
    letters &&= /^(?:\p{L}[\p{L}\p{M}']*|-|\.|(?:\p{Lu}\.)+)$/u.test(marks.tokens[i]?.text ?? "");
  if (!letters) return { kind: "other", rule: "capitals" };
  if (saysAround(marks, first, last)) return { kind: "person", rule: "says" };
  const isProper = (token: Token): boolean => {
    if (/^[-.]$/.test(token.text) || marks.words.is("particle", token.lower)) return true;
    return (token.upos === "PROPN" || /^(?:\p{Lu}\.?)+$/u.test(token.text)) && !marks.small.has(token.lower);
  };
  const proper = marks.tokens.slice(first, last).every(isProper);
  return proper ? { kind: "person", rule: "two-names" } : { kind: "other", rule: "capitals" };
}

/** "The Front said": whether a word for a kind of organization stands alone as the name of one, which acts. */
function headActs(marks: Marks, first: number, last: number): boolean {
  const kind = marks.words.orgHeads.get(lower(marks, first))?.kind;
  const seen =
    marks.large.has(lower(marks, first)) || marks.layer.some((name) => name.first === first && name.type === "ORG");
  const acts = saysAround(marks, first, last) || verbFollows(marks, last) || lower(marks, last) === "'s";
  return kind !== undefined && kind !== "other" && seen && acts;
}

/** What a word for a kind of organization is where it stands alone with a capital: "the Front", "Parliament will vote"; "the Company" is no name. */
function headAlone(marks: Marks, first: number, of: (kind: Kind) => Claim): Claim | null {
  const article = isA(marks, "the", first - 1);
  if (!article && isA(marks, "bare-body", first) && verbFollows(marks, first + 1))
    return of({ kind: "body", rule: "with-article" });
  if (!article || marks.small.has(lower(marks, first))) return null;
  return of({ kind: headActs(marks, first, first + 1) ? "organization" : "other", rule: "with-article" });
}

/** A run as a claim: its kind, and the title of a person. `isName` tells tokens that a name already holds. */
export function claimRun(
  marks: Marks,
  offices: Offices,
  isName: (index: number) => boolean,
  run: Stretch,
  floor: number,
  ceiling: number,
): Claim | null {
  const { first, last } = run;
  const of = (kind: Kind, title: Stretch | null = null): Claim => ({
    first,
    last,
    kind: kind.kind,
    key: null,
    title,
    rule: kind.rule,
  });
  const given = marks.words.givenNames.has(lower(marks, first)) && last - first > 1 && !isA(marks, "the", first - 1);
  const head = orgHeadOf(marks, first, last);
  if (head && !given) return of({ kind: head.kind, rule: "organization-word" });
  if (last - first === 1 && isA(marks, "party-name", first) && !marks.small.has(lower(marks, first)))
    return of({ kind: "organization", rule: "party-name" });
  const short = last - first === 1 ? marks.words.short.get(lower(marks, first)) : undefined;
  if (
    short?.signs.some((sign) => marks.large.has(sign)) &&
    (isA(marks, "the", first - 1) || offices.starting.has(last))
  )
    return { ...of({ kind: "body", rule: "short-name" }), key: short.key };
  if (
    last - first === 1 &&
    marks.words.orgHeads.has(lower(marks, first)) &&
    !isAcronym(marks.tokens[first]?.text ?? "")
  )
    return headAlone(marks, first, of);
  const ofFirm = isA(marks, "genitive", first - 1) && isA(marks, "firm-office", first - 2); // "chief executive of Orvela"
  if ((ofFirm || isA(marks, "at-office", first - 1)) && offices.ending.has(first - 1) && !given)
    return of({ kind: "organization", rule: "office-at" }); // "an analyst at Orvela Tarn"
  const called = nounBefore(marks, first); // "a spokeswoman for the airline Orvela Pax": no title of a person
  const joined = isA(marks, "and", last) || lower(marks, last) === ",";
  const severals = offices.ending.get(first)?.value.plural === true; // "the union leaders Orvela"
  const before = severals && !joined ? null : titleBefore(marks, offices, isName, first, floor);
  const polite = before?.last === first && isHonorific(marks, before.first) ? before : null;
  const title =
    (polite && titleInFront(marks, offices, isName, polite.first, last, floor)) ??
    (polite && titleBehind(marks, offices, isName, last, ceiling)) ??
    (before && called?.kind === "organization" && !given && !offices.ending.has(first) ? null : before) ??
    titleBehind(marks, offices, isName, last, ceiling) ??
    titleInFront(marks, offices, isName, first, last, floor);
  if (title)
    return of(
      {
        kind: "person",
        rule: title.last === first ? "title-before" : title.first >= last ? "title-behind" : "title-in-front",
      },
      title,
    );
  if (isA(marks, "the", first - 1) && isA(marks, "family-word", last))
    return { ...of({ kind: "organization", rule: "family" }), last: last + 1 }; // "the Orvela family, which holds 58%"
  if (given) return of({ kind: "person", rule: "given-name" });
  if (last - first === 2 && isA(marks, "place-opening", first) && !touches(marks, first + 1) && !head)
    return of({ kind: "place", rule: "place-opening" }); // "Port Orvel"
  if (ageBehind(marks, last)) return of({ kind: "person", rule: "age" });
  let ahead = last; // "Acme senior vice president": over what belongs to the office
  while (ahead < last + 4 && marks.words.is("modifier", lower(marks, ahead)) && !offices.starting.has(ahead)) ahead++;
  const office = offices.starting.get(ahead);
  const heldBy = office?.value.late && marks.capital[office.last] === true && !isA(marks, "the", first - 1);
  const around = called ?? kindByContext(marks, first, last);
  if (heldBy && around.kind === null) return of({ kind: "organization", rule: "before-office" });
  const place = around.rule === "single" && phraseAt(marks.words.adjectives, marks.tokens, first, last);
  return place ? null : of(around);
}
