// What runs in each thread: reads one task after the other and answers in their order.
import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { Task } from "../dossier/kit.js";
import { prepare } from "../dossier/prepare.js";
import { UnreadableError } from "../ingest/unreadable.js";
import { adoptWeights } from "../lang/en/language.js";
import type { Answer, ThreadData } from "./pool.js";
import { makeReader } from "./reader.js";

const { largest, weights } = workerData as ThreadData;
adoptWeights(weights);
const reader = makeReader(largest);

async function answer(task: Task): Promise<Answer> {
  try {
    return { kind: "prepared", prepared: await prepare(task, reader) };
  } catch (error) {
    if (error instanceof UnreadableError) return { kind: "unreadable", uri: error.uri, reason: error.reason };
    return { kind: "failed" };
  }
}

if (parentPort)
  for await (const [task] of on(parentPort, "message") as AsyncIterable<readonly [Task]>)
    parentPort.postMessage(await answer(task));
