// What a decision changes, in lines for people.
import type { Decided } from "../parley.js";
import { valueText } from "../query/decision-words.js";
import { cut, printable, wrap } from "./ink.js";
import type { Paper } from "./listing.js";

type Change = Decided["changes"][number];

const most = 30; // lines that are shown; the others are counted
const signs: Readonly<Record<Change["what"], string>> = { new: "+", gone: "-", changed: "~" };

const value = (json: string): string => cut(printable(valueText(json)), 160);

/** One line that is new, gone or changed, with the fields that changed in it. */
function changeLines({ list, id, what, line, fields }: Change, { ink, width }: Paper): readonly string[] {
  const paint = { new: ink.green, gone: ink.red, changed: ink.yellow }[what];
  return [
    ...wrap(printable(`${signs[what]} ${list.replace(/s$/, "")} ${id}  ${line}`), width, "  ", "      ").map(paint),
    ...fields.flatMap(({ name, before, after }) => {
      const [was, is] = [value(before), value(after)];
      const line = was === is ? `${name}: other evidence (${is})` : `${name}: ${was} → ${is}`;
      return wrap(line, width, "      ", "        ");
    }),
  ];
}

/** All changes, the first thirty in full. */
export function changesText(changes: readonly Change[], paper: Paper): string {
  if (changes.length === 0) return "  nothing in the record\n";
  const lines = changes.slice(0, most).flatMap((change) => changeLines(change, paper));
  const rest = changes.length - most;
  return `${[...lines, ...(rest > 0 ? [`  and ${rest} more lines`] : [])].join("\n")}\n`;
}
