import { existsSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;

/** What a process holds in memory, megabytes of 1024² bytes; NaN where the system does not tell. */
export function residentMegabytes(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return NaN;
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}

/** Looks several times a second; the returned function ends that and says the most there was. */
export function watchMemory(pid: number): () => number {
  let most = residentMegabytes(pid);
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), EVERY_MS);
  return () => {
    clearInterval(timer);
    return most;
  };
}
