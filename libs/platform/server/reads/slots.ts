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
  private readonly said = new LRUCache<string, readonly Map<string, string>[]>({ max: maxViewers });

  constructor(
    private readonly slots: readonly Slot[],
    private readonly reading: Reading,
  ) {}

  /** `viewerKey` names all that rules may look at in a viewer. */
  fill(text: string, viewer: unknown, viewerKey: string, tools: Tools): string {
    if (this.slots.length === 0) return text;
    const said = this.saidTo(viewerKey);
    const parts = text.split(mark);
    for (let index = 1; index < parts.length; index += 2) {
      const [number, facts] = numbered(parts[index] ?? '');
      parts[index] = this.answer(number, facts, viewer, tools, said[number]);
    }
    return parts.join('');
  }

  private answer(
    number: number,
    facts: string,
    viewer: unknown,
    tools: Tools,
    said: Map<string, string> | undefined,
  ): string {
    const known = said?.get(facts);
    if (known !== undefined) return known;
    const slot = this.slots[number];
    if (!slot) throw new TypeError(`The statement has no slot ${number}`);
    const value = slot.rule.of(JSON.parse(facts) as never, viewer as never, tools);
    const answer = JSON.stringify(this.completed(slot, value)) ?? 'null';
    if (said && !slot.rule.isFleeting && said.size < maxFacts && facts.length <= maxFactsLength)
      said.set(copied(facts), answer);
    return answer;
  }

  private completed({ selection: { type, fields } }: Slot, value: unknown): unknown {
    return this.reading === 'inside' || type === null ? value : complete(type, value, fields);
  }

  private saidTo(viewerKey: string): readonly Map<string, string>[] {
    const known = this.said.get(viewerKey);
    if (known) return known;
    const fresh = this.slots.map(() => new Map<string, string>());
    this.said.set(viewerKey, fresh);
    return fresh;
  }
}

/** A part of a text keeps the whole of it in memory, which is the answer of a screen. */
const copied = (text: string): string => Buffer.from(text).toString();

/** A slot is written `3:{…}`. */
function numbered(slot: string): readonly [number: number, facts: string] {
  const colon = slot.indexOf(':');
  return [Number(slot.slice(0, colon)), slot.slice(colon + 1)];
}
