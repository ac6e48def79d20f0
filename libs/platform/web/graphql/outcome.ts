import { type CombinedError } from 'urql';
import { currentLanguage } from '../i18n/language';
import { errorText, type TextParams } from '../i18n/define-locales';
import { createFormat } from '../i18n/format';
import { isUnreachable } from './connection-exchange';
import '../locales/platform-errors';
import type { introspection } from './graphql-env';
import { schemaFacts } from './schema-facts';

interface Named {
  readonly __typename?: string | undefined;
}

/** A mutation document has one root field; its result is a union of a success and the expected refusals. */
export type CommandResult<Data> = NonNullable<Data[keyof Data]>;

/** Every expected failure implements this interface of the schema. */
type RefusalName = introspection['types']['CommandErrorInterface']['possibleTypes'];

export type Refusal<R> = Extract<R, { __typename: RefusalName }>;

export type Success<R> = Exclude<R, Refusal<R>>;

export interface InputIssue {
  /** As the form knows the field: `slides.0.text`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export type Outcome<R> =
  | { readonly status: 'success'; readonly result: Success<R> }
  /** Expected: the rules say no. `message` is a sentence for the person. */
  | {
      readonly status: 'refused';
      readonly refusal: Refusal<R>;
      readonly message: string;
      readonly issues: readonly InputIssue[];
    }
  /** Unexpected: the network, or a fault of ours with its id. */
  | { readonly status: 'failed'; readonly isOffline: boolean; readonly errorId?: string; readonly message: string };

const refusalTypes = new Set(schemaFacts.possibleTypes['CommandErrorInterface']);

const snake = (name: string) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();

const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  'currency' in value &&
  typeof value.amount === 'string' &&
  typeof value.currency === 'string';

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

const isNamedValue = (value: unknown): value is { name: string; value: string | number } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'value' in value;

/** Params come as an object, or as a list of `{ name, value }`. */
function readParams(value: unknown): TextParams {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value.flatMap((one: unknown): [string, string][] => (isNamedValue(one) ? [[one.name, String(one.value)]] : [])),
    );
  }
  if (typeof value === 'string') {
    try {
      return readParams(JSON.parse(value));
    } catch {
      return {};
    }
  }
  if (typeof value !== 'object' || value === null) return {};
  const format = createFormat(currentLanguage(), 'UTC');
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, string | number][] =>
      isMoney(one)
        ? [[name, format.money(one)]]
        : typeof one === 'string' || typeof one === 'number'
          ? [[name, one]]
          : isNames(one)
            ? [[name, one.map((each) => `«${each}»`).join(', ')]]
            : [],
    ),
  );
}

/** `['input', 'slides', '0', 'text']` or `input.slides[0].text` → `slides.0.text`. */
export function fieldPath(path: unknown): string {
  const joined = Array.isArray(path) ? path.join('.') : typeof path === 'string' ? path : '';
  return joined
    .replace(/\[(\w+)\]/g, '.$1')
    .replace(/^\$?input\.?/, '')
    .replace(/^\./, '');
}

function readIssues(refusal: object): InputIssue[] {
  const issues: unknown = 'issues' in refusal ? refusal.issues : undefined;
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('code' in issue)) return [];
    const code = String(issue.code);
    const params = readParams('params' in issue ? issue.params : undefined);
    return [
      {
        path: fieldPath('path' in issue ? issue.path : ''),
        code,
        message: errorText(code, params) ?? errorText('invalid') ?? code,
      },
    ];
  });
}

/** «На статье не хватает денег: нужно 7 500 ₽, доступно 4 500 ₽». A code or a reason says more than the type's name. */
export function refusalText(refusal: object): string {
  const { __typename, code, reason } = refusal as Named & { code?: unknown; reason?: unknown };
  const params = readParams(refusal);
  const name = __typename ? snake(__typename) : undefined;
  const named = typeof reason === 'string' && 'names' in params ? `${reason}_named` : undefined;
  const keys = [code, named, reason, name && hasFigures(params) ? `${name}_figures` : undefined, name, 'refused'];
  for (const key of keys) {
    const text = typeof key === 'string' ? errorText(key.toLowerCase(), params) : undefined;
    if (text) return text;
  }
  return '';
}

const hasFigures = (params: TextParams): boolean => 'needed' in params && 'available' in params;

export function failureOf(error: CombinedError | undefined): Extract<Outcome<never>, { status: 'failed' }> {
  if (isUnreachable(error)) return { status: 'failed', isOffline: true, message: errorText('offline') ?? '' };
  const extensions = error?.graphQLErrors[0]?.extensions ?? {};
  if (extensions['code'] === 'UNAUTHENTICATED') {
    return { status: 'failed', isOffline: false, message: errorText('unauthenticated') ?? '' };
  }
  const errorId = typeof extensions['errorId'] === 'string' ? extensions['errorId'] : undefined;
  return {
    status: 'failed',
    isOffline: false,
    ...(errorId ? { errorId } : {}),
    message: (errorId ? errorText('unexpected', { id: errorId }) : errorText('unexpected_unnamed')) ?? '',
  };
}

export function outcomeOf<Data extends object>(
  data: Data | undefined,
  error: CombinedError | undefined,
): Outcome<CommandResult<Data>> {
  const result: unknown = data ? Object.entries(data).find(([name]) => name !== '__typename')?.[1] : undefined;
  if (error || typeof result !== 'object' || result === null) return failureOf(error);
  const name = (result as Named).__typename;
  const isRefusal = name !== undefined && refusalTypes.has(name);
  return isRefusal
    ? {
        status: 'refused',
        refusal: result as Refusal<CommandResult<Data>>,
        message: refusalText(result),
        issues: readIssues(result),
      }
    : { status: 'success', result: result as Success<CommandResult<Data>> };
}
