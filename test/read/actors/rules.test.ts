// Every rule of resolving does what its example says, and nothing at its counter-example; every description of the table too.
import { expect, test } from "vitest";
import { actorRuleRows, descriptionRows } from "../../../src/lang/en/actors.js";
import { cast } from "../names/naming.js";

const mentionsBy = (text: string, rule: string, words: string): string[] => {
  const { resolution, cut, nameOf } = cast(text);
  return resolution.mentions
    .filter((mention) => mention.why.rule === `actors/${rule}` && cut(mention).toLowerCase() === words.toLowerCase())
    .map((mention) => nameOf(mention.actor) ?? "");
};

for (const { rule, words, actor, example, counter } of actorRuleRows()) {
  test(`actors/${rule}: ${example}`, () => {
    const last = example.toLowerCase().lastIndexOf(words.toLowerCase());
    const { resolution, nameOf, cut } = cast(example);
    const found = resolution.resolve({ start: last, end: last + words.length }).map((index) => nameOf(index));
    expect(found.sort()).toEqual(actor.split(" + ").sort());
    const rules = resolution.mentions
      .filter((mention) => cut(mention).toLowerCase() === words.toLowerCase())
      .map(({ why }) => why.rule);
    if (!/-of$/.test(rule)) expect(rules).toContain(`actors/${rule}`);
  });
  test(`actors/${rule}, not: ${counter}`, () => expect(mentionsBy(counter, rule, words)).toEqual([]));
}

for (const { noun, kind, of, form, counter } of descriptionRows()) {
  const [first = ""] = noun.split(", ");
  if (kind !== "person") continue;
  test(`descriptions/${first} (${kind} ${of} ${form}), not: ${counter}`, () => {
    const { resolution } = cast(counter);
    expect(resolution.mentions.filter((mention) => mention.why.rule.startsWith("actors/description/"))).toEqual([]);
  });
}
