import { LRUCache } from 'lru-cache';
import type { Reading, Tools } from './fields';
import { complete } from './completion';
import { mark, type Slot } from './writer';

/** Viewers of one statement whose rules are remembered, and of how many different facts for each rule. */
const maxViewers = 50;
const maxFacts = 400;
/** Long facts are a list's, and hardly ever the same twice. */
const maxFactsLength = 400;

/** Fills the slots of one statement's answers, and remembers what rules said of which facts to whom. */
export class SlotFiller {
  private readonly said = new LRUCache<string, readonly Map<string, Buffer>[]>({ max: maxViewers });

  constructor(
    private readonly slots: readonly Slot[],
    private readonly reading: Reading,
  ) {}

  /**
   * The pieces of the answer, one after another: what the statement wrote, and what rules say in its slots. `viewerKey` names all that
   * rules may look at in a viewer.
   */
  fill(body: Buffer, viewer: unknown, viewerKey: string, tools: Tools): readonly Buffer[] {
    if (this.slots.length === 0) return [body];
    const said = this.saidTo(viewerKey);
    const pieces: Buffer[] = [];
    let from = 0;
    for (let start = body.indexOf(markByte); start >= 0; start = body.indexOf(markByte, from)) {
      const colon = body.indexOf(colonByte, start);
      const end = body.indexOf(markByte, colon);
      const number = Number(body.toString('latin1', start + 1, colon));
      const facts = body.toString('utf8', colon + 1, end);
      pieces.push(body.subarray(from, start), this.answer(number, facts, viewer, tools, said[number]));
      from = end + 1;
    }
    pieces.push(body.subarray(from));
    return pieces;
  }

  private answer(
    number: number,
    facts: string,
    viewer: unknown,
    tools: Tools,
    said: Map<string, Buffer> | undefined,
  ): Buffer {
    const known = said?.get(facts);
    if (known !== undefined) return known;
    const slot = this.slots[number];
    if (!slot) throw new TypeError(`The statement has no slot ${number}`);
    const value = slot.rule.of(JSON.parse(facts) as never, viewer as never, tools);
    const answer = Buffer.from(JSON.stringify(this.completed(slot, value)) ?? 'null');
    if (said && !slot.rule.isFleeting && said.size < maxFacts && facts.length <= maxFactsLength)
      said.set(facts, answer);
    return answer;
  }

  private completed({ selection: { type, fields } }: Slot, value: unknown): unknown {
    return this.reading === 'inside' || type === null ? value : complete(type, value, fields);
  }

  private saidTo(viewerKey: string): readonly Map<string, Buffer>[] {
    const known = this.said.get(viewerKey);
    if (known) return known;
    const fresh = this.slots.map(() => new Map<string, Buffer>());
    this.said.set(viewerKey, fresh);
    return fresh;
  }
}

/** A slot is written `3:{…}` between two marks; no byte of a longer character is one of these. */
const markByte = mark.charCodeAt(0);
const colonByte = ':'.charCodeAt(0);
