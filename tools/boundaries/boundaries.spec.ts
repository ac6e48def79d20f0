import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWED, PLANTED } from './planted.mjs';

type Answers = Record<string, readonly string[]>;

const run = (script: string): Answers =>
  JSON.parse(execFileSync(process.execPath, [`tools/boundaries/${script}`], { encoding: 'utf8' })) as Answers;

describe.each(['with-eslint.mjs', 'with-dependency-cruiser.mjs'])('the arrows between folders, %s', (script) => {
  let answers: Answers = {};
  beforeAll(() => {
    answers = run(script);
  }, 120_000);

  it.each(PLANTED)('refuses $name', ({ name }) => expect(answers[name]).not.toHaveLength(0));
  it.each(ALLOWED)('allows $name', ({ name }) => expect(answers[name]).toEqual([]));

  if (script === 'with-dependency-cruiser.mjs') {
    it('refuses a circle', () => expect(answers['circle']).toEqual(['no-circles']));
    it('refuses an import past the door', () => expect(answers['door']).toEqual(['through-the-door']));
  }
});
