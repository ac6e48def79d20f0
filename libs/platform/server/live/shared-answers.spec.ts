import { describe, expect, it, jest } from '@jest/globals';
import { buildSchema, parse, type DocumentNode } from 'graphql';
import { AnswersByOperation } from './shared-answers';

const schema = buildSchema(`
  type Query { no: Boolean }
  type Subscription { happened(of: String): Happening }
  type Happening { id: ID! mine: String! }
`);
const rootOf = (id: string) => ({
  happened: { id, mine: (_: unknown, context?: { viewer: string }) => context?.viewer },
});

describe('Answers to subscribers', () => {
  const told: string[] = [];
  const answers = new AnswersByOperation(({ errors, ...rest }) => {
    if (!errors) return undefined;
    told.push(...errors.map(({ message }) => message));
    return { ...rest, errors: [{ message: 'Unexpected' }] };
  });
  const documents = new Map<string, DocumentNode>();
  const asked = (source: string, variableValues?: Record<string, unknown>) => {
    const document = documents.get(source) ?? parse(source);
    documents.set(source, document);
    return answers.of({ schema, document, ...(variableValues && { variableValues }) });
  };

  it('are made once for all who ask the same', () => {
    const id = jest.fn(() => 'one');
    const root = { happened: { id } };
    const source = 'subscription { happened { id } }';
    const texts = [asked(source), asked(source), asked(source)].map((answers) => answers.textOf(root));
    expect(texts[0]?.toString()).toBe('{"data":{"happened":{"id":"one"}}}');
    expect(new Set(texts).size).toBe(1);
    expect(id).toHaveBeenCalledTimes(1);
  });

  it('are not those of another document, operation or variable', () => {
    const root = rootOf('one');
    const source = 'subscription ($of: String) { happened(of: $of) { id } }';
    expect(asked(source, { of: 'a' })).not.toBe(asked(source, { of: 'b' }));
    expect(asked(source, { of: 'a' })).toBe(asked(source, { of: 'a' }));
    expect(asked('subscription { happened { number: id } }').textOf(root).toString()).toBe(
      '{"data":{"happened":{"number":"one"}}}',
    );
  });

  it('show nobody what depends on who asks: it fails for all', () => {
    const text = asked('subscription { happened { mine } }').textOf(rootOf('one')).toString();
    expect(JSON.parse(text)).toEqual({ data: { happened: null }, errors: [{ message: 'Unexpected' }] });
    expect(told).toHaveLength(1);
  });
});
