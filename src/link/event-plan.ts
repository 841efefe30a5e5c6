// What was planned and what became of it: the status at the latest report, who announced it, and its fate.
import { boundsOf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import type { EventStatus } from "../model/words.js";
import { roundKey, type Telling } from "./tellings.js";

/** What is known beyond one event: the last day that a document of the dossier was published, and rounds told for other days. */
export type Plans = { readonly lastDay: number | null; readonly roundDays: ReadonlyMap<string, readonly number[]> };

/** A plan of which nothing is heard for so many days after its date has lapsed. */
const silence = 7;

/** The rounds told as planned or held, with the days told for them. */
export function plansOf(tellings: readonly Telling[]): Plans {
  const roundDays = new Map<string, Set<number>>();
  let lastDay: number | null = null;
  for (const telling of tellings) {
    const { published } = telling.input.document;
    if (published.value !== null)
      lastDay = Math.max(lastDay ?? Number.NEGATIVE_INFINITY, boundsOf(published.value).last);
    const key = roundKey(telling);
    if (key !== null && telling.days && ["planned", "happened"].includes(telling.mention.status)) {
      roundDays.set(key, (roundDays.get(key) ?? new Set()).add(telling.days.first));
    }
  }
  return { lastDay, roundDays: new Map([...roundDays].map(([key, days]) => [key, [...days].sort((a, b) => a - b)])) };
}

/** Status at the latest report: what happened stays so whatever older plans are repeated; doubt does not undo a telling. */
export function statusOf(tellings: readonly Telling[]): EventStatus {
  let status: EventStatus | null = null;
  for (const { mention } of tellings) {
    const told = mention.status;
    if (status === null) status = told;
    else if (told === "unknown" || told === "hypothetical") continue;
    else if (status === "happened" && (told === "planned" || told === "cancelled")) continue;
    else if (status === "cancelled" && told === "planned") continue;
    else status = told;
  }
  return status ?? "unknown";
}

function movedTo(tellings: readonly Telling[], date: number, plans: Plans): boolean {
  return tellings.some((telling) => {
    const key = roundKey(telling);
    return key !== null && (plans.roundDays.get(key) ?? []).some((day) => day > date && day - date < 90);
  });
}

/** The plan of an event that some report announces; null where none does. */
export function fateOf(
  tellings: readonly Telling[],
  event: Pick<Event, "status" | "date">,
  plans: Plans,
): Event["plan"] {
  const announced = [
    ...new Set(tellings.filter(({ mention }) => mention.status === "planned").map(({ input }) => input.document.id)),
  ];
  if (announced.length === 0) return null;
  return { announced: announced as readonly DocumentId[], fate: fate(tellings, event, plans) };
}

function fate(
  tellings: readonly Telling[],
  { status, date }: Pick<Event, "status" | "date">,
  plans: Plans,
): NonNullable<Event["plan"]>["fate"] {
  if (status === "happened") return "held";
  const days = date === null ? null : boundsOf(date);
  if (days && Number.isFinite(days.first) && movedTo(tellings, days.first, plans)) return "moved";
  if (status === "cancelled") return "cancelled";
  if (days && plans.lastDay !== null && plans.lastDay > days.last + silence) return "lapsed";
  return "pending";
}
