// Reading in threads, so that an intake uses more than one core. Values pass by structured clone; a thread that dies, or fails
// in any way but by an unreadable source, leaves its tasks to this thread, which reads them, or throws, as it would alone.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Prepared, Preparer, Reader, Task } from "../dossier/kit.js";
import { prepare } from "../dossier/prepare.js";
import { UnreadableError } from "../ingest/unreadable.js";

/** What a thread is given at its start. */
export type ThreadData = {
  readonly largest: number; // bytes of a source
  readonly weights: SharedArrayBuffer; // of the language layer: all threads use the same memory
};

/** What a thread says of a task. An error does not survive the way as what it was: its parts do. */
export type Answer =
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "unreadable"; readonly uri: string; readonly reason: string }
  | { readonly kind: "failed" };

type Job = {
  readonly task: Task;
  readonly done: (prepared: Prepared) => void;
  readonly fail: (error: unknown) => void;
};
type Thread = { readonly worker: Worker; readonly jobs: Job[] };

export type PoolOptions = {
  readonly threads: number;
  /** Asked for at the start of each thread. */
  readonly data: () => ThreadData;
  /** The reader of this thread: asked for only where another thread fails. */
  readonly reader: () => Promise<Reader>;
  /** What the threads run. */
  readonly script?: URL;
};

const begunEach = 3; // tasks a thread: one in work, one that waits for it, one that waits for its turn

/** A pool of threads that read. Each is started when there is a task that no other is free for. */
export function threadPool({ threads, data, reader, script }: PoolOptions): Preparer {
  const alive = new Set<Thread>();
  let [started, open] = [0, true];
  const readHere = ({ task, done, fail }: Job): void => {
    reader()
      .then((own) => prepare(task, own))
      .then(done, fail);
  };
  const settle = (job: Job, answer: Answer): void => {
    if (answer.kind === "prepared") job.done(answer.prepared);
    else if (answer.kind === "unreadable") job.fail(new UnreadableError(answer.uri, answer.reason));
    else readHere(job);
  };
  const start = (): Thread => {
    started++;
    const worker = new Worker(script ?? new URL("./thread.js", import.meta.url), { workerData: data() });
    const thread: Thread = { worker, jobs: [] };
    const lose = (): void => {
      alive.delete(thread);
      const left = thread.jobs.splice(0);
      if (open) left.forEach(readHere);
    };
    worker.on("message", (answer: Answer) => {
      const job = thread.jobs.shift();
      if (job) settle(job, answer);
    });
    worker.on("error", lose);
    worker.on("exit", lose);
    alive.add(thread);
    return thread;
  };
  /** The one with the least to do; none where all have died. */
  const choose = (): Thread | undefined => {
    const [freest] = [...alive].sort((a, b) => a.jobs.length - b.jobs.length);
    return started < threads && (freest?.jobs.length ?? 1) > 0 ? start() : freest;
  };
  return {
    window: threads * begunEach,
    prepare: (task) =>
      new Promise((done, fail) => {
        const [thread, job] = [choose(), { task, done, fail }];
        if (!thread) return readHere(job);
        thread.worker.postMessage(task);
        thread.jobs.push(job);
      }),
    close: async () => {
      open = false;
      await Promise.all([...alive].map(({ worker }) => worker.terminate()));
    },
  };
}

const worth = 100; // documents a thread: with fewer it costs more to start and to warm up than it saves (npm run bench -- --threads)
const mostThreads = 8; // beyond them, what they read is not kept faster

/** Threads that read so many documents, where nobody says how many; 1: no other than this one. */
export function threadsFor(documents: number): number {
  const cores = availableParallelism();
  const free = cores === 1 ? 1 : Math.max(2, cores - 1); // this thread has little to do
  return Math.max(1, Math.min(mostThreads, free, Math.floor(documents / worth)));
}
