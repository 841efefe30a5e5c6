// Every rule of finding names does what its example says, and nothing at its counter-example.
import { expect, test } from "vitest";
import { nameRuleRows } from "../../../src/lang/en/names.js";
import { cast } from "./naming.js";

for (const { rule, kind, found, example, counter } of nameRuleRows()) {
  test(`names/${rule}: ${example}`, () => {
    const { names, cut } = cast(example);
    expect(names.filter((name) => name.rule === rule).map((name) => [name.kind, cut(name)])).toContainEqual([
      kind,
      found,
    ]);
  });
  test(`names/${rule}, not: ${counter}`, () => {
    const { names, cut } = cast(counter);
    expect(names.filter((name) => name.rule === rule && cut(name).includes(found)).map(cut)).toEqual([]);
  });
}
