import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { planOf, type Plan } from './explain.ts';

const ENTRY = /^\d{4}-\d\d-\d\d [^\n]* LOG: {2}duration: [^\n]* plan:\n/m;

/** What is logged while `work` runs: of each statement the last plan, which is the one that it keeps. */
export async function plansOf(log: string, work: () => Promise<void>): Promise<readonly Plan[]> {
  const before = statSync(log).size;
  await work();
  const plans = new Map<string, string>();
  for (const entry of written(log, before).split(ENTRY).slice(1)) {
    // An entry's own lines are indented; what follows belongs to somebody else.
    const own = entry.split('\n').filter((line) => line.startsWith('\t'));
    const found = planOf(own.map((line) => line.slice(1)).join('\n'));
    if (found) plans.set(found.statement, found.plan);
  }
  return [...plans].map(([statement, plan]) => ({ statement, plan }));
}

function written(log: string, from: number): string {
  const file = openSync(log, 'r');
  try {
    const text = Buffer.alloc(statSync(log).size - from);
    readSync(file, text, 0, text.length, from);
    return text.toString();
  } finally {
    closeSync(file);
  }
}

/** A file for each screen, of the statements in the order in which they went out. */
export function savePlans(folder: string, plans: ReadonlyMap<string, readonly Plan[]>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, own] of plans) {
    const text = own.map(({ statement, plan }) => `${statement.trim()}\n\n${plan}\n`).join(`\n${'-'.repeat(100)}\n\n`);
    writeFileSync(`${folder}/${name}.txt`, text);
  }
}
