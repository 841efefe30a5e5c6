// `npm run eval`: scores the landed reader. Without a task it scores the samples against gold/ and compares with the pinned
// floors; with one it scores a folder of that task's data. Nothing here knows where data lie: --data says it.
import { InputError } from "../src/model/errors.js";
import { runCrossdoc } from "./eval/crossdoc/task.js";
import { runEntities } from "./eval/entities/task.js";
import { runEvents } from "./eval/events/task.js";
import { runGold } from "./eval/gold/task.js";
import { runLanguage } from "./eval/language/task.js";
import { runNames } from "./eval/names/task.js";
import { type Options, readOptions, usage } from "./eval/options.js";
import { runSpeech } from "./eval/speech/task.js";
import { runStatements } from "./eval/statements/task.js";
import { runTime } from "./eval/time/task.js";
import { runTimelines } from "./eval/timelines/task.js";

type Print = (line: string) => void;

/** The tasks that can be run; each gives whether all is well. */
const tasks: Readonly<Record<string, (options: Options, print: Print) => Promise<boolean>>> = {
  gold: runGold,
  language: (options, print) => runLanguage(options, print),
  entities: (options, print) => runEntities(options, print),
  speech: runSpeech,
  statements: runStatements,
  time: runTime,
  names: runNames,
  events: runEvents,
  crossdoc: runCrossdoc,
  timelines: runTimelines,
};

/** Runs the command; gives its exit code: 0 all well, 1 a floor is broken or nothing was scored, 2 bad usage, 3 something broke. */
export async function runEval(args: readonly string[], print: Print, complain: Print): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options) {
      print(usage);
      return 0;
    }
    const name = options.task ?? "gold";
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (task) return (await task(options, print)) ? 0 : 1;
    throw new InputError(`there is no task ${name}; there are: ${Object.keys(tasks).join(", ")}.\n${usage}`);
  } catch (error) {
    complain(
      error instanceof InputError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
    return error instanceof InputError ? 2 : 3;
  }
}

const isCalled = process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].replace(/^.*[\\/]/, "/"));
if (isCalled) process.exitCode = await runEval(process.argv.slice(2), console.log, console.error);
