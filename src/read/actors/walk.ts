// The walk through a document, word by word: names, descriptions and pronouns become units, each with its actors; the scene grows
// with them.
import { enter, enterGroup, enterWeak } from "./enter.js";
import { isA, type Name } from "./ground.js";
import type { Stage } from "./identity.js";
import type { Unit } from "./unit.js";
import { describedUnit, epithetUnit, innerUnits, nameUnit, peopleUnit, pronounUnit } from "./units.js";

/** The units of a document in the order of their first tokens. */
export function walk(stage: Stage): Unit[] {
  const { ground } = stage;
  const units: Unit[] = [];
  const titled = new Map<number, Name>();
  for (const name of ground.names) titled.set(Math.min(name.first, name.title?.first ?? name.first), name);
  for (const sentence of ground.analysis.sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const opening = isA(ground, "the", i) ? titled.get(i + 1) : undefined;
      const index = ground.nameAt[i];
      const name =
        titled.get(i) ??
        (opening?.title ? opening : undefined) ??
        (index === undefined ? undefined : ground.names[index]);
      const described =
        name && (name.title || name.span.kind === "person")
          ? null
          : (epithetUnit(stage, i, sentence.last) ?? describedUnit(stage, i, sentence.last));
      const unit =
        described ??
        (name ? nameUnit(stage, name, false) : (peopleUnit(stage, i, sentence.last) ?? pronounUnit(stage, i)));
      if (unit) {
        const before = units.findLast(({ inner }) => !inner);
        const inner = innerUnits(stage, unit.first, unit.last, unit.form === "name" && name ? name.index : null);
        units.push(unit, ...inner);
        if (name?.title || unit.rule === "description/own-body")
          for (const { first, last, actors } of inner) enterWeak(stage, first, last, actors);
        if (unit.form === "name" || unit.rule === "people")
          enter(stage, unit.first, unit.last, unit.actors, name?.span.kind === "person" ? "person" : "party");
        enterGroup(stage, before, unit);
      }
      i = Math.max(i + 1, unit?.last ?? name?.last ?? i + 1);
    }
  }
  return units;
}
