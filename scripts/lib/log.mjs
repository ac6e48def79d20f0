const started = performance.now();

/** A line of progress with the seconds since the start, on stderr so that results can be piped. */
export function step(message) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`${seconds} s  ${message}\n`);
}

/** A failure that its sentence explains: it is shown without a stack. */
export class UserError extends Error {}

export function explain(error) {
  process.stderr.write(`\n${error instanceof UserError ? error.message : (error?.stack ?? error)}\n`);
}
