// Names of people: what is one person under two spellings, and what must be kept apart.
import { describe, expect, test } from "vitest";
import { nameForms } from "../../src/lang/en/link-names.js";
import { compareMisspelt, comparePersons, namesAlone, personName, plainPerson } from "../../src/link/compare-names.js";

const forms = nameForms();
const score = (a: string, b: string, sameOffice = false): number =>
  comparePersons(personName(plainPerson(a, forms), forms), personName(plainPerson(b, forms), forms), sameOffice).score;
const merges = 0.7;

describe("one person", () => {
  test.each([
    ["Sergei Varnov", "Sergey Varnov", false],
    ["Akhmed Khorvan", "Ahmed Horvan", false],
    ["Daniyar Khervin", "Daniar Hervin", false],
    ["Wang Orvei", "Wang", false],
    ["Kim Orn Vei", "Kim", false],
    ["Anna Tolmay", "Anna Tolmaj", true],
    ["Varnov", "Sergei Varnov", false],
    ["S. Varnov", "Sergei Varnov", false],
    ["Oskar Brinkmann", "Oscar Brinckmann", true],
    ["Jürgen Müller", "Juergen Mueller", false],
    ["Bernd Müller", "Bernd Muller", true],
    ["Agnès Orvik-Vale", "Orvik-Vale", false],
    ["Agnès Orvik-Vale", "Agnès Orvik", false],
    ["Majed al-Ansari", "Majed Al Ansari", false],
    ["José Almeida", "Jose Almeida", false],
    ["Ludwig van der Meer", "van der Meer", false],
    ["Anna Tavares Orvela", "Tavares Orvela", false],
    ["Tomasz Orwieczko", "Tomas Orvechko", false],
    ["Salim al-Tarthi", "Saleem Al-Tarty", true],
  ])("%s, %s", (a, b, office) => expect(score(a, b, office)).toBeGreaterThanOrEqual(merges));
});

describe("two people", () => {
  test.each([
    ["Anna Varnov", "Sergei Varnov", true],
    ["Marlow", "Tessen", true],
    ["Ida Marlow", "Ida Barlow", false],
    ["Kim", "Kima", false],
    ["Anna Orvik-Vale", "Tom Orvik", true],
    ["Lee", "Li", false],
    ["Anna Khorvan", "Hanna Horvat", false],
    ["Wang Orvei", "Wang Tarnlo", true],
    ["Kim Orvela", "Kim Tarnova", true],
    ["Kim Orvela", "Kim", false],
  ])("%s, %s", (a, b, office) => expect(score(a, b, office)).toBeLessThan(merges));
});

test.each([
  ["the company", false],
  ["Kestrel Terminals", true],
  ["UQW", true],
  ["the Office", true],
  ["it", false],
])("%s names on its own: %s", (form, alone) => expect(namesAlone(form)).toBe(alone));

describe("a name misspelt in the one report that has it", () => {
  const misspelt = (a: string, b: string): number =>
    compareMisspelt(personName(plainPerson(a, forms), forms), personName(plainPerson(b, forms), forms)).score;
  test.each([
    ["Frances Orvell", "Francis Orvel"],
    ["Paulo Teirana", "Paolo Teshana"],
    ["Penhallion", "Anna Penhallian"],
  ])("%s is %s", (a, b) => {
    expect(misspelt(a, b)).toBeGreaterThanOrEqual(merges);
  });
  test.each([
    ["Frances Orvell", "Tom Orvel"],
    ["Paulo Teirana", "Paulo Marana"],
    ["Orvell", "Anna Orvel"],
  ])("%s is not %s", (a, b) => {
    expect(misspelt(a, b)).toBeLessThan(merges);
  });
});
