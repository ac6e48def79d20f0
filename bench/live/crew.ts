import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ear, EarsReport, ToEars } from './protocol.ts';

const ENDS_WITH_PARENT = new URL('../../scripts/lib/end-with-parent.mjs', import.meta.url).href;

/** Subscribers in processes of their own, told and asked together. */
export interface Crew {
  open(ears: readonly Ear[], query: string): Promise<void>;
  listen(what: { readonly moments: boolean }): Promise<void>;
  report(): Promise<EarsReport>;
  close(): Promise<void>;
  stop(): void;
}

interface Worker {
  tell(message: ToEars): Promise<EarsReport | null>;
  kill(): void;
}

export async function crewOf(processes: number): Promise<Crew> {
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorker()));
  const all = (message: ToEars) => Promise.all(workers.map((worker) => worker.tell(message)));
  return {
    open: async (ears, query) => {
      await Promise.all(
        workers.map((worker, n) =>
          worker.tell({ do: 'open', ears: ears.filter((_, place) => place % processes === n), query }),
        ),
      );
    },
    listen: async (what) => void (await all({ do: 'listen', ...what })),
    report: async () => together((await all({ do: 'report' })).filter((report) => report !== null)),
    close: async () => void (await all({ do: 'close' })),
    stop: () => workers.forEach((worker) => worker.kill()),
  };
}

async function startWorker(): Promise<Worker> {
  const child = fork(fileURLToPath(new URL('ears.ts', import.meta.url)), {
    execArgv: ['--import', ENDS_WITH_PARENT],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => reject(new Error('The process of the subscribers ended')));
  });
  ended.catch(() => undefined);
  const next = (): Promise<{ readonly answer: EarsReport | null }> =>
    Promise.race([new Promise<{ answer: EarsReport | null }>((resolve) => child.once('message', resolve)), ended]);
  await next();
  return {
    tell: async (message) => {
      const answered = next();
      child.send(message);
      return (await answered).answer;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function together(reports: readonly EarsReport[]): EarsReport {
  const sum = (figure: (report: EarsReport) => number): number =>
    reports.reduce((total, report) => total + figure(report), 0);
  const moments: Record<string, number[]> = {};
  for (const report of reports)
    for (const [id, own] of Object.entries(report.moments)) (moments[id] ??= []).push(...own);
  const heard = reports.filter(({ messages }) => messages > 0);
  return {
    messages: sum(({ messages }) => messages),
    first: Math.min(...heard.map(({ first }) => first)),
    last: Math.max(...heard.map(({ last }) => last)),
    moments,
    silent: sum(({ silent }) => silent),
    leaked: sum(({ leaked }) => leaked),
    lost: sum(({ lost }) => lost),
  };
}
