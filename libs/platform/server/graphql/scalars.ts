import {
  parseInstant,
  parsePlainDate,
  parsePlainYearMonth,
  type Instant,
  type PlainDate,
  type PlainYearMonth,
  type Result,
} from '@planerka/platform/domain';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function parsing<T>(name: string, example: string, parse: (text: string) => Result<T, unknown>) {
  return (value: unknown): T => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed?.ok) return parsed.value;
    throw new GraphQLError(`${name} must be written like ${example}`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
}

function scalar<T>(name: string, example: string, description: string, parse: (text: string) => Result<T, unknown>) {
  const parseValue = parsing(name, example, parse);
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** An instant, ISO 8601 in UTC: `2026-12-08T09:30:00Z`. Arguments arrive as Temporal.Instant. */
export const DateTimeScalar = scalar<Instant>(
  'DateTime',
  '"2026-12-08T09:30:00Z"',
  'An instant, ISO 8601 with offset: "2026-12-08T09:30:00Z".',
  parseInstant,
);

/** A calendar day of the agency's time zone. Arguments arrive as Temporal.PlainDate. */
export const DateScalar = scalar<PlainDate>('Date', '"2026-12-08"', 'A calendar day: "2026-12-08".', parsePlainDate);

/** Arguments arrive as Temporal.PlainYearMonth. */
export const MonthScalar = scalar<PlainYearMonth>('Month', '"2026-12"', 'A month: "2026-12".', parsePlainYearMonth);

/** Structured content whose shape the domain checks: rich text, brief fields, anchors. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Structured content. Its shape is checked by the field that takes it.',
});
