// What this process started and must not leave behind, whichever way it ends.
import { explain } from './log.mjs';

const cleanups = [];
let ending;

/** Registers something to undo at the end; the last registered goes first. */
export const onEnd = (cleanup) => cleanups.push(cleanup);

export const isEnding = () => ending !== undefined;

/** Undoes everything and exits. Further calls wait for the same end. */
export function end(code) {
  ending ??= (async () => {
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        explain(error);
        code = 1;
      }
    }
    process.exit(code);
  })();
  return ending;
}

/** Ctrl-C, a supervisor's SIGTERM, a closed terminal, a killed launcher: all end the same way. */
export function endOnSignals({ message } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!isEnding() && message) process.stderr.write(`\n${message}\n`);
      void end(0);
    });
  }
  process.once('disconnect', () => void end(1));
}

/** Runs the command's work; a failure is explained, and nothing stays behind. */
export async function guarded(work) {
  try {
    await work();
  } catch (error) {
    // A child that Ctrl-C has taken down is no failure of its own.
    if (!isEnding()) explain(error);
    await end(1);
  }
}
