// A decision and what it changes, in words for people.
import type { Action, OtherAction } from "../model/decision.js";

/** What an action says, without the words that it is about: "2031-03-10", "Mira Tolland". */
export function saidIn(action: Action | OtherAction): string {
  const told = ["name", "to", "date", "stance", "outlet", "value"].flatMap((field) => {
    const value = (action as unknown as Readonly<Record<string, unknown>>)[field];
    return typeof value === "string" ? [value] : value === null ? ["none"] : [];
  });
  const { speakers, groups } = action as {
    speakers?: readonly { words: string }[];
    groups?: readonly { words: string }[];
  };
  return [...told, ...(speakers ?? groups ?? []).map(({ words }) => words)].join(", ");
}

/** A value of a line: places counted, what is empty called none, evidence left out; `nameOf` names ids. */
function told(value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === "" || value === undefined) return "none";
  if (typeof value !== "object") return nameOf(String(value));
  if (Array.isArray(value)) {
    const isPlace = (one: unknown): boolean =>
      typeof one === "object" && one !== null && ("start" in one || "span" in one);
    if (value.length > 0 && value.every(isPlace)) return `${value.length} place${value.length === 1 ? "" : "s"}`;
    return value.length === 0 ? "none" : value.map((one) => told(one, nameOf)).join(", ");
  }
  if ("doc" in value && "start" in value && "end" in value)
    return `${nameOf(String(value.doc))} ${value.start}–${value.end}`;
  const parts = Object.entries(value).filter(([name, part]) => name !== "evidence" && part !== null);
  return parts.length === 0 ? "none" : parts.map(([, part]) => told(part, nameOf)).join(" ");
}

/** A field of a line, given as JSON, for people. `nameOf`: what an id is called. */
export const valueText = (json: string, nameOf: (id: string) => string = (id) => id): string =>
  told(JSON.parse(json), nameOf);
