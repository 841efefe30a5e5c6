// Where a plan went that was put off: the event of the same people that the report of the delay tells for a later day has the plan
// of the earlier one, and is held or stands as it does.
import { boundsOf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import { isPutOff } from "./event-plan.js";
import type { Telling } from "./tellings.js";

/** An event of the record with its tellings. */
type Line = { readonly event: Event; readonly tellings: readonly Telling[] };

/** Most days between the day that was given up and the new one. */
const longest = 90;

const dayOf = ({ event }: Line): number | null => {
  const days = event.date === null ? null : boundsOf(event.date);
  return days && Number.isFinite(days.first) ? days.first : null;
};

/** Whether nobody is named on one side, or somebody on both. */
function samePeople(a: Line, b: Line): boolean {
  const circle = ({ tellings }: Line): Set<string> =>
    new Set(tellings.flatMap(({ persons, parties }) => [...persons, ...parties]));
  const [left, right] = [circle(a), circle(b)];
  return left.size === 0 || right.size === 0 || [...left].some((id) => right.has(id));
}

/** The event that `moved` was put off to: the only one of its kind that a report of the delay tells for a later day. */
function successorOf(moved: Line, lines: readonly Line[]): Line | null {
  const from = dayOf(moved);
  const delays = moved.tellings.filter(isPutOff);
  if (from === null || delays.length === 0) return null;
  const told = (line: Line): boolean =>
    line.tellings.some(({ doc, family }: Telling) =>
      delays.some((delay) => delay.doc === doc && delay.family === family),
    );
  const later = lines.filter((line) => {
    const day = dayOf(line);
    const stands = line.event.status === "happened" || line.event.status === "planned";
    return line !== moved && stands && day !== null && day > from && day - from <= longest && told(line);
  });
  const same = later.filter((line) => samePeople(line, moved));
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** The lines, each with the plan of the one that was put off to it. */
export function withMovedPlans(lines: readonly Line[]): Line[] {
  const announcedFor = new Map<Line, readonly DocumentId[]>();
  for (const moved of lines) {
    if (moved.event.plan?.fate !== "moved") continue;
    const successor = successorOf(moved, lines);
    if (successor) announcedFor.set(successor, moved.event.plan.announced);
  }
  return lines.map((line) => {
    const announced = announcedFor.get(line);
    if (!announced || line.event.plan !== null) return line;
    const fate = line.event.status === "happened" ? ("held" as const) : ("pending" as const);
    return { ...line, event: { ...line.event, plan: { announced, fate } } };
  });
}
