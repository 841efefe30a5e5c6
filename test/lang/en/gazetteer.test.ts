import { describe, expect, it } from "vitest";
import { gazetteer, gazetteerFiles, phraseClasses } from "../../../src/lang/en/gazetteer.js";
import { tableText } from "../../../src/lang/en/index.js";
import { englishTokens } from "../../../src/lang/en/tokens.js";
import { mostClasses, phraseBits } from "../../../src/learn/phrases.js";

const classesOf = (phrase: string): string[] => {
  const bits = phraseBits(
    gazetteer(),
    englishTokens(`${phrase} so`)
      .slice(0, -1)
      .map(({ start, end }) => phrase.slice(start, end)),
  );
  return phraseClasses.filter((_, i) => (bits & (1 << i)) !== 0);
};

describe("gazetteer", () => {
  it.each([
    ["Norway", "state"],
    ["Côte d'Ivoire", "state"],
    ["Norwegian", "nationality"],
    ["Norwegians", "nationality"],
    ["Oslo", "city"],
    ["St. Petersburg", "city"],
    ["Rio de Janeiro", "city"],
    ["Central Asia", "region"],
    ["Rhode Island", "region"],
    ["Black Sea", "landform"],
    ["Strait of Hormuz", "landform"],
    ["Margaret", "given-name"],
    ["Yasuo", "given-name"],
    ["Nakamura", "family-name"],
    ["Müller", "family-name"],
    ["O'Brien", "family-name"],
    ["International Labour Organization", "organization"],
    ["Court of Cassation", "organization"],
    ["Siemens", "company"],
    ["JPMorgan Chase", "company"],
    ["Financial Times", "medium"],
    ["Agence France-Presse", "medium"],
    ["Liberal Democrats", "group"],
    ["IG Metall", "group"],
    ["Borussia Dortmund", "club"],
    ["Ministry of Justice", "body"],
    ["ministry of justice", "body"],
    ["Ministry", "organization-word"],
    ["Inc.", "company-ending"],
    ["GmbH", "company-ending"],
    ["Mrs.", "title"],
    ["Rear Admiral", "title"],
    ["Foreign Secretary", "office"],
    ["foreign secretary", "office"],
    ["Airport", "facility-word"],
    ["Treaty", "paper-word"],
    ["Tuesday", "calendar"],
    ["Portuguese", "language"],
    ["Buddhists", "language"],
    ["Winter Olympics", "thing"],
    ["Jr", "person-suffix"],
    ["van", "particle"],
    ["GDP", "never"],
    ["oslo", "small-place"],
    ["new zealand", "small-place"],
    ["deborah", "small-given-name"],
    ["deutsche bank", "small-organization"],
  ])("%s is a %s", (phrase, name) => {
    expect(classesOf(phrase)).toContain(name);
  });

  it.each([
    ["Will", "given-name"],
    ["May", "given-name"],
    ["Hope", "given-name"],
    ["The", "given-name"],
    ["My", "given-name"],
    ["Can", "given-name"],
    ["He", "family-name"],
    ["So", "family-name"],
    ["Long", "family-name"],
    ["Of", "city"],
    ["Nice", "city"],
    ["Reading", "city"],
    ["Mobile", "city"],
    ["March", "city"],
    ["Target", "company"],
    ["Next", "company"],
    ["Time", "medium"],
    ["People", "medium"],
    ["Republican", "group"],
    ["OR", "region"],
    ["oslo", "city"],
    ["turkey", "small-place"],
    ["china", "small-place"],
    ["mark", "small-given-name"],
    ["apple", "small-organization"],
    ["Oslo", "given-name"],
  ])("%s is no %s", (phrase, name) => {
    expect(classesOf(phrase)).not.toContain(name);
  });

  it("has a bit for each class", () => {
    expect(phraseClasses.length).toBeLessThanOrEqual(mostClasses);
    expect(new Set(phraseClasses).size).toBe(phraseClasses.length);
  });

  it.each(gazetteerFiles)("%s says what it is and from where, and is sorted without doubles", (file) => {
    const lines = tableText(file).trimEnd().split("\n");
    const entries = lines.filter((line) => !line.startsWith("#"));
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines.find((line) => /^# Sources?: /.test(line))).toBeDefined();
    expect(entries).toEqual([...new Set(entries)].sort((a, b) => (a < b ? -1 : 1)));
    expect(entries.filter((entry) => entry !== entry.trim() || entry === "" || entry.split(" ").length > 6)).toEqual(
      [],
    );
  });
});
