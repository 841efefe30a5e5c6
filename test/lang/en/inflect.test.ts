import { expect, test } from "vitest";
import { regularForms } from "../../../src/lang/en/inflect.js";

test.each([
  ["demand", "demands", "demanded", "demanding"],
  ["propose", "proposes", "proposed", "proposing"],
  ["deny", "denies", "denied", "denying"],
  ["say", "says", "sayed", "saying"], // irregular pasts stand in the tables
  ["reach", "reaches", "reached", "reaching"],
  ["agree", "agrees", "agreed", "agreeing"],
  ["drop", "drops", "dropped", "dropping"],
  ["quip", "quips", "quipped", "quipping"],
  ["begin", "begins", "beginned", "beginning"],
  ["brand", "brands", "branded", "branding"],
  ["offer", "offers", "offered", "offering"],
])("%s", (lemma, present, past, ing) => {
  expect(regularForms(lemma)).toEqual({ present, past, ing });
});
