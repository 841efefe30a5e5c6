// Intakes of uploaded reports: one after the other, whoever sent them; each goes on when its sender goes away, and what became
// of every report is told in events that anybody who asks may follow from the first one on.
import type { Dossier, Intake, Outcome, SourceFile } from "../../dossier.js";
import { InputError } from "../../model/errors.js";

/** What happened in an intake, in order; numbered from 0 by their place in the list. */
export type IntakeEvent =
  | { readonly event: "report"; readonly done: number; readonly total: number; readonly outcome: Outcome }
  | { readonly event: "done"; readonly news: Intake["news"]; readonly untold: string | null }
  | { readonly event: "failed"; readonly detail: string };

export type IntakeState = {
  readonly id: string;
  readonly state: "waiting" | "reading" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly outcomes: readonly Outcome[];
  readonly news: Intake["news"];
  readonly detail: string | null; // why it failed, or what is new could not be told
};

export type Intakes = {
  /** Begins when those before it are done. Null: too much is waiting already. */
  readonly start: (sources: readonly SourceFile[], bytes: number) => IntakeState | null;
  readonly state: (id: string) => IntakeState | null;
  /** Those that are remembered, the latest first. */
  readonly all: () => readonly IntakeState[];
  /** The events of one from number `from` on, until it is done; null: it is not known. Ends early where `signal` is aborted. */
  readonly follow: (id: string, from: number, signal: AbortSignal) => AsyncIterable<IntakeEvent> | null;
  /** Resolves when nothing is waiting or being read. */
  readonly settled: () => Promise<void>;
};

export type IntakesOptions = {
  readonly dossier: Pick<Dossier, "takeIn">;
  /** A new name for an intake. */
  readonly nextId: () => string;
  readonly onError: (error: unknown, where: string) => void;
  readonly mostWaiting?: number; // bytes
};

type Job = {
  readonly id: string;
  readonly total: number;
  readonly events: IntakeEvent[];
  state: "waiting" | "reading" | "done" | "failed";
  woken: () => void; // told of every event
  next: Promise<void>; // the one that comes next
};

const mostRemembered = 50;

function tell(job: Job, event: IntakeEvent): void {
  job.events.push(event);
  if (event.event !== "report") job.state = event.event;
  job.woken();
  job.next = new Promise((resolve) => {
    job.woken = resolve;
  });
}

function stateOf({ id, state, total, events }: Job): IntakeState {
  const outcomes = events.flatMap((event) => (event.event === "report" ? [event.outcome] : []));
  const last = events.at(-1);
  return {
    id,
    state,
    done: outcomes.length,
    total,
    outcomes,
    news: last?.event === "done" ? last.news : [],
    detail: last?.event === "failed" ? last.detail : last?.event === "done" ? last.untold : null,
  };
}

async function* eventsOf(job: Job, from: number, signal: AbortSignal): AsyncIterable<IntakeEvent> {
  const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  for (let at = from; !signal.aborted; ) {
    const event = job.events[at];
    if (event) {
      at++;
      yield event;
      if (event.event !== "report") return;
    } else if (job.state === "done" || job.state === "failed") return;
    else await Promise.race([job.next, aborted]);
  }
}

/** The intakes of a dossier. */
export function intakesOf({ dossier, nextId, onError, mostWaiting = 200_000_000 }: IntakesOptions): Intakes {
  const jobs = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const run = async (job: Job, sources: readonly SourceFile[]): Promise<void> => {
    job.state = "reading";
    try {
      const { news, untold } = await dossier.takeIn(sources, ({ done, total, outcome }) =>
        tell(job, { event: "report", done, total, outcome }),
      );
      tell(job, { event: "done", news, untold });
    } catch (error) {
      const known = error instanceof InputError;
      if (!known) onError(error, `intake ${job.id}`);
      const why = known ? error.message : "It could not go on. `parley doctor` says what is wrong.";
      tell(job, { event: "failed", detail: `${why} What was told as taken is kept; send the others again.` });
    }
  };
  const forget = (): void => {
    const over = [...jobs.values()].filter(({ state }) => state === "done" || state === "failed");
    for (const { id } of over.slice(0, -mostRemembered)) jobs.delete(id);
  };
  return {
    start: (sources, bytes) => {
      if (waiting > 0 && waiting + bytes > mostWaiting) return null;
      let woken = (): void => {};
      const next = new Promise<void>((resolve) => {
        woken = resolve;
      });
      const job: Job = { id: nextId(), total: sources.length, events: [], state: "waiting", woken, next };
      jobs.set(job.id, job);
      waiting += bytes;
      last = last
        .then(() => run(job, sources))
        .finally(() => {
          waiting -= bytes;
          forget();
        });
      return stateOf(job);
    },
    state: (id) => {
      const job = jobs.get(id);
      return job ? stateOf(job) : null;
    },
    all: () => [...jobs.values()].reverse().map(stateOf),
    follow: (id, from, signal) => {
      const job = jobs.get(id);
      return job ? eventsOf(job, from, signal) : null;
    },
    settled: () => last,
  };
}
