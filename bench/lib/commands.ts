import { Agent, request } from 'node:http';
import { processorTime, type Run } from './load.ts';

/** Requests that are each asked once: what a command changes can be changed no second time. */
export interface CommandRun {
  readonly name: string;
  readonly url: string;
  /** The process that answers. */
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** Whether an answer says that it was done. */
  isDone(answer: string): boolean;
}

/** Gives all of them, `connections` at a time; throws at the first that was not done. */
export async function giveCommands(run: CommandRun, connections: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = run.bodies.values();
  const latencies: number[] = [];
  const before = processorTime(run.pid);
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (const body of waiting) {
      const sent = performance.now();
      const answer = await post(agent, run, body);
      latencies.push(performance.now() - sent);
      if (!run.isDone(answer)) throw new Error(`${run.name} has not done it: ${answer.slice(0, 500)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1_000;
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return {
    requestsPerSecond: run.bodies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (processorTime(run.pid) - before) / run.bodies.length,
  };
}

function post(agent: Agent, { url, headers }: CommandRun, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
