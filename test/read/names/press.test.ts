// Invented reports whose actors no lexicon knows: almost every form is found, and none is joined to another's.
import { expect, test } from "vitest";
import { cast } from "./naming.js";
import { pressTexts } from "./press.js";

const plain = (form: string): string => form.toLowerCase().replace(/^(?:the|an?) /, "");

test.each(pressTexts)("the actors of $name", ({ text, actors }) => {
  const { resolution } = cast(text, text.split("\n")[0]);
  const readOf = new Map(
    resolution.actors.flatMap(({ name, forms }, index) =>
      [name, ...forms].map((form) => [plain(form), index] as const),
    ),
  );
  const owners = new Map<number, number>();
  for (const [index, { forms }] of actors.entries())
    for (const form of forms) {
      const read = readOf.get(plain(form));
      if (read === undefined) continue;
      expect([form, owners.get(read) ?? index]).toEqual([form, index]);
      owners.set(read, index);
    }
  const all = actors.flatMap(({ forms }) => forms.map(plain));
  const found = all.filter((form) => readOf.has(form));
  expect(found.length / all.length).toBeGreaterThanOrEqual(0.75);
});
