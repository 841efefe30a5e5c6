// Names as wholes: what is one name in another spelling, order, script or legal form, and what is another name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameForms } from "../../src/lang/en/link-names.js";
import { compareNames, editsBetween, type NameSort } from "../../src/link/compare-names-full.js";

const forms = nameForms();
const score = (a: string, b: string, sort: NameSort): number => compareNames(a, b, sort, forms).score;
const merges = 0.7;

describe("one person", () => {
  test.each([
    ["Anna Vale", "Vale, Anna"],
    ["Tarn Orvikson", "Tarn Orviksen"],
    ["Dr. Anna Valeris", "Anna Valeris"],
    ["AnnaValeris", "Anna Valeris"],
    ["A. Valeris", "Anna Valeris"],
    ["Ted Orvela", "Theodore Orvela"],
    ["Omar bin Tarnov", "Omar ibn Tarnov"],
    ["Анна Орвелова", "Anna Orvelova"],
    ["Anna Maria Orvela", "Anna Orvela"],
    ["Anna Anna Orvela", "Anna Orvela"],
    ["bin Tarnov Omar", "Omar bin Tarnov"],
    ["Jürgen Tarnmüller", "Juergen Tarnmueller"],
  ])("%s, %s", (a, b) => expect(score(a, b, "person")).toBeGreaterThanOrEqual(merges));
});

describe("two people", () => {
  test.each([
    ["Anna Orvela", "Tom Orvela"],
    ["Anna Orvela", "Anna Tarn"],
    ["Anna Orvela Vale", "Anna Orvela Tarn"],
    ["Omar bin Tarnov", "Tarnov bin Omar"],
    ["Orvela", "Anna Maria Orvela"],
    ["Anna J Orvela", "Anna Maria Orvela"],
    ["Orvela Anna", "Anna Orvela"],
    ["习近平", "习近朋"],
  ])("%s, %s", (a, b) => expect(score(a, b, "person")).toBeLessThan(merges));
});

describe("one organization", () => {
  test.each([
    ["Orvela Aktiengesellschaft", "Orvela AG"],
    ["OAO Tarnneft", "Tarnneft JSC"],
    ["Orvela L.L.C.", "Orvela LLC"],
    ["The Tarn Bank", "Tarn Bank"],
    ["Quarry Workers' Organisation", "Quarry Workers Organization"],
    ["QWO", "Quarry Workers' Organisation"],
    ["Brigade Forty-Four", "Brigade 44"],
    ["First Tarn Bank", "1st Tarn Bank"],
    ["Orvela & Tarn", "Orvela and Tarn"],
    ["GoodWill Orvela", "Good Will Orvela"],
    ["MV Tarn Spirit", "Tarn Spirit"],
  ])("%s, %s", (a, b) => expect(score(a, b, "organization")).toBeGreaterThanOrEqual(merges));
});

describe("two organizations", () => {
  test.each([
    ["Bank of Orvela", "Bank of Tarn"],
    ["Orvela Fund VII", "Orvela Fund VIII"],
    ["Tarn Spirit 5", "Tarn Spirit 6"],
    ["Orvela Mining", "Orvela"],
    ["Tarn Quarry Union", "Tarn Nurses Union"],
  ])("%s, %s", (a, b) => expect(score(a, b, "organization")).toBeLessThan(merges));
});

test("the order of the two names does not matter, and a name is itself", () => {
  const word = fc.constantFrom("anna", "Orvela", "TARN", "bin", "Vale-Orr", "AG", "2004", "Ж", "李", "", ",", ".");
  const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(name, name, fc.constantFrom<NameSort>("person", "organization"), (a, b, sort) => {
      expect(score(a, b, sort)).toBeCloseTo(score(b, a, sort), 6);
      expect(score(a, b, sort)).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  ["vale", "vale", 0],
  ["vale", "vael", 1],
  ["vale", "vane", 1],
  ["vale", "valen", 1],
  ["", "vale", 4],
])("edits between %s and %s", (a, b, edits) => expect(editsBetween(a, b)).toBe(edits));
